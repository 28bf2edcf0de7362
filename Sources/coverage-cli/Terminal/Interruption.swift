import Foundation
import RelaisFormats
import RelaisTown
import RelaisWording
import Synchronization

/// Ctrl-C, `kill` and a terminal that is closed: work is asked to stop, and ended where it does not.
///
/// Programs that were started are ended first. Work that looks at ``cancellation`` then stops by itself; what cannot look,
/// inside a library, is left after a moment, or at once at a second signal, with nothing of it staying behind.
enum Interruption {
  /// Work has this long to stop by itself.
  private static let patience: Int32 = 1500

  private static let asked = Atomic<Int32>(0)
  // Written once, before there is a second thread or a handler.
  private nonisolated(unsafe) static var wake: Int32 = -1
  private nonisolated(unsafe) static var words = Wording()
  private static let end = NSLock()

  /// The signal that asked to stop, if one did.
  static var signal: Int32? {
    let number = asked.load(ordering: .relaxed)
    return number == 0 ? nil : number
  }

  static let cancellation = Cancellation { signal != nil }

  /// From now on signals ask.
  static func watch(in words: Wording) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return }  // -1 on failure
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (wake, self.words) = (ends[1], words)
    _ = signal
    var asking = sigset_t()
    sigemptyset(&asking)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      let former = Foundation.signal(number) { number in
        var byte = UInt8(truncatingIfNeeded: number)
        Interruption.asked.store(number, ordering: .relaxed)
        _ = write(Interruption.wake, &byte, 1)
      }
      // `nohup` means that a closed terminal is no reason to stop.
      let (was, ignored) = (
        unsafeBitCast(former, to: Int.self), unsafeBitCast(SIG_IGN, to: Int.self)
      )
      if number == SIGHUP, was == ignored {
        _ = Foundation.signal(number, SIG_IGN)
      }
      sigaddset(&asking, number)
    }
    // A program may have been started with them blocked.
    pthread_sigmask(SIG_UNBLOCK, &asking, nil)
    let source = ends[0]
    Thread.detachNewThread { wait(on: source) }
  }

  /// The program ends now; a signal comes too late. Does not return where a signal came first.
  static func conclude() { end.lock() }

  private static func wait(on source: Int32) {
    var byte: UInt8 = 0
    while read(source, &byte, 1) != 1 {}  // -1 when it is interrupted itself
    Leftovers.endPrograms()
    var waiting = pollfd(fd: source, events: Int16(POLLIN), revents: 0)
    _ = poll(&waiting, 1, patience)
    end.lock()
    Leftovers.removeAll()
    Console.clearLine()
    Console.error("relais: " + words.interrupted)
    _exit(128 + Int32(byte))
  }
}
