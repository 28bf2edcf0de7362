import Foundation

/// What stands at a path, links not followed.
enum FileKind: Hashable {
  case none, file, link
  /// A folder, a device.
  case other

  init(at path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else {  // -1 where there is none
      self = .none
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFLNK: self = .link
    default: self = .other
    }
  }
}
