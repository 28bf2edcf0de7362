import Foundation

/// Runs stages several times and prints what they took.
struct Stopwatch {
  var runs: Int

  /// - Parameters:
  ///   - unit: what the work is counted in.
  ///   - body: gives its result, and how much work that stands for.
  /// - Returns: what the last run made.
  func stage<Result>(
    _ name: String, of unit: String, runs: Int? = nil, _ body: () throws -> (Result, units: Int)
  ) rethrows -> Result {
    var times: [Double] = []
    var last: (made: Result, units: Int)?
    PeakMemory.forget()
    for _ in 0..<max(1, runs ?? self.runs) {
      // Freed first: a stage is not to be charged for two results.
      last = nil
      let start = ContinuousClock.now
      last = try body()
      let taken = (ContinuousClock.now - start).components
      times.append(Double(taken.seconds) * 1e3 + Double(taken.attoseconds) / 1e15)
    }
    times.sort()
    guard let last else { preconditionFailure("no run") }
    let line: [String: Any] = [
      "stage": name, "best_ms": times[0], "median_ms": times[times.count / 2],
      "peak_mib": PeakMemory.mebibytes, "units": last.units, "unit": unit,
    ]
    Report.print(line)
    return last.made
  }
}

/// The most memory the process has held, which Linux forgets on request.
enum PeakMemory {
  static func forget() {
    try? Data("5".utf8).write(to: URL(fileURLWithPath: "/proc/self/clear_refs"))
  }

  static var mebibytes: Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
    return line.split(separator: " ").compactMap { Int($0) }.first.map { $0 / 1024 } ?? 0
  }
}

enum Report {
  static func print(_ line: [String: Any]) {
    let data = try? JSONSerialization.data(withJSONObject: line, options: [.sortedKeys])
    FileHandle.standardOutput.write((data ?? Data()) + Data("\n".utf8))
  }
}
