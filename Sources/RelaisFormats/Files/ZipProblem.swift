/// Why a zip archive is not read as it is.
public enum ZipProblem: Hashable, Sendable {
  case noFile
  /// None of them is evidently the one; their names.
  case severalFiles([String])
  case encrypted
  /// Compressed by another method than deflate; its number in APPNOTE.
  case method(Int)
  /// One of several parts.
  case split
  case damaged(detail: String)
}
