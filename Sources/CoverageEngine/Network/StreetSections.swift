public import RelaisGeo

/// Walkable lines as imported, in the order of their source: what a network is built from.
///
/// Flat arrays instead of one value per line: a large town has a million of them. A section is a
/// run of vertices; two sections meet where their vertices bear the same junction key, and nowhere
/// else. A way cut at a missing node gives several sections of one source line.
public struct StreetSections: Sendable {
  /// A vertex that is shape only: nothing can join there.
  public static let noJunction = UInt32.max

  /// What identifies the source lines.
  public enum Identifiers: Sendable {
    /// OpenStreetMap ways: edges are called `way/<id>/<k>`; those of a relation, whose number is that of
    /// ``StreetSections/relation(_:)``, `relation/<id>/<k>`.
    case ways([Int64])
    /// Texts of the source: an uncut line keeps its own, pieces get `<id>/<k>`.
    case texts([String])
  }

  public let ground: Ground
  public var identifiers: Identifiers

  /// One per vertex.
  public private(set) var positions: [Position] = []
  /// One per vertex: a dense key of what can be joined, or ``noJunction``.
  public private(set) var junctions: [UInt32] = []
  /// How many junction keys there are; keys lie below.
  public private(set) var junctionCount = 0

  /// One per section, and one more: where its vertices begin.
  public private(set) var firstVertex: [Int] = [0]
  /// One per section: which source line it is a piece of. Pieces of one line are neighbours.
  public private(set) var line: [UInt32] = []
  /// Junctions at which a line goes on that was not read, since it lies beyond the area asked for.
  public private(set) var openJunctions: [UInt32] = []
  /// Junctions at which a barrier stops: a line ends there and joins nothing.
  public private(set) var stoppedJunctions: [UInt32] = []
  /// The different hours of ways and gates.
  public private(set) var hours: [WalkingHours] = []
  private var hourNumbers: [WalkingHours: UInt16] = [:]
  /// Junctions that a gate closes at some hours, and its number among them.
  public private(set) var gates: [Gate] = []
  /// How far around the study area they were read; `nil` for everything.
  public var reading: ReadingArea?

  /// Areas that are walked across.
  public private(set) var squares: [Square] = []

  /// An area that is walked across in straight lines: its outer ring and its holes.
  public struct Square: Hashable, Sendable {
    public struct Vertex: Hashable, Sendable {
      public var position: Position
      /// ``StreetSections/noJunction`` where nothing may enter.
      public var junction: UInt32

      public init(_ position: Position, junction: UInt32) {
        self.position = position
        self.junction = junction
      }
    }

    /// The source line that is its outline.
    public var line: UInt32
    /// The outer ring first; each without its first vertex again at its end.
    public var rings: [[Vertex]]
  }

  /// A junction with a gate that has hours.
  public struct Gate: Hashable, Sendable {
    public var junction: UInt32
    /// An index of ``StreetSections/hours``.
    public var hours: Int
  }

  /// One per source line.
  public private(set) var attributes: [StreetAttributes] = []
  /// Street names, each once; 0 is "no name".
  public private(set) var names: [String] = [""]
  private var nameNumbers: [String: UInt32] = ["": 0]

  public init(ground: Ground, identifiers: Identifiers) {
    self.ground = ground
    self.identifiers = identifiers
  }

  public var count: Int { line.count }

  /// The number of a street name, new or known. Spaces around it are dropped.
  public mutating func number(ofName name: String) -> UInt32 {
    if let known = nameNumbers[name] { return known }
    if name.first?.isWhitespace == true || name.last?.isWhitespace == true {
      let trimmed = name.drop(while: \.isWhitespace)
      let number = number(
        ofName: String(trimmed.dropLast(trimmed.reversed().prefix(while: \.isWhitespace).count)))
      nameNumbers[name] = number
      return number
    }
    let next = UInt32(names.count)
    names.append(name)
    nameNumbers[name] = next
    return next
  }

  /// The number of hours for ``StreetAttributes/hours``, new or known.
  public mutating func number(of hours: WalkingHours) -> UInt16 {
    if let known = hourNumbers[hours] { return known }
    // No town has as many; what is beyond counts as the last.
    guard self.hours.count < Int(UInt16.max) else { return UInt16.max }
    self.hours.append(hours)
    let number = UInt16(self.hours.count)
    hourNumbers[hours] = number
    return number
  }

  /// Notes that a line ends at a junction that nothing else joins, since a barrier stands there.
  public mutating func stop(at junction: UInt32) { stoppedJunctions.append(junction) }

  /// Notes that a gate with hours stands at a junction; lines are cut there.
  public mutating func addGate(at junction: UInt32, _ hours: WalkingHours) {
    gates.append(Gate(junction: junction, hours: Int(number(of: hours)) - 1))
  }

  /// Declares the next source line; following sections are its pieces.
  public mutating func beginLine(_ attributes: StreetAttributes) {
    self.attributes.append(attributes)
  }

  /// Adds a vertex to the section being written. A junction named twice in a row counts once.
  @inline(__always)
  public mutating func addVertex(_ position: Position, junction: UInt32) {
    if junction != StreetSections.noJunction {
      if positions.count > firstVertex[firstVertex.count - 1], junctions.last == junction { return }
      junctionCount = max(junctionCount, Int(junction) + 1)
    }
    positions.append(position)
    junctions.append(junction)
  }

  /// Notes that a line goes on at a junction beyond what was read.
  public mutating func leaveOpen(_ junction: UInt32) { openJunctions.append(junction) }

  /// Declares an area that is walked across, whose outline is the line declared last.
  ///
  /// - Parameter rings: The outer one first; each simple, without its first vertex again at its end.
  public mutating func addSquare(_ rings: [[Square.Vertex]]) {
    squares.append(Square(line: UInt32(attributes.count - 1), rings: rings))
    for vertex in rings.joined() where vertex.junction != Self.noJunction {
      junctionCount = max(junctionCount, Int(vertex.junction) + 1)
    }
  }

  /// Ends the section being written; does nothing if it has no vertex.
  ///
  /// A section of a single vertex has no edge, yet its way uses that junction.
  public mutating func endSection() {
    guard positions.count > firstVertex[firstVertex.count - 1] else { return }
    firstVertex.append(positions.count)
    line.append(UInt32(attributes.count - 1))
  }

  public mutating func reserve(vertices: Int, lines: Int) {
    positions.reserveCapacity(vertices)
    junctions.reserveCapacity(vertices)
    firstVertex.reserveCapacity(lines + 1)
    line.reserveCapacity(lines)
    attributes.reserveCapacity(lines)
  }

  /// Appends another source's sections: their junctions do not meet these.
  ///
  /// - Precondition: same ground; identifiers become texts if either has texts.
  public mutating func append(_ other: StreetSections) {
    precondition(other.ground == ground)
    let keyOffset = UInt32(junctionCount)
    let vertexOffset = positions.count
    let lineOffset = UInt32(attributes.count)
    identifiers = StreetSections.joined(identifiers, other.identifiers)
    let nameMap = other.names.map { number(ofName: $0) }
    positions += other.positions
    junctions += other.junctions.map { $0 == Self.noJunction ? $0 : $0 + keyOffset }
    junctionCount += other.junctionCount
    openJunctions += other.openJunctions.map { $0 + keyOffset }
    stoppedJunctions += other.stoppedJunctions.map { $0 + keyOffset }
    let hourMap = other.hours.map { number(of: $0) }
    gates += other.gates.map {
      Gate(junction: $0.junction + keyOffset, hours: Int(hourMap[$0.hours]) - 1)
    }
    squares += other.squares.map { square in
      Square(
        line: square.line + lineOffset,
        rings: square.rings.map { ring in
          ring.map {
            Square.Vertex(
              $0.position,
              junction: $0.junction == Self.noJunction ? $0.junction : $0.junction + keyOffset)
          }
        })
    }
    firstVertex += other.firstVertex.dropFirst().map { $0 + vertexOffset }
    line += other.line.map { $0 + lineOffset }
    attributes += other.attributes.map { attributes in
      var copy = attributes
      copy.name = nameMap[Int(copy.name)]
      if copy.hours > 0 { copy.hours = hourMap[Int(copy.hours) - 1] }
      return copy
    }
  }

  /// Joins the ends of sections of different sources that coincide: lie within a millimetre of each other.
  ///
  /// - Parameter firstSections: Where each source begins, the first one at 0.
  /// - Complexity: linear in the sections.
  public mutating func joinEnds(ofSourcesAt firstSections: [Int]) {
    var coincident = CoincidentPlaces(on: ground)
    var junctionOf: [UInt32] = []
    var placesOf: [UInt32: Int] = [:]
    let stopped = Set(stoppedJunctions)
    for section in 0..<count {
      for vertex in [firstVertex[section], firstVertex[section + 1] - 1] {
        let junction = junctions[vertex]
        guard junction != Self.noJunction, placesOf[junction] == nil,
          !stopped.contains(junction)
        else { continue }
        placesOf[junction] = coincident.add(positions[vertex])
        junctionOf.append(junction)
      }
    }
    let starts = firstSections.map { firstVertex[$0] }
    func source(_ vertex: Int) -> Int { starts.lastIndex { $0 <= vertex } ?? 0 }
    // Within a source its own nodes say what joins.
    var sourcesOf: [Int: Set<Int>] = [:]
    for section in 0..<count {
      for vertex in [firstVertex[section], firstVertex[section + 1] - 1] {
        guard let place = placesOf[junctions[vertex]] else { continue }
        sourcesOf[coincident.root(place), default: []].insert(source(vertex))
      }
    }
    var target: [UInt32: UInt32] = [:]
    for (place, junction) in junctionOf.enumerated() {
      let root = coincident.root(place)
      guard root != place, sourcesOf[root].map({ $0.count > 1 }) ?? false else { continue }
      target[junction] = junctionOf[root]
    }
    guard !target.isEmpty else { return }
    for vertex in junctions.indices {
      if let joined = target[junctions[vertex]] { junctions[vertex] = joined }
    }
    openJunctions = openJunctions.map { target[$0] ?? $0 }
    for square in squares.indices {
      for ring in squares[square].rings.indices {
        for vertex in squares[square].rings[ring].indices {
          let junction = squares[square].rings[ring][vertex].junction
          squares[square].rings[ring][vertex].junction = target[junction] ?? junction
        }
      }
    }
    gates = gates.map { Gate(junction: target[$0.junction] ?? $0.junction, hours: $0.hours) }
  }

  /// The number of a relation among those of ways, far below any of an editor's.
  public static func relation(_ id: Int64) -> Int64 { id &- (1 << 62) }

  /// What an element of OpenStreetMap is called.
  static func name(_ id: Int64) -> String {
    id < -(1 << 61) ? "relation/\(id &+ (1 << 62))" : "way/\(id)"
  }

  private static func joined(_ a: Identifiers, _ b: Identifiers) -> Identifiers {
    switch (a, b) {
    case (.ways(let first), .ways(let second)): .ways(first + second)
    case (.ways(let first), .texts(let second)): .texts(first.map(Self.name) + second)
    case (.texts(let first), .ways(let second)): .texts(first + second.map(Self.name))
    case (.texts(let first), .texts(let second)): .texts(first + second)
    }
  }
}

/// What a source line says of itself, beyond its shape.
public struct StreetAttributes: Hashable, Sendable {
  /// A number of ``StreetSections/names``.
  public var name: UInt32
  /// Whether it is a street to cover, not only one to walk on.
  public var isDemand: Bool
  /// Above 0 over the ground (a bridge), below under it: lines of unlike levels cross without meeting.
  public var level: Int8
  /// Whether it is for people on foot alone, as far as its source tells the two apart.
  public var form: Form
  /// Demand per metre.
  public var weight: Double
  /// The length the source gives; the line is then not to be cut.
  public var length: Length?
  /// A number of ``StreetSections/number(of:)``; 0 where it may be walked at any hour.
  public var hours: UInt16
  /// Whether its sidewalk is drawn as a way of its own.
  public var sidewalk: Sidewalk
  /// Whether it leads straight across a square, and is no line of the source.
  public var isAcross = false

  /// How a line and the sidewalks beside it are drawn.
  public enum Sidewalk: UInt8, Sendable {
    /// Nothing is said, or they are part of the street.
    case unsaid
    /// A street whose sidewalks are drawn apart.
    case apart
    /// Such a sidewalk.
    case isOne
  }

  /// Who a way is made for.
  public enum Form: UInt8, Sendable {
    case unsaid
    /// Cars go there too.
    case street
    /// Footways, paths, tracks, steps.
    case footway
  }

  public init(
    name: UInt32, isDemand: Bool, level: Int8 = 0, form: Form = .unsaid, weight: Double = 1,
    length: Length? = nil, hours: UInt16 = 0, sidewalk: Sidewalk = .unsaid
  ) {
    self.name = name
    self.isDemand = isDemand
    self.level = level
    self.form = form
    self.weight = weight
    self.length = length
    self.hours = hours
    self.sidewalk = sidewalk
  }
}
