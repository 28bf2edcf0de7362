/// A small map that stands still: a way, its stops and the streets around, for a phone and for paper. A
/// table next to it always says the same.
public struct Sketch: Sendable {
  public struct Line: Sendable {
    public enum Style: String, CaseIterable, Sendable { case street, gap, way }

    public var style: Style
    public var path: [PlanePoint]

    public init(style: Style, path: [PlanePoint]) {
      self.style = style
      self.path = path
    }
  }

  public struct Mark: Sendable {
    /// Each has a shape of its own.
    public enum Style: String, CaseIterable, Sendable { case relay, alternative, start, stop }

    public var style: Style
    public var position: PlanePoint
    /// Written on it; empty for none.
    public var text: String

    public init(style: Style, position: PlanePoint, text: String = "") {
      self.style = style
      self.position = position
      self.text = text
    }
  }

  /// A name along a street.
  public struct Label: Sendable {
    public var text: String
    public var position: PlanePoint
    /// From east, anticlockwise, −90…90.
    public var degrees: Double

    public init(text: String, position: PlanePoint, degrees: Double) {
      self.text = text
      self.position = position
      self.degrees = degrees
    }
  }

  /// What it shows, for those who do not see it.
  public var summary: String
  public var frame: Frame
  public var lines: [Line]
  public var marks: [Mark]
  /// The most wanted first; those without room are left out.
  public var labels: [Label]
  /// What lines and marks mean, those that are there.
  public var legend: [(style: LegendStyle, label: String)]

  /// The picture's edges, metres.
  public struct Frame: Hashable, Sendable {
    public let minX: Double
    public let minY: Double
    public let maxX: Double
    public let maxY: Double

    /// Around some points with a margin; no more than a good half as high again as wide, nor the reverse.
    public init(around points: [PlanePoint]) {
      let finite = points.filter { abs($0.x) < 1e7 && abs($0.y) < 1e7 }
      let (x, y) = (finite.map(\.x), finite.map(\.y))
      let (lowX, highX) = (x.min() ?? 0, x.max() ?? 0)
      let (lowY, highY) = (y.min() ?? 0, y.max() ?? 0)
      let side = max(highX - lowX, highY - lowY, 150)
      let wide = max(highX - lowX, side * 0.75) + side * 0.16
      let high = max(highY - lowY, side * 0.6) + side * 0.16
      minX = (lowX + highX) / 2 - wide / 2
      maxX = minX + wide
      minY = (lowY + highY) / 2 - high / 2
      maxY = minY + high
    }

    public func contains(_ point: PlanePoint) -> Bool {
      point.x >= minX && point.x <= maxX && point.y >= minY && point.y <= maxY
    }
  }

  public enum LegendStyle: Hashable, Sendable {
    case line(Line.Style)
    case mark(Mark.Style)
  }
}
