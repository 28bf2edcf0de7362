/// Where a town's stickers are: bought, given out, come back, lost, still in the drawer.
public struct StickerStock: Hashable, Sendable {
  /// What moves stickers apart from giving them out. Raw values are stable.
  public enum Movement: String, CaseIterable, Sendable {
    case bought
    case recovered
    case lost
  }

  public var bought: Int
  /// Every sticker an establishment ever got.
  public var issued: Int
  public var recovered: Int
  public var lost: Int
  /// Establishments that left or refused and still have one, by name.
  public var toRecover: [Establishment]

  /// A sticker as it was given out.
  public struct GivenOut: Hashable, Sendable {
    public var day: CalendarDay
    /// As it is written on it.
    public var sticker: String
    public var holder: Establishment
  }

  /// The stickers given out that were in no drawer, the last ones first: as many as ``remaining`` lacks, or all.
  public var overdrawn: [GivenOut]

  /// Negative when more were given out or lost than were ever bought: something was not recorded.
  public var remaining: Int { bought + recovered - issued - lost }

  /// - Parameter movements: Quantities by kind of movement.
  public init(_ histories: [EstablishmentHistory], movements: [Movement: Int]) {
    bought = movements[.bought] ?? 0
    recovered = movements[.recovered] ?? 0
    lost = movements[.lost] ?? 0
    issued = histories.reduce(0) { $0 + StickerStock.givenOut($1).count }
    let lack = lost + issued - bought - recovered
    overdrawn =
      lack <= 0
      ? []
      : Array(
        histories.flatMap(StickerStock.givenOut).sorted {
          ($1.event.holdsFrom, $1.event.sequence) < ($0.event.holdsFrom, $0.event.sequence)
        }.prefix(lack).map(\.gift))
    toRecover = histories.compactMap { $0.establishment() }.filter { one in
      one.stickerNumber != nil && [.left, .refused].contains(one.state)
    }.sorted { ($0.foldedName, $0.id) < ($1.foldedName, $1.id) }
  }

  /// Each number an establishment ever got, with the event that gave it.
  private static func givenOut(
    _ history: EstablishmentHistory
  ) -> [(event: RegistryEvent, gift: GivenOut)] {
    guard let holder = history.establishment() else { return [] }
    var numbers = Set<String>()
    return history.lifetime.compactMap { event in
      guard let text = (event.changes[.sticker] ?? nil)?.text,
        let number = Establishment.stickerNumber(text), numbers.insert(number).inserted
      else { return nil }
      return (event, GivenOut(day: event.holdsFrom, sticker: text, holder: holder))
    }
  }
}
