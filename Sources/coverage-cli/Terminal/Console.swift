import Foundation
import RelaisFormats
import RelaisGeo

/// Writing to the two streams: results to stdout, all else to stderr.
enum Console {
  /// Text from files must not steer a terminal: control characters become visible marks.
  static func safe(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          let isControl =
            scalar.value < 0x20 && scalar != "\n" && scalar != "\t"
            || (0x7F...0x9F).contains(scalar.value)
            // Marks that turn the direction of writing can hide what a line says.
            || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
          return isControl ? "\u{FFFD}" : scalar
        }))
  }

  static func output(_ text: String) throws(FormatError) {
    try output(bytes: Array((safe(text) + "\n").utf8))
  }

  /// Bytes as they are, for JSON and CSV.
  static func output(bytes: [UInt8]) throws(FormatError) {
    do { try FileHandle.standardOutput.write(contentsOf: Data(bytes)) } catch {
      throw .notWritable(file: "stdout", detail: (error as NSError).localizedFailureReason ?? "")
    }
  }

  /// Whether what failed was writing to stdout, which needs no other explanation.
  static func isOutput(_ failure: any Error) -> Bool {
    if case .notWritable("stdout", _) = failure as? FormatError { true } else { false }
  }

  /// Sees that no file opened later takes the place of a stream that is closed; writing to it still fails.
  static func holdClosedStreams() {
    for stream in Int32(0)...2 where fcntl(stream, F_GETFD) == -1 {  // -1 where it is closed
      _ = open("/dev/null", O_RDONLY)
    }
  }

  /// Has writing to a pipe nobody reads fail, instead of ending the program.
  static func ignoringClosedPipes() -> sighandler_t? { signal(SIGPIPE, SIG_IGN) }

  static func restore(_ handler: sighandler_t?) { signal(SIGPIPE, handler) }

  /// What cannot be said is not worth failing for.
  static func error(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data((safe(text) + "\n").utf8))
  }

  /// Takes a progress line away.
  static func clearLine() {
    guard isErrorTerminal else { return }
    try? FileHandle.standardError.write(contentsOf: Data("\r\u{1B}[K".utf8))
  }

  static let isErrorTerminal = isatty(2) == 1
}
