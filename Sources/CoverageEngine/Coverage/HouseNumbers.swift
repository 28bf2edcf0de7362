public import RelaisGeo

/// Known house numbers, by street, so that a gap can say from which number to which.
public struct HouseNumbers: Sendable {
  public struct Entry: Hashable, Sendable {
    public var street: String
    /// As people write it: `12`, `12 bis`.
    public var number: String
    public var position: Position

    public init(street: String, number: String, position: Position) {
      self.street = street
      self.number = number
      self.position = position
    }
  }

  private let byStreet: [String: [Entry]]

  /// Where they all are, in the order of the source.
  public let positions: [Position]

  public init(_ entries: [Entry]) {
    positions = entries.map(\.position)
    byStreet = Dictionary(grouping: entries) { HouseNumbers.key($0.street) }
  }

  /// All of them, by street and then in the order of the source.
  package var entries: [Entry] { byStreet.keys.sorted().flatMap { byStreet[$0] ?? [] } }

  /// The house nearest to a point, the first by street on a tie; `nil` where none is near enough.
  package func nearest(to point: Position, ground: Ground, within metres: Double) -> Entry? {
    var best: (metres: Double, entry: Entry)?
    for entry in entries {
      let away = ground.length(from: point, to: entry.position)
      if away <= metres, away < best?.metres ?? .infinity { best = (away, entry) }
    }
    return best?.entry
  }

  /// The number of a street nearest to a point, the first in the source on a tie.
  func nearest(to point: Position, street: String, ground: Ground, within metres: Double) -> String?
  {
    var best: (metres: Double, number: String)?
    for entry in byStreet[HouseNumbers.key(street)] ?? [] {
      let away = ground.length(from: point, to: entry.position)
      if away <= metres, away < best?.metres ?? .infinity { best = (away, entry.number) }
    }
    return best?.number
  }

  /// A street's name without what sources write differently: case, accents, hyphens, apostrophes.
  private static func key(_ street: String) -> String {
    ColumnName.foldedLetters(street)
  }
}
