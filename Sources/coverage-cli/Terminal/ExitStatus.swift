import ArgumentParser

/// How a run ends, as other programs see it. 64, misuse, is the argument parser's.
enum ExitStatus {
  static let couldNotFinish = ExitCode(1)
  /// Done, but with findings, under `--strict`.
  static let findings = ExitCode(2)
  /// Stopped by a signal: 128 and its number, as shells have it.
  static var interrupted: ExitCode { ExitCode(128 + (Interruption.signal ?? 0)) }
}
