import ArgumentParser
import Foundation
import RelaisTown
import RelaisWording

/// `relais batch run`: what is pending, on this machine.
struct BatchRunCommand: SpeakingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "run", abstract: Help.words.batchRunAbstract,
      discussion: Help.words.batchRunDiscussion)
  }

  @OptionGroup var work: BatchWorkOption

  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp(Help.words.batchJobsHelp, valueName: "n"))
  var jobs: Int?

  @Flag(name: .long, help: ArgumentHelp(Help.words.batchReportsHelp))
  var reports = false

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if let jobs, !(1...1024).contains(jobs) {
      throw ValidationError(Help.words.batchBadJobs(jobs))
    }
  }

  func run(_ speaker: Speaker) throws {
    let program =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments[0]
    var run = BatchRun(
      in: work.folder, jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount,
      program: program)
    run.reports = reports
    let line = BatchLine(speaker.words, quiet: global.quiet)
    let outcome: BatchRun.Outcome
    do {
      defer { line.finish() }
      outcome = try run.run(speaker.work()) { line.show($0) }
    }
    let words = speaker.words
    for (unit, problem) in outcome.failed { speaker.warn(words.batchUnitFailed(unit, problem)) }
    for unit in outcome.lost {
      speaker.warn(of: BatchError.workerLost(unit: unit, times: BatchRun.attempts))
    }
    if !global.quiet {
      try speaker.say(
        words.batchRan(
          done: outcome.done, failed: outcome.failed.count, lost: outcome.lost.count,
          before: outcome.before))
    }
    if !outcome.lost.isEmpty { throw ExitStatus.couldNotFinish }
    try global.end(withFindings: !outcome.failed.isEmpty)
  }
}

/// One line on stderr that says how many communes are done and how long the rest will take; nothing unless stderr is a
/// terminal.
///
/// The rest is judged by the work that is left, not by how many units: the largest are done first.
private final class BatchLine: @unchecked Sendable {
  // @unchecked: the lock guards what changes.
  private let lock = NSLock()
  private let words: Wording
  private let isShown: Bool
  private let began = ContinuousClock.now
  private var lastDrawn: ContinuousClock.Instant?

  init(_ words: Wording, quiet: Bool) {
    self.words = words
    isShown = !quiet && Console.isErrorTerminal
  }

  func show(_ progress: BatchRun.Progress) {
    guard isShown else { return }
    lock.withLock {
      let now = ContinuousClock.now
      if let lastDrawn, now - lastDrawn < .milliseconds(200) { return }
      lastDrawn = now
      let seconds = Double((now - began).components.seconds)
      // The first seconds say little.
      let minutes =
        seconds < 2 || progress.workDone == 0
        ? nil : seconds * Double(progress.workLeft) / Double(progress.workDone) / 60
      let text = words.batchProgress(progress.done, of: progress.all, minutes: minutes)
      try? FileHandle.standardError.write(contentsOf: Data("\r\u{1B}[K\(text)".utf8))
    }
  }

  /// Takes the line away.
  func finish() {
    guard isShown else { return }
    lock.withLock {
      if lastDrawn != nil {
        try? FileHandle.standardError.write(contentsOf: Data("\r\u{1B}[K".utf8))
      }
      lastDrawn = nil
    }
  }
}
