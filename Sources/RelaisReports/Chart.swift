/// Curves as data: what a small drawing shows, and a table next to it always says.
public struct Chart: Sendable {
  /// Unique in the document; lower case letters, digits and hyphens.
  public var id: String
  /// What it shows, for those who do not see it.
  public var summary: String
  public var xTitle: String
  public var yTitle: String
  /// Increasing, two at least; the first and the last are the frame.
  public var xTicks: [Tick]
  public var yTicks: [Tick]
  public var curves: [Curve]
  /// Levels to reach.
  public var guides: [Tick]

  public init(
    id: String, summary: String, xTitle: String, yTitle: String, xTicks: [Tick], yTicks: [Tick],
    curves: [Curve], guides: [Tick] = []
  ) {
    self.id = id
    self.summary = summary
    self.xTitle = xTitle
    self.yTitle = yTitle
    self.xTicks = xTicks
    self.yTicks = yTicks
    self.curves = curves
    self.guides = guides
  }

  /// A value and what is written beside it.
  public struct Tick: Hashable, Sendable {
    public var value: Double
    public var label: String

    public init(_ value: Double, _ label: String) {
      self.value = value
      self.label = label
    }
  }

  public struct Curve: Hashable, Sendable {
    /// Each has a line of its own, so that colour is never the only difference.
    public enum Style: String, CaseIterable, Sendable {
      /// What is: a full line with its points marked.
      case found
      /// What cannot be exceeded: dashed, without marks.
      case bound
      /// Something to compare with: dotted, with hollow marks.
      case other
    }

    public var style: Style
    /// What the legend says.
    public var label: String
    /// By increasing x.
    public var points: [Point]

    public init(style: Style, label: String, points: [Point]) {
      self.style = style
      self.label = label
      self.points = points
    }
  }

  public struct Point: Hashable, Sendable {
    public var x: Double
    public var y: Double

    public init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }
}
