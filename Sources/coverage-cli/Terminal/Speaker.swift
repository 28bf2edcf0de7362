import RelaisFormats
import RelaisGeo
import RelaisReports
import RelaisTown
import RelaisWording

/// What a command says, in its language: results on stdout, all else on stderr.
struct Speaker {
  let words: Wording
  let isQuiet: Bool
  private let line: ProgressLine
  private let timings: Timings?

  init(_ words: Wording, isQuiet: Bool, isTimed: Bool = false) {
    self.words = words
    self.isQuiet = isQuiet
    timings = isTimed ? Timings() : nil
    line = ProgressLine(words, quiet: isQuiet, timings: timings)
  }

  /// What the library is given to work with: today, this language, the progress line, Ctrl-C.
  func work(author: String? = nil) -> Work {
    Work(
      in: words, by: .now(author: author), progress: line.progress,
      cancellation: Interruption.cancellation)
  }

  /// Takes the progress line away.
  func finish() { line.finish() }

  /// Ends a command: the progress line goes, and what the steps took is said where it was asked for.
  func conclude() {
    finish()
    for line in timings?.lines(words) ?? [] { Console.error(line) }
  }

  /// Shows what came of a change that is recorded already. Where that fails the change stands, and this is said apart:
  /// who believes that nothing was done does it again.
  func done(_ show: () throws -> Void) throws {
    let former = Console.ignoringClosedPipes()
    defer { Console.restore(former) }
    do { try show() } catch {
      guard error is FormatError || error is OutputError else { throw error }
      if !Console.isOutput(error) { warn(of: error) }
      warn(words.recordedNotShown)
    }
  }

  /// A result as text.
  func say(_ text: String) throws {
    finish()
    try Console.output(text)
  }

  /// A result asked for as a file: `-` is standard output.
  ///
  /// - Parameters:
  ///   - inputs: Files the command reads, which it never replaces.
  ///   - readers: Who may read the file at most.
  func write(
    _ bytes: [UInt8], to path: String, reading inputs: [String] = [],
    for readers: FileReaders = .everybody
  ) throws {
    finish()
    if path == "-" {
      try Console.output(bytes: bytes)
    } else {
      try OutputFile.write(bytes, to: path, reading: inputs, for: readers)
    }
  }

  /// Something apart from the result, even with `--quiet`.
  func error(_ text: String) {
    finish()
    Console.error(text)
  }

  /// Something that went wrong.
  func warn(_ text: String) { error("relais: " + text) }

  /// Nothing once work is asked to stop: whatever fails then, fails for that.
  func warn(of failure: any Error) {
    if Interruption.signal == nil { warn(words.sentence(of: failure)) }
  }

  /// Something worth knowing, unless nobody wants to.
  func note(_ text: String) {
    if !isQuiet { warn(text) }
  }
}
