import Foundation

/// What tells that a file was changed, without opening it.
struct RegistryMark: Equatable, Sendable {
  private var size: Int64 = -1
  private var seconds = 0
  private var nanoseconds = 0

  init(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return }  // -1 on failure
    size = Int64(status.st_size)
    seconds = status.st_mtim.tv_sec
    nanoseconds = status.st_mtim.tv_nsec
  }
}
