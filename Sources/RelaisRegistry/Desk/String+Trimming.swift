import Foundation

extension String {
  /// Without spaces at its ends.
  package func trimmingWhitespace() -> String {
    trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// An accent typed in two ways is one.
  var precomposed: String { precomposedStringWithCanonicalMapping }
}
