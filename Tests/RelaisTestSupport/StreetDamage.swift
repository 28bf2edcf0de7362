public import CoverageEngine
import RelaisGeo

/// Ways to break the streets of a town as files on their way to a town hall break them.
public enum StreetDamage: String, CaseIterable, Sendable {
  /// The street with most vertices has nodes of its own, and joins no other.
  case longestStreetUnlinked
  /// Every second way lies half a metre off, with nodes of its own.
  case halfOfWaysShifted
  /// One way in twenty has an end of its own.
  case endsUnlinked
  /// Footways lie 0.3 m off, with nodes of their own.
  case footwaysShifted
  /// One street in ten is there twice, at the same place.
  case streetsDoubledUpon
  /// The same, 0.4 m beside.
  case streetsDoubledBeside

  /// The sections with the damage done; the same at each call.
  public func done(to sections: StreetSections) -> StreetSections {
    var copier = Copier(sections)
    let longest = self == .longestStreetUnlinked ? StreetDamage.longestName(sections) : 0
    var number = 0
    for line in 0..<sections.attributes.count {
      let attributes = sections.attributes[line]
      switch self {
      case .longestStreetUnlinked: copier.copy(line, isOwn: attributes.name == longest)
      case .halfOfWaysShifted: copier.copy(line, isOwn: line % 2 == 1, by: 0.5)
      case .endsUnlinked: copier.copy(line, hasOwnEnd: line % 20 == 7)
      case .footwaysShifted: copier.copy(line, isOwn: attributes.form == .footway, by: 0.3)
      case .streetsDoubledUpon, .streetsDoubledBeside: copier.copy(line)
      }
    }
    guard self == .streetsDoubledUpon || self == .streetsDoubledBeside else {
      return copier.result
    }
    for line in 0..<sections.attributes.count where sections.attributes[line].isDemand {
      if number % 10 == 3 {
        copier.copy(line, isOwn: true, by: self == .streetsDoubledBeside ? 0.4 : 0)
      }
      number += 1
    }
    return copier.result
  }

  /// The number of the name that most vertices bear.
  private static func longestName(_ sections: StreetSections) -> UInt32 {
    var counts = [Int](repeating: 0, count: sections.names.count)
    for section in 0..<sections.count {
      let attributes = sections.attributes[Int(sections.line[section])]
      guard attributes.name != 0, attributes.isDemand else { continue }
      counts[Int(attributes.name)] +=
        sections.firstVertex[section + 1] - sections.firstVertex[section]
    }
    return UInt32(counts.indices.max { counts[$0] < counts[$1] } ?? 0)
  }

  private struct Copier {
    let source: StreetSections
    /// By line, its sections.
    let sections: [Range<Int>]
    var result: StreetSections
    private var own: [UInt32: UInt32] = [:]
    private var next: UInt32
    private var copies: UInt32 = 0

    init(_ source: StreetSections) {
      self.source = source
      var ranges = [Range<Int>](repeating: 0..<0, count: source.attributes.count)
      for section in 0..<source.count {
        let line = Int(source.line[section])
        ranges[line] =
          ranges[line].isEmpty
          ? section..<(section + 1) : ranges[line].lowerBound..<(section + 1)
      }
      sections = ranges
      result = StreetSections(ground: source.ground, identifiers: .texts([]))
      next = UInt32(source.junctionCount)
    }

    /// - Parameters:
    ///   - isOwn: Whether its nodes are apart from those of lines that are not.
    ///   - metres: How far north-east it is moved.
    mutating func copy(
      _ line: Int, isOwn: Bool = false, by metres: Double = 0, hasOwnEnd: Bool = false
    ) {
      var attributes = source.attributes[line]
      attributes.name = result.number(ofName: source.names[Int(attributes.name)])
      result.beginLine(attributes)
      if case .texts(let known) = result.identifiers {
        result.identifiers = .texts(known + ["l\(copies)"])
      }
      copies += 1
      for section in sections[line] {
        let vertices = source.firstVertex[section]..<source.firstVertex[section + 1]
        for vertex in vertices {
          var position = source.positions[vertex]
          var junction = source.junctions[vertex]
          if isOwn {
            let scale = source.ground.metresPerUnit(at: position)
            let step = metres / 2.0.squareRoot()
            position.x += step / scale.x
            position.y += step / scale.y
            if junction != StreetSections.noJunction {
              junction = ownJunction(junction)
            }
          }
          if hasOwnEnd, vertex == vertices.upperBound - 1 {
            junction = next
            next += 1
          }
          result.addVertex(position, junction: junction)
        }
        result.endSection()
      }
    }

    private mutating func ownJunction(_ junction: UInt32) -> UInt32 {
      if let known = own[junction] { return known }
      own[junction] = next
      next += 1
      return next - 1
    }
  }
}
