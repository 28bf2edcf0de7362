/// What may be wrong with a street network. Raw values are stable; the order is that of reports.
public enum NetworkFlaw: String, CaseIterable, Sendable {
  /// A piece with streets to cover, without a way to the main one.
  case island
  /// A node within reach of a line that it does not join.
  case nearMiss = "near-miss"
  /// Two lines of one level that cross without a common node.
  case crossingWithoutNode = "crossing-without-node"
  /// A street that lies on another one, or right beside it, and counts twice.
  case doubledStreet = "doubled-street"
  /// A street to cover that stops where the file does.
  case cutAtEdge = "cut-at-edge"
  /// A part of the study area without any street.
  case boundaryNotFilled = "boundary-not-filled"
  /// Streets for cars alone, without the ways of people on foot.
  case noFootways = "no-footways"
}

/// What is to be thought of figures made on a network, the best first.
public enum HealthVerdict: String, Comparable, CaseIterable, Sendable {
  case sound
  /// Something should be looked at; figures are likely right within a point.
  case doubtful
  /// Figures are likely off by more than a point.
  case unsound

  public static func < (a: HealthVerdict, b: HealthVerdict) -> Bool {
    (allCases.firstIndex(of: a) ?? 0) < (allCases.firstIndex(of: b) ?? 0)
  }
}
