import Foundation
import RelaisFormats

/// An empty file beside the registry while people are being erased, so that a run cut short is finished by the next.
///
/// It names nobody: copies and results are cleaned before the registry, which knows the person to the last. Past that, only
/// the registry's freed bytes are left to be overwritten.
struct ErasureMark {
  let path: String

  init(beside registry: String) { path = registry + ".erasing" }

  var isThere: Bool { access(path, F_OK) == 0 }  // -1 where there is none

  func set() throws { try AtomicFile.write([], to: path, for: .owner) }

  func clear() throws { try AtomicFile.remove(path) }
}
