/// Answers that were given for another town than the territory's.
public struct ForeignAnswers: Error, Hashable, Sendable {
  /// The town they name.
  public var named: String
  /// The territory's.
  public var own: String
}
