/// Why a page was not printed; the page itself was written.
public enum PrintError: Error, Hashable, Sendable {
  /// No browser that can print is installed; what was looked for.
  case noBrowser(known: [String])
  /// The browser did not end in time.
  case timedOut(page: String, seconds: Int)
  /// The browser made no PDF; its last word.
  case failed(page: String, detail: String)
}
