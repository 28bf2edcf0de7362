/// A map as data: layers in metres of a plane, north up, and a table twin for every view.
public struct Map: Sendable {
  /// Unique in the document; lower case letters, digits and hyphens.
  public var id: String
  public var title: String
  /// What the map shows, for those who do not see it.
  public var summary: String
  /// Borders: the study area, districts.
  public var outlines: [Outline]
  /// What is walked but not to be covered; drawn thin under every view.
  public var background: LineLayer
  /// One at least; the first is shown at first.
  public var views: [View]
  public var points: [PointLayer]

  public init(
    id: String, title: String, summary: String, outlines: [Outline], background: LineLayer,
    views: [View], points: [PointLayer]
  ) {
    self.id = id
    self.title = title
    self.summary = summary
    self.outlines = outlines
    self.background = background
    self.views = views
    self.points = points
  }

  /// One reading of the streets, such as one budget.
  public struct View: Sendable {
    /// Unique in the document; lower case letters, digits and hyphens.
    public var id: String
    public var label: String
    public var layers: [LineLayer]
    /// Points of this view alone, such as the ranks of its gaps.
    public var points: [PointLayer]
    /// The same content as a table.
    public var twin: Table

    public init(
      id: String, label: String, layers: [LineLayer], points: [PointLayer] = [], twin: Table
    ) {
      self.id = id
      self.label = label
      self.layers = layers
      self.points = points
      self.twin = twin
    }
  }

  public struct LineLayer: Sendable {
    public enum Style: String, CaseIterable, Sendable { case covered, uncovered, walkable }

    public var style: Style
    /// What the legend says.
    public var label: String
    public var lines: [Line]

    public init(style: Style, label: String, lines: [Line]) {
      self.style = style
      self.label = label
      self.lines = lines
    }
  }

  /// A stretch of street, alike from end to end.
  public struct Line: Sendable {
    public var path: [PlanePoint]
    /// The street's name, `nil` where it bears none.
    public var name: String?
    /// Ground metres.
    public var length: Double
    /// The longest walk from the nearest relay to the stretch, metres; `nil` where none is known.
    public var walk: Double?
    /// The feature the stretch is part of, as a table's row names it.
    public var target: String?

    public init(
      path: [PlanePoint], name: String?, length: Double, walk: Double? = nil, target: String? = nil
    ) {
      self.path = path
      self.name = name
      self.length = length
      self.walk = walk
      self.target = target
    }
  }

  /// A closed border; rings repeat their first point last.
  public struct Outline: Sendable {
    public enum Style: String, CaseIterable, Sendable { case studyArea, district }

    public var style: Style
    public var label: String
    public var name: String
    public var rings: [[PlanePoint]]
    public var target: String?

    public init(
      style: Style, label: String, name: String, rings: [[PlanePoint]], target: String? = nil
    ) {
      self.style = style
      self.label = label
      self.name = name
      self.rings = rings
      self.target = target
    }
  }

  public struct PointLayer: Sendable {
    /// Each style has a shape of its own, so that colour is never alone in telling them apart.
    public enum Style: String, CaseIterable, Sendable { case relay, unattached, rank, school }

    public var style: Style
    /// What the legend says; empty keeps the layer out of it.
    public var label: String
    public var points: [Point]

    public init(style: Style, label: String, points: [Point]) {
      self.style = style
      self.label = label
      self.points = points
    }
  }

  public struct Point: Sendable {
    public var position: PlanePoint
    public var name: String
    /// A sentence about it; may be empty.
    public var detail: String
    public var target: String?

    public init(position: PlanePoint, name: String, detail: String, target: String? = nil) {
      self.position = position
      self.name = name
      self.detail = detail
      self.target = target
    }
  }
}

/// A place on a drawing: metres east and north of the drawing's own origin, in no reference system.
public struct PlanePoint: Hashable, Sendable {
  public var x: Double
  public var y: Double

  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}
