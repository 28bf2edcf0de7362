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
  /// Streets drawn once for all views, drawn otherwise in each.
  public var strands: [Strand]
  /// One at least; the first is shown at first.
  public var views: [View]
  /// How one chooses among the views: they are all combinations of the switches' options, those of
  /// the last switch changing first. Empty for a single switch with the views' own labels.
  public var switches: [Switch]
  public var points: [PointLayer]
  /// Whether the tables of the views are printed with it, or said elsewhere on paper.
  public var printsTwins: Bool

  public init(
    id: String, title: String, summary: String, outlines: [Outline], background: LineLayer,
    strands: [Strand] = [], views: [View], switches: [Switch] = [], points: [PointLayer],
    printsTwins: Bool = true
  ) {
    self.id = id
    self.title = title
    self.summary = summary
    self.outlines = outlines
    self.background = background
    self.strands = strands
    self.views = views
    self.switches = switches
    self.points = points
    self.printsTwins = printsTwins
  }

  /// Stretches alike in every view.
  public struct Strand: Sendable {
    /// One a view, in their order.
    public var styles: [LineLayer.Style]
    public var lines: [Line]

    public init(styles: [LineLayer.Style], lines: [Line]) {
      self.styles = styles
      self.lines = lines
    }
  }

  /// A choice of one among several, such as a walking distance or a time of day.
  public struct Switch: Hashable, Sendable {
    public var label: String
    public var options: [String]

    public init(label: String, options: [String]) {
      self.label = label
      self.options = options
    }
  }

  /// One reading of the streets, such as one budget.
  public struct View: Sendable {
    /// Unique in the document; lower case letters, digits and hyphens.
    public var id: String
    public var label: String
    /// What is drawn, in a few words below the drawing; may be empty.
    public var caption: String
    public var layers: [LineLayer]
    /// Points of this view alone, such as the ranks of its gaps.
    public var points: [PointLayer]
    /// The same content as a table. Views may share one, which is then written once.
    public var twin: Table

    public init(
      id: String, label: String, caption: String = "", layers: [LineLayer],
      points: [PointLayer] = [], twin: Table
    ) {
      self.id = id
      self.label = label
      self.caption = caption
      self.layers = layers
      self.points = points
      self.twin = twin
    }
  }

  public struct LineLayer: Sendable {
    public enum Style: String, CaseIterable, Sendable {
      case covered, uncertain, uncovered, walkable
    }

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
    /// The features the stretch is part of, as tables' rows name them: one at most in each view.
    public var targets: [String]

    public init(
      path: [PlanePoint], name: String?, length: Double, walk: Double? = nil, target: String? = nil
    ) {
      self.init(
        path: path, name: name, length: length, walk: walk, targets: target.map { [$0] } ?? [])
    }

    public init(
      path: [PlanePoint], name: String?, length: Double, walk: Double? = nil, targets: [String]
    ) {
      self.path = path
      self.name = name
      self.length = length
      self.walk = walk
      self.targets = targets
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
    /// Each style has a shape of its own, so that colour is never the only difference.
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
