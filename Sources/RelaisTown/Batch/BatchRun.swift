import Foundation
import RelaisFormats
import RelaisWording
import Synchronization

/// Does what is pending of a plan on this machine, each unit in a process of its own, so that no unit can take another
/// down. What was done before, by whomever, is not done again.
public struct BatchRun: Sendable {
  public var folder: BatchFolder
  /// Units at the same time.
  public var jobs: Int
  public var reports = false
  /// The program itself.
  public var program: String

  /// How often a unit is begun whose process ends without a result.
  public static let attempts = 3
  /// Small units that share a process, whose start would take longer than they do.
  private static let most = 16

  public init(in folder: BatchFolder, jobs: Int, program: String) {
    self.folder = folder
    self.jobs = max(1, jobs)
    self.program = program
  }

  /// How far a run is.
  public struct Progress: Sendable {
    /// Units with a result, and all.
    public var done: Int
    public var all: Int
    /// Work of these units, as `units.csv` estimates it, done in this run and still to do.
    public var workDone: Int
    public var workLeft: Int
  }

  /// What a run did.
  public struct Outcome: Sendable {
    public var done = 0
    public var before = 0
    /// Units whose data will not do, and why; earlier ones too.
    public var failed: [(unit: String, problem: String)] = []
    /// Units whose process ended too often without a result.
    public var lost: [String] = []
  }

  /// - Parameter tell: Called after each unit, from one task at a time.
  /// - Throws: ``BatchError``, `FormatError`; ``Interrupted``.
  public func run(_ work: Work, tell: @escaping @Sendable (Progress) -> Void) throws -> Outcome {
    let plan = try folder.plan()
    let units = try folder.units()
    try AtomicFile.createDirectory(folder.makingFolder)
    sweep()
    let reports = reports
    let pending = units.filter { folder.state(of: $0.id, plan, reports: reports) == .pending }
    let queue = Queue(
      pending, done: units.count - pending.count, of: units.count, jobs: jobs, tell)
    let group = DispatchGroup()
    for _ in 0..<min(jobs, max(1, pending.count)) {
      group.enter()
      let thread = Thread { [self] in
        defer { group.leave() }
        while !work.cancellation.isAsked() {
          guard let chunk = queue.next() else { break }
          if chunk.isEmpty {
            usleep(20_000)
            continue
          }
          perform(chunk, plan, queue, work)
        }
      }
      thread.start()
    }
    group.wait()
    try work.cancellation.check()
    var outcome = Outcome(before: units.count - pending.count)
    let mine = Set(pending.map(\.id))
    for unit in units {
      switch folder.state(of: unit.id, plan, reports: reports) {
      case .done: if mine.contains(unit.id) { outcome.done += 1 }
      case .failed(let problem): outcome.failed.append((unit.id, problem))
      case .pending: outcome.lost.append(unit.id)
      }
    }
    return outcome
  }

  /// One process for a few units.
  private func perform(_ chunk: [BatchEntry], _ plan: BatchContent, _ queue: Queue, _ work: Work) {
    let arguments =
      ["batch", "unit"] + chunk.map(\.id) + ["--work", folder.path, "--quiet"]
      + (reports ? ["--reports"] : []) + ["--lang", plan.language.code]
    // A day is longer than any unit takes; who hangs is stopped.
    _ = OutsideProgram(path: program).run(arguments, seconds: 86_400) {
      !work.cancellation.isAsked()
    }
    for unit in chunk {
      let state = folder.state(of: unit.id, plan, reports: reports)
      queue.end(unit, hasResult: state != .pending || work.cancellation.isAsked())
    }
  }

  /// Removes what processes of this machine that are no more were making.
  private func sweep() {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.makingFolder)) ?? []
    for name in names {
      let parts = name.split(separator: ".")
      guard parts.count == 4, parts[1] == BatchUnit.host, let process = Int32(parts[2]),
        !AtomicFile.isRunning(process)
      else { continue }
      try? FileManager.default.removeItem(atPath: folder.makingFolder + "/" + name)
    }
  }

  /// The units that are left; its state is guarded by its lock.
  private final class Queue: Sendable {
    private struct State {
      var left: [BatchEntry]
      var attempts: [String: Int] = [:]
      var running = 0
      var progress: Progress
    }

    private let state: Mutex<State>
    private let share: Int
    private let tell: @Sendable (Progress) -> Void

    init(
      _ pending: [BatchEntry], done: Int, of all: Int, jobs: Int,
      _ tell: @escaping @Sendable (Progress) -> Void
    ) {
      let work = pending.reduce(0) { $0 + $1.work }
      // The last units are small, and are to end together.
      share = work / max(1, jobs * 20)
      state = Mutex(
        State(
          left: pending,
          progress: Progress(done: done, all: all, workDone: 0, workLeft: work)))
      self.tell = tell
    }

    /// The next units to do together; empty while nothing is left but what others may give back, `nil` at the end.
    func next() -> [BatchEntry]? {
      state.withLock { state in
        guard let first = state.left.first else { return state.running > 0 ? [] : nil }
        var chunk = [first]
        var work = first.work
        // Who was lost once is done alone.
        if state.attempts[first.id] == nil {
          for unit in state.left.dropFirst() {
            guard chunk.count < BatchRun.most, work + unit.work <= share,
              state.attempts[unit.id] == nil
            else { break }
            chunk.append(unit)
            work += unit.work
          }
        }
        state.left.removeFirst(chunk.count)
        state.running += chunk.count
        return chunk
      }
    }

    func end(_ unit: BatchEntry, hasResult: Bool) {
      state.withLock { state in
        state.running -= 1
        let attempts = state.attempts[unit.id, default: 0] + 1
        if !hasResult, attempts < BatchRun.attempts {
          state.attempts[unit.id] = attempts
          state.left.append(unit)
          return
        }
        state.progress.done += hasResult ? 1 : 0
        state.progress.workDone += unit.work
        state.progress.workLeft -= unit.work
        tell(state.progress)
      }
    }
  }
}
