/// A map as data: layers in metres of a plane, north up, and a table twin for every view.
public struct Map: Sendable {
  /// Unique in the document; lower case letters, digits and hyphens.
  public var id: String
  /// Names the map in the document.
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
  /// Points of every view: relays, schools.
  public var points: [PointLayer]
  /// Whether the tables of the views are printed with it, or said elsewhere on paper.
  public var printsTwins: Bool
  /// What lies under the streets.
  var scenery = DrawnScenery()
  /// What its search answers, beyond what the lines say.
  var answers = StreetAnswers()
  /// Where the plane lies on earth; `nil` where nobody needs to know: the view then has no address.
  var plane: DrawingPlane?

  /// - Parameter switches: Their combinations are the views, in order.
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
    /// The stretches, in drawing order.
    public var lines: [Line]

    /// - Parameter styles: One per view.
    public init(styles: [LineLayer.Style], lines: [Line]) {
      self.styles = styles
      self.lines = lines
    }
  }

  /// A choice of one among several, such as a walking distance or a time of day.
  public struct Switch: Hashable, Sendable {
    /// What is chosen: a distance, a time of day.
    public var label: String
    /// The choices, in the order of the views.
    public var options: [String]

    /// A switch with its choices.
    public init(label: String, options: [String]) {
      self.label = label
      self.options = options
    }
  }

  /// One reading of the streets, such as one budget.
  public struct View: Sendable {
    /// Unique in the document; lower case letters, digits and hyphens.
    public var id: String
    /// Names the view where no switch does.
    public var label: String
    /// What is drawn, in a few words below the drawing; may be empty.
    public var caption: String
    /// Lines of this view alone, in drawing order.
    public var layers: [LineLayer]
    /// Points of this view alone, such as the ranks of its gaps.
    public var points: [PointLayer]
    /// The same content as a table. Views may share one, which is then written once.
    public var twin: Table

    /// - Parameter twin: The table with the same content.
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

  /// Lines drawn alike.
  public struct LineLayer: Sendable {
    /// Covered for certain, perhaps, not covered; or walkable but not to be covered.
    public enum Style: String, CaseIterable, Sendable {
      case covered, uncertain, uncovered, walkable
    }

    /// How they are drawn.
    public var style: Style
    /// What the legend says.
    public var label: String
    /// In drawing order.
    public var lines: [Line]

    /// A layer with its legend.
    public init(style: Style, label: String, lines: [Line]) {
      self.style = style
      self.label = label
      self.lines = lines
    }
  }

  /// A stretch of street, alike from end to end.
  public struct Line: Sendable {
    /// Metres of the plane, north up; two points at least.
    public var path: [PlanePoint]
    /// The street's name, `nil` where it bears none.
    public var name: String?
    /// Ground metres.
    public var length: Double
    /// The longest walk from the nearest relay to the stretch, metres; `nil` where none is known.
    public var walk: Double?
    /// The features the stretch is part of, as tables' rows name them: one at most in each view.
    public var targets: [String]

    /// - Parameter targets: The features it is part of, one at most in each view.
    public init(
      path: [PlanePoint], name: String?, length: Double, walk: Double? = nil, target: String? = nil
    ) {
      self.init(
        path: path, name: name, length: length, walk: walk, targets: target.map { [$0] } ?? [])
    }

    /// - Parameter target: The feature it is part of, `nil` for none.
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
    /// The border of the study area or of a district.
    public enum Style: String, CaseIterable, Sendable { case studyArea, district }

    /// How it is drawn.
    public var style: Style
    /// What the legend says.
    public var label: String
    /// The area's name.
    public var name: String
    /// Rings in metres of the plane.
    public var rings: [[PlanePoint]]
    /// The feature tables' rows call the area, `nil` for none.
    public var target: String?

    /// An area's outline.
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

  /// Points drawn alike.
  public struct PointLayer: Sendable {
    /// Each style has a shape of its own, so that colour is never the only difference.
    public enum Style: String, CaseIterable, Sendable { case relay, unattached, rank, school }

    /// How they are drawn.
    public var style: Style
    /// What the legend says; empty keeps the layer out of it.
    public var label: String
    /// In drawing order.
    public var points: [Point]

    /// A layer with its legend.
    public init(style: Style, label: String, points: [Point]) {
      self.style = style
      self.label = label
      self.points = points
    }
  }

  /// A place marked on the map.
  public struct Point: Sendable {
    /// Metres of the plane.
    public var position: PlanePoint
    /// What is written at the mark or read out for it.
    public var name: String
    /// A sentence about it; may be empty.
    public var detail: String
    /// The feature tables' rows call the point, `nil` for none.
    public var target: String?

    /// - Parameter detail: A sentence about it; may be empty.
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
  /// East, metres.
  public var x: Double
  /// North, metres.
  public var y: Double

  /// A point of the plane.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}
