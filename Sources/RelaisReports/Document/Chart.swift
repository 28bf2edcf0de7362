/// Curves as data: what a small drawing shows, and a table next to it always says.
public struct Chart: Sendable {
  /// Unique in the document; lower case letters, digits and hyphens.
  public var id: String
  /// What it shows, for those who do not see it.
  public var summary: String
  /// What the horizontal axis counts; may be empty.
  public var xTitle: String
  /// What the vertical axis counts.
  public var yTitle: String
  /// Increasing, two at least; the first and the last are the frame.
  public var xTicks: [Tick]
  /// Increasing, two at least; the first and the last are the frame.
  public var yTicks: [Tick]
  /// In the order they are drawn.
  public var curves: [Curve]
  /// Levels to reach.
  public var guides: [Tick]

  /// - Parameter guides: Levels to reach.
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
    /// Where it stands on its axis.
    public var value: Double
    /// What is written there.
    public var label: String

    /// A tick at a value with its text.
    public init(_ value: Double, _ label: String) {
      self.value = value
      self.label = label
    }
  }

  /// One line of the chart.
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

    /// How it is drawn.
    public var style: Style
    /// What the legend says.
    public var label: String
    /// By increasing x.
    public var points: [Point]

    /// A curve through points of increasing x.
    public init(style: Style, label: String, points: [Point]) {
      self.style = style
      self.label = label
      self.points = points
    }
  }

  /// A place in the units of the axes.
  public struct Point: Hashable, Sendable {
    /// Along the horizontal axis.
    public var x: Double
    /// Along the vertical axis.
    public var y: Double

    /// A point at these values.
    public init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }
}
