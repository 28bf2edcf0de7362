import Foundation

/// Who may read a file that is made.
public struct FileReaders: Sendable {
  /// The bits of a file's mode that are left to it.
  let mask: mode_t

  /// Whoever the system lets.
  public static let everybody = FileReaders(mask: 0o7777)
  /// Its owner alone: files that hold contacts of persons.
  public static let owner = FileReaders(mask: 0o600)

  /// None who may not read another file: for its copies. Everybody where there is no such file.
  public static func those(of path: String) -> FileReaders {
    var status = stat()
    guard stat(path, &status) == 0 else { return .everybody }  // -1 on failure
    return FileReaders(mask: status.st_mode & 0o7777 | 0o600)
  }
}
