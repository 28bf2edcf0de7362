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
    /// OpenStreetMap ways: edges are called `way/<id>/<k>`.
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
  /// How far around the study area they were read; `nil` for everything.
  public var reading: ReadingArea?

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
    firstVertex += other.firstVertex.dropFirst().map { $0 + vertexOffset }
    line += other.line.map { $0 + lineOffset }
    attributes += other.attributes.map { attributes in
      var copy = attributes
      copy.name = nameMap[Int(copy.name)]
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
    for section in 0..<count {
      for vertex in [firstVertex[section], firstVertex[section + 1] - 1] {
        let junction = junctions[vertex]
        guard junction != Self.noJunction, placesOf[junction] == nil else { continue }
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
  }

  private static func joined(_ a: Identifiers, _ b: Identifiers) -> Identifiers {
    switch (a, b) {
    case (.ways(let first), .ways(let second)): .ways(first + second)
    case (.ways(let first), .texts(let second)): .texts(first.map { "way/\($0)" } + second)
    case (.texts(let first), .ways(let second)): .texts(first + second.map { "way/\($0)" })
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
    length: Length? = nil
  ) {
    self.name = name
    self.isDemand = isDemand
    self.level = level
    self.form = form
    self.weight = weight
    self.length = length
  }
}
