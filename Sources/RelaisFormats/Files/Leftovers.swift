import Foundation
import Synchronization

/// What this process must not leave behind when it is asked to end: files made aside, private folders, running programs.
///
/// Whoever makes one of them removes it too; this list is for an end in the middle of work, where nobody else can.
package enum Leftovers {
  private struct State {
    var paths: Set<String> = []
    var programs: Set<pid_t> = []
    var isEnding = false
  }

  private static let state = Mutex(State())

  /// Notes a file or a folder that is not to stay.
  package static func add(_ path: String) { state.withLock { _ = $0.paths.insert(path) } }

  /// Forgets what is gone, or has got its name.
  package static func forget(_ path: String) { state.withLock { _ = $0.paths.remove(path) } }

  /// Notes a program that was started; where everything ends already, it does too.
  static func add(program: pid_t) {
    let isEnding = state.withLock { state in
      state.programs.insert(program)
      return state.isEnding
    }
    if isEnding { signal(program, SIGKILL) }
  }

  static func forget(program: pid_t) { state.withLock { _ = $0.programs.remove(program) } }

  /// Ends the programs that run, and what they started: asked first, since they have files of their own to remove.
  package static func endPrograms() {
    let programs = state.withLock { state in
      state.isEnding = true
      return state.programs
    }
    for program in programs { end(program) }
  }

  /// Removes files and folders.
  package static func removeAll() {
    let paths = state.withLock { $0.paths }
    for path in paths {
      // A database lies beside its journal.
      for end in ["", "-journal", "-wal", "-shm"] where unlink(path + end) != 0 && errno == EISDIR {
        try? FileManager.default.removeItem(atPath: path)
      }
    }
  }

  /// Ends a program and all of its group, and waits until they are gone, some seconds at most.
  static func end(_ program: pid_t) {
    for (number, tries) in [(SIGTERM, 100), (SIGKILL, 100)] {
      signal(program, number)
      for _ in 0..<tries {
        guard isThere(program) else { return }
        usleep(10_000)
      }
    }
  }

  private static func isThere(_ program: pid_t) -> Bool {
    kill(-program, 0) == 0 || kill(program, 0) == 0  // -1 where there is none
  }

  private static func signal(_ program: pid_t, _ number: Int32) {
    // Foundation starts each program as the leader of a group of its own.
    if kill(-program, number) != 0 { kill(program, number) }  // -1 where there is none
  }
}
