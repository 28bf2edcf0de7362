import Foundation
import RelaisTown
import Synchronization

/// Whether the user asked to stop, for work that must leave nothing half-written.
enum Interruption {
  private static let isAsked = Atomic(false)

  /// From now on Ctrl-C and `kill` ask; work must look at ``check()``.
  static func watch() {
    var asking = sigset_t()
    sigemptyset(&asking)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      sigaddset(&asking, number)
      signal(number) { _ in Interruption.isAsked.store(true, ordering: .relaxed) }
    }
    // A program may have been started with them blocked.
    pthread_sigmask(SIG_UNBLOCK, &asking, nil)
  }

  /// Asked for after ``watch()``.
  static let cancellation = Cancellation { isAsked.load(ordering: .relaxed) }
}
