import Foundation
import RelaisFormats
import RelaisGeo

/// A folder of results: writes only what it claimed, remembers it in its ``OutputList``, and removes what an
/// earlier run made and this one does not.
///
/// Nothing it did not make is replaced or removed, no link is followed, and no input is touched, whatever the list
/// says. A kill at any moment leaves each file whole, and on the list.
struct OutputFolder: Sendable {
  let path: String
  private let protected: ProtectedFiles
  /// Whether what is written here is an import's, which runs leave.
  private let isImport: Bool
  private var list: OutputList
  private var claimed: Set<String> = []

  /// What imports made here.
  var imported: Set<String> { list.imported }

  /// - Parameters:
  ///   - path: Made, with those above it, where it is not there.
  ///   - isOwn: Whether it is a territory's own folder of results: what lies there from before there
  ///     were lists counts as ours.
  ///   - inputs: Files that are read, which no output replaces.
  ///   - isImport: Whether what is written here is an import's, which runs leave.
  /// - Throws: `OutputError`; `FormatError.notWritable`.
  init(
    _ path: String, isOwn: Bool, reading inputs: [String], isImport: Bool = false
  ) throws {
    self.path = path
    protected = ProtectedFiles(reading: inputs, writing: path)
    self.isImport = isImport
    // Whoever names a folder means where it leads; a territory may come from anybody.
    if isOwn, FileKind(at: path) == .link { throw OutputError.link(file: path) }
    try protected.check(folder: path)
    try AtomicFile.createDirectory(path)
    let file = path + "/" + OutputList.fileName
    if FileKind(at: file) == .link { throw OutputError.link(file: file) }
    list = OutputList(in: path) ?? (isOwn ? OutputFolder.found(in: path) : OutputList())
  }

  /// Sees that names are free, or ours to replace, before any of them is written.
  ///
  /// - Throws: `OutputError` for the first that is not; `FormatError.notWritable`.
  mutating func claim(_ names: [String]) throws {
    for name in names {
      precondition(OutputName.isSound(name), "unsound: \(name)")
      let file = path + "/" + name
      if let folder = OutputName.folder(of: name) { try check(folder: path + "/" + folder) }
      try protected.check(file)
      switch FileKind(at: file) {
      case .none: break
      case .link: throw OutputError.link(file: file)
      case .file where list.contains(name): break
      case .file, .other: throw OutputError.notOurs(file: file)
      }
    }
    claimed.formUnion(names)
    // Before the files themselves: a run cut short leaves nothing that no later one knows.
    if isImport { list.imported.formUnion(names) } else { list.files.formUnion(names) }
    try write(list)
  }

  /// Hands out the path of a claimed name to whoever makes the file.
  func write(as name: String, _ body: (_ file: String) throws -> Void) throws {
    precondition(claimed.contains(name), "not claimed: \(name)")
    if let folder = OutputName.folder(of: name) {
      try AtomicFile.createDirectory(path + "/" + folder)
    }
    try body(path + "/" + name)
  }

  /// Removes what an earlier run made of these outputs and this one did not claim, and keeps the list.
  ///
  /// What an import made stays, unless this is an import.
  mutating func finish(removing outputs: [OutputName]) throws {
    let earlier = (isImport ? list.imported : list.files).subtracting(claimed)
    for name in earlier.sorted() where outputs.contains(where: { $0.matches(name) }) {
      remove(name)
      if isImport { list.imported.remove(name) } else { list.files.remove(name) }
    }
    try write(list)
    if outputs.contains(where: { $0.folder.map { $0 + "/" == Rejects.folder } ?? false }) {
      try AtomicFile.createDirectory(path + "/" + Rejects.folder)
    }
  }

  /// What took the place of an output since, or is an input now, is left.
  private func remove(_ name: String) {
    let folder = OutputName.folder(of: name).map { path + "/" + $0 }
    if let folder, FileKind(at: folder) != .other { return }
    let file = path + "/" + name
    if FileKind(at: file) == .file, (try? protected.check(file)) != nil { unlink(file) }
    // Goes only where it is empty.
    if let folder, !name.hasPrefix(Rejects.folder) { rmdir(folder) }
  }

  private func check(folder: String) throws(OutputError) {
    switch FileKind(at: folder) {
    case .none: break
    case .link: throw .link(file: folder)
    case .file: throw .notOurs(file: folder)
    case .other: try protected.check(folder: folder)
    }
  }

  private func write(_ list: OutputList) throws(FormatError) {
    try AtomicFile.write(list.bytes, to: path + "/" + OutputList.fileName)
  }

  /// The outputs that lie in a folder without a list; what imports made is on a list of its own there.
  private static func found(in path: String) -> OutputList {
    var list = OutputList()
    let known = Output.all.flatMap(\.names)
    let folders = Set(known.compactMap(\.folder)).sorted()
    let names =
      entries(of: path)
      + folders.flatMap { folder in entries(of: path + "/" + folder).map { folder + "/" + $0 } }
    list.files = Set(
      names.filter { name in OutputName.isSound(name) && known.contains { $0.matches(name) } })
    let former = path + "/" + Rejects.folder + ".imports"
    let text = FileKind(at: former) == .file ? FileManager.default.contents(atPath: former) : nil
    for name in String(decoding: text ?? Data(), as: UTF8.self).split(separator: "\n") {
      if let found = list.files.remove(Rejects.folder + name) { list.imported.insert(found) }
    }
    if text != nil { unlink(former) }
    return list
  }

  private static func entries(of folder: String) -> [String] {
    guard FileKind(at: folder) == .other else { return [] }
    return (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
  }
}

extension OutputFolder {
  /// The folder a question's results go to.
  ///
  /// - Parameter further: Files that are read besides those of the subject.
  /// - Throws: `OutputError`; `FormatError.notWritable`.
  init(_ path: String, of subject: Subject, reading further: [String] = []) throws {
    try self.init(path, isOwn: subject.owns(path), reading: subject.files + further)
  }

  /// A territory's own folder of results.
  init(of territory: Territory, isImport: Bool = false) throws {
    try self.init(
      territory.outputFolder, isOwn: true, reading: Subject.territory(territory).files,
      isImport: isImport)
  }
}
