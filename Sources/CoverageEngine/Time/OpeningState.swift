/// Whether a place is open.
public enum OpeningState: String, CaseIterable, Hashable, Sendable {
  case open
  case closed
  /// It may be: its hours say so, or do not say enough.
  case unknown
}
