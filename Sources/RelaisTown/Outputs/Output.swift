import Computing
import RelaisFormats
import RelaisGeo
import Synchronization

/// One result of the program: what it is called, when it exists, how it is made.
///
/// A new output is one of these, and its line in a list of ``Output``. What is on a command's list and does not exist
/// this time is removed, if an earlier run made it.
struct Output: Sendable {
  /// What its files may be called.
  let names: [OutputName]
  /// Its files as they are now; none where it does not exist.
  let parts: @Sendable (OutputMaterial) throws -> [OutputPart]

  /// One file that is made of bytes; `nil` where there is nothing to write.
  init(
    _ name: String, for readers: FileReaders = .everybody,
    _ bytes: @escaping @Sendable (OutputMaterial) -> (@Sendable () throws -> [UInt8])?
  ) {
    names = [.file(name)]
    parts = { material in bytes(material).map { [OutputPart(name, for: readers, $0)] } ?? [] }
  }

  init(
    names: [OutputName], _ parts: @escaping @Sendable (OutputMaterial) throws -> [OutputPart]
  ) {
    self.names = names
    self.parts = parts
  }
}

/// One file of an output.
struct OutputPart: Sendable {
  /// Below the folder of the results.
  let name: String
  /// Makes the file at a path, whole or not at all.
  let write: @Sendable (_ file: String) throws -> Void

  init(name: String, write: @escaping @Sendable (_ file: String) throws -> Void) {
    self.name = name
    self.write = write
  }

  init(
    _ name: String, for readers: FileReaders = .everybody,
    _ bytes: @escaping @Sendable () throws -> [UInt8]
  ) {
    self.init(name: name) { try AtomicFile.write(bytes(), to: $0, for: readers) }
  }
}

extension [Output] {
  /// Writes those that exist into a folder and removes those that an earlier run made and that do not.
  ///
  /// All names are looked at before the first file is made. Files are made side by side: they wait for the disk each by itself.
  ///
  /// - Throws: `OutputError`, and nothing was then changed; what making the files throws; ``Interrupted`` between two
  ///   files, each of which is then that of this run or of an earlier one.
  func write(_ material: OutputMaterial, into folder: inout OutputFolder) throws {
    var material = material
    material.importedRejects = folder.imported
    material.progress(.writing)
    let parts = try flatMap { try $0.parts(material) }
    try folder.claim(parts.map(\.name))
    let (claimed, cancellation) = (folder, material.cancellation)
    let isOver = Mutex(false)
    let ends = Parallel.each(parts.count) { index -> Result<Void, any Error> in
      if isOver.withLock({ $0 }) { return .success(()) }
      return Result {
        try cancellation.check()
        try claimed.write(as: parts[index].name, parts[index].write)
      }.mapError { failure in
        isOver.withLock { $0 = true }
        return failure
      }
    }
    for end in ends { try end.get() }
    try folder.finish(removing: flatMap(\.names))
  }
}
