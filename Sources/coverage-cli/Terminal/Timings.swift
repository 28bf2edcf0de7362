import Foundation
import RelaisGeo
import RelaisWording

/// How long each step of a command takes and how much memory it had needed by then, for `--timings`.
final class Timings: @unchecked Sendable {
  // @unchecked: the lock guards what changes.
  private let lock = NSLock()
  /// In the order they were begun; a step that is gone back to counts on. `nil` is all before the first.
  private var steps: [Entry] = []
  private var current = 0
  private var last: Reading

  private struct Entry {
    var step: RelaisGeo.Progress.Step?
    var seconds = 0.0
    var processor = 0.0
    /// Bytes at most since the program began.
    var memory = 0
  }

  private struct Reading {
    var instant = ContinuousClock.now
    /// Seconds of all threads since the program began.
    var processor: Double
    var memory: Int

    init() {
      var usage = rusage()
      getrusage(0, &usage)  // RUSAGE_SELF; fails for another argument only
      func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
      processor = seconds(usage.ru_utime) + seconds(usage.ru_stime)
      memory = Reading.peak() ?? usage.ru_maxrss * 1024
    }

    /// The most memory this program had; `getrusage` counts the memory of the program that started it, too.
    private static func peak() -> Int? {
      guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
        let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") })
      else { return nil }
      return line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) }
        .map { $0 * 1024 }
    }
  }

  init() {
    last = Reading()
    // So far there was one thread, and hardly anything to wait for.
    steps = [Entry(step: nil, seconds: last.processor, processor: last.processor)]
  }

  func begin(_ step: RelaisGeo.Progress.Step) {
    lock.withLock {
      guard steps[current].step != step else { return }
      endStep()
      if let known = steps.firstIndex(where: { $0.step == step }) {
        current = known
      } else {
        current = steps.count
        steps.append(Entry(step: step))
      }
    }
  }

  private func endStep() {
    let now = Reading()
    let seconds = (now.instant - last.instant) / .seconds(1)
    steps[current].seconds += seconds
    steps[current].processor += now.processor - last.processor
    steps[current].memory = now.memory
    last = now
  }

  /// A line for each step, and one for all of them.
  func lines(_ words: Wording) -> [String] {
    lock.withLock {
      endStep()
      let all = steps.map { entry in
        words.timing(
          entry.step.map { words.step($0) } ?? words.startingStep, seconds: entry.seconds,
          processor: entry.processor, memory: entry.memory)
      }
      return all + [
        words.timing(
          words.allSteps, seconds: steps.reduce(0) { $0 + $1.seconds },
          processor: last.processor, memory: last.memory)
      ]
    }
  }
}
