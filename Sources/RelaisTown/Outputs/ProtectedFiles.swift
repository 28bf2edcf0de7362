import Foundation
import RelaisFormats
import RelaisGeo

/// Files that no output may replace, known by what they are on the disk and not by how their paths are
/// written: `./a.csv`, a hard link and a link's target are the file itself.
struct ProtectedFiles {
  private enum Role { case input, registry, configuration }

  private struct Identity: Hashable {
    var device: dev_t
    var number: ino_t

    /// - Returns: `nil` where there is no file.
    init?(_ path: String) {
      var status = stat()
      guard stat(path, &status) == 0 else { return nil }  // -1 on failure
      device = status.st_dev
      number = status.st_ino
    }
  }

  private var roles: [Identity: Role] = [:]
  private var sourceFolders: Set<Identity> = []

  /// What is read, and what the territory around an output keeps: its sources, its configuration, its registry.
  ///
  /// - Parameters:
  ///   - inputs: Files a command reads.
  ///   - output: The file or folder to be written.
  init(reading inputs: [String], writing output: String) {
    add(inputs, as: .input)
    guard let folder = TerritorySearch.folder(above: output) else { return }
    add(sourcesIn: folder + "/sources")
    add(sourcesIn: folder + "/calendar")
    add([folder + "/relais.yml", folder + "/categories.csv"], as: .configuration)
    add(["", "-journal", "-wal", "-shm"].map { folder + "/registry.gpkg" + $0 }, as: .registry)
  }

  /// Files that are not there need no protection.
  private mutating func add(_ paths: [String], as role: Role) {
    for path in paths { if let identity = Identity(path) { roles[identity] = role } }
  }

  /// A folder whose files, at any depth, are inputs.
  private mutating func add(sourcesIn folder: String) {
    guard let identity = Identity(folder) else { return }
    sourceFolders.insert(identity)
    let names = FileManager.default.enumerator(atPath: folder)
    while let name = names?.nextObject() as? String {
      let path = folder + "/" + name
      if names?.fileAttributes?[.type] as? FileAttributeType == .typeDirectory {
        if let inner = Identity(path) { sourceFolders.insert(inner) }
      } else {
        add([path], as: .input)
      }
    }
  }

  /// - Throws: `OutputError` naming the file if it is protected.
  func check(_ path: String) throws(OutputError) {
    switch Identity(path).flatMap({ roles[$0] }) {
    case nil: break
    case .input: throw .input(file: path)
    case .registry: throw .registry(file: path)
    case .configuration: throw .configuration(file: path)
    }
  }

  /// - Throws: `OutputError.sources` if the folder holds inputs.
  func check(folder path: String) throws(OutputError) {
    if let identity = Identity(path), sourceFolders.contains(identity) {
      throw .sources(folder: path)
    }
  }
}
