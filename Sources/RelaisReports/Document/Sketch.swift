/// A small map that stands still: a way, its stops and the streets around, for a phone and for paper. A
/// table next to it always says the same.
public struct Sketch: Sendable {
  /// A line of the drawing.
  public struct Line: Sendable {
    /// A street, an uncovered stretch, or the way of the round.
    public enum Style: String, CaseIterable, Sendable { case street, gap, way }

    /// How it is drawn.
    public var style: Style
    /// Metres of the plane, north up.
    public var path: [PlanePoint]

    /// A line with its style.
    public init(style: Style, path: [PlanePoint]) {
      self.style = style
      self.path = path
    }
  }

  /// A place of the drawing.
  public struct Mark: Sendable {
    /// Each has a shape of its own.
    public enum Style: String, CaseIterable, Sendable { case relay, alternative, start, stop }

    /// How it is drawn.
    public var style: Style
    /// Metres of the plane.
    public var position: PlanePoint
    /// Written on it; empty for none.
    public var text: String

    /// - Parameter text: Written on the mark; empty for none.
    public init(style: Style, position: PlanePoint, text: String = "") {
      self.style = style
      self.position = position
      self.text = text
    }
  }

  /// A name along a street.
  public struct Label: Sendable {
    /// The street's name.
    public var text: String
    /// The middle of the name, metres.
    public var position: PlanePoint
    /// From east, anticlockwise, −90…90.
    public var degrees: Double

    /// - Parameter degrees: From east, anticlockwise, −90…90.
    public init(text: String, position: PlanePoint, degrees: Double) {
      self.text = text
      self.position = position
      self.degrees = degrees
    }
  }

  /// What it shows, for those who do not see it.
  public var summary: String
  /// What the drawing shows of the plane.
  public var frame: Frame
  /// In drawing order.
  public var lines: [Line]
  /// In drawing order.
  public var marks: [Mark]
  /// The most wanted first; those without room are left out.
  public var labels: [Label]
  /// What lies under the streets.
  var scenery = DrawnScenery()
  /// What lines and marks mean, those that are there.
  public var legend: [(style: LegendStyle, label: String)]

  /// The picture's edges, metres.
  public struct Frame: Hashable, Sendable {
    /// West, metres.
    public let minX: Double
    /// South, metres.
    public let minY: Double
    /// East, metres.
    public let maxX: Double
    /// North, metres.
    public let maxY: Double

    /// Around some points with a margin; no more than a good half as high again as wide, nor the reverse.
    ///
    /// - Parameter least: The least it shows, metres.
    public init(around points: [PlanePoint], least: Double = 150) {
      let finite = points.filter { abs($0.x) < 1e7 && abs($0.y) < 1e7 }
      let (x, y) = (finite.map(\.x), finite.map(\.y))
      let (lowX, highX) = (x.min() ?? 0, x.max() ?? 0)
      let (lowY, highY) = (y.min() ?? 0, y.max() ?? 0)
      let side = max(highX - lowX, highY - lowY, least)
      let wide = max(highX - lowX, side * 0.75) + side * 0.16
      let high = max(highY - lowY, side * 0.6) + side * 0.16
      minX = (lowX + highX) / 2 - wide / 2
      maxX = minX + wide
      minY = (lowY + highY) / 2 - high / 2
      maxY = minY + high
    }

    /// Whether a point lies inside, borders included.
    public func contains(_ point: PlanePoint) -> Bool {
      point.x >= minX && point.x <= maxX && point.y >= minY && point.y <= maxY
    }
  }

  /// What an entry of the legend shows.
  public enum LegendStyle: Hashable, Sendable {
    case line(Line.Style)
    case mark(Mark.Style)
  }
}
