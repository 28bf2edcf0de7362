import Foundation
import RelaisGeo
import RelaisReports
import RelaisTown
import RelaisWording

/// One line on stderr that says how far long work is; nothing unless stderr is a terminal.
final class ProgressLine: @unchecked Sendable {
  // @unchecked: the lock guards what changes.
  private let lock = NSLock()
  private let words: Wording
  private let isShown: Bool
  private var lastDrawn = ContinuousClock.now
  private var step: RelaisGeo.Progress.Step?
  /// Where steps are timed as well.
  private let timings: Timings?

  init(_ words: Wording, quiet: Bool, timings: Timings?) {
    self.words = words
    self.timings = timings
    isShown = !quiet && Console.isErrorTerminal
  }

  var progress: RelaisGeo.Progress {
    RelaisGeo.Progress { step, done, total in
      self.timings?.begin(step)
      self.show(step, done, total)
    }
  }

  private func show(_ step: RelaisGeo.Progress.Step, _ done: Int, _ total: Int?) {
    guard isShown else { return }
    lock.withLock {
      let now = ContinuousClock.now
      guard step != self.step || now - lastDrawn > .milliseconds(80) else { return }
      self.step = step
      lastDrawn = now
      var line = words.step(step)
      if let total, total > 0 {
        let filled = min(20, 20 * done / total)
        line +=
          " [" + String(repeating: "#", count: filled) + String(repeating: ".", count: 20 - filled)
          + "] \(done)/\(total)"
      }
      try? FileHandle.standardError.write(contentsOf: Data("\r\u{1B}[K\(line)".utf8))
    }
  }

  /// Takes the line away.
  func finish() {
    guard isShown else { return }
    lock.withLock {
      if step != nil { try? FileHandle.standardError.write(contentsOf: Data("\r\u{1B}[K".utf8)) }
      step = nil
    }
  }
}
