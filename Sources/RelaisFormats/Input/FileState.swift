import Foundation

/// Shows whether a file has changed since it was read.
package struct FileState: Hashable, Sendable {
  private var numbers: [Int] = []

  package init(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return }  // -1 on failure
    numbers = [
      Int(status.st_dev), Int(status.st_ino), Int(status.st_size), Int(status.st_mtim.tv_sec),
      Int(status.st_mtim.tv_nsec),
    ]
  }
}
