import Foundation

/// What a compressed file holds, in a private folder that is gone with its owner.
///
/// It is for what is read more than once or by others' code; a text is read as it is inflated.
final class UnpackedFile {
  /// The data files: one, or the layers of an archive.
  let paths: [String]
  private let folder: String

  /// The most bytes that are unpacked of one file.
  static let maximumSize = 16 << 30

  /// `nil` for a file that is not compressed.
  ///
  /// - Throws: as ``InputContent``, and for what is damaged; `FormatError.inflatesTooFar`,
  ///   `.notUnpacked` where the disk does not take it.
  init?(of original: String) throws(FormatError) {
    guard try InputContent(original).isPacked else { return nil }
    folder = try UnpackedFile.privateFolder(for: original)
    do throws(FormatError) {
      paths = try UnpackedFile.unpack(original, into: folder)
    } catch {
      // No deinit of what was never whole.
      UnpackedFile.remove(folder)
      throw error
    }
  }

  deinit { UnpackedFile.remove(folder) }

  /// A new folder nobody else may look into.
  ///
  /// - Throws: `FormatError.notUnpacked`.
  static func privateFolder(for original: String) throws(FormatError) -> String {
    let folder = NSTemporaryDirectory() + "/relais-" + UUID().uuidString
    guard mkdir(folder, 0o700) == 0 else {  // -1 on failure
      throw .notUnpacked(
        file: original, folder: NSTemporaryDirectory(), detail: SystemError.text(errno))
    }
    Leftovers.add(folder)
    return folder
  }

  /// Removes such a folder.
  static func remove(_ folder: String) {
    try? FileManager.default.removeItem(atPath: folder)
    Leftovers.forget(folder)
  }

  /// Unpacks a compressed file into a folder.
  ///
  /// - Returns: The data files, whose parts stand beside them; none of a file that is not compressed.
  /// - Throws: as ``init(of:)``.
  static func unpack(_ original: String, into folder: String) throws(FormatError) -> [String] {
    let file = try RawFile(path: original)
    guard let archive = try InputArchive(file), archive.members.count > 1 || archive.hasParts else {
      let content = try InputContent(original)
      guard content.isPacked else { return [] }
      let path = folder + "/" + plainName(content.member ?? original, content.wrappings)
      var rest = maximumSize
      try write(content.source, to: path, atMost: &rest, of: original)
      return [path]
    }
    var rest = maximumSize
    var paths: [String] = []
    for member in archive.members {
      var taken: Set<String> = []
      for index in [member.main] + member.parts {
        let name = safe(archive.directory.names[index])
        guard taken.insert(name.lowercased()).inserted else { continue }
        let path = folder + "/" + name
        let content = try ZipMember(archive.directory.entry(index), of: file)
        try write(content, to: path, atMost: &rest, of: original)
        if index == member.main { paths.append(path) }
      }
    }
    return paths
  }

  /// A name without the ending that says gzip, where that was undone.
  private static func plainName(_ name: String, _ wrappings: [InputContent.Wrapping]) -> String {
    let own = safe(name)
    guard wrappings.last == .gzip, own.lowercased().hasSuffix(".gz"), own.count > 3 else {
      return own
    }
    return String(own.dropLast(3))
  }

  /// The last part of a name from outside, as a name of a file of ours.
  private static func safe(_ name: String) -> String {
    let last = name.split { $0 == "/" || $0 == "\\" }.last ?? ""
    var own = String(
      String.UnicodeScalarView(last.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }))
    while own.utf8.count > 120 { own.removeFirst() }
    return own.isEmpty || own == "." || own == ".." ? "data" : own
  }

  private static func write(
    _ source: any ByteSource, to path: String, atMost rest: inout Int, of original: String
  ) throws(FormatError) {
    func failure(_ code: Int32) -> FormatError {
      .notUnpacked(file: original, folder: NSTemporaryDirectory(), detail: SystemError.text(code))
    }
    // -1 on failure, also where the name is taken.
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw failure(errno) }
    defer { close(descriptor) }
    while true {
      let piece = try source.read(atMost: 1 << 20)
      if piece.isEmpty { return }
      rest -= piece.count
      guard rest >= 0 else { throw .inflatesTooFar(file: original, limit: maximumSize) }
      var done = 0
      while done < piece.count {
        let wrote = piece.withUnsafeBytes {
          Foundation.write(descriptor, $0.baseAddress.map { $0 + done }, piece.count - done)
        }
        // -1 on failure.
        if wrote > 0 { done += wrote } else if errno != EINTR { throw failure(errno) }
      }
    }
  }
}

extension InputArchive {
  fileprivate var hasParts: Bool { members.contains { !$0.parts.isEmpty } }
}
