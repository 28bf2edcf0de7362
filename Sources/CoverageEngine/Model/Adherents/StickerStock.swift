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

  /// Negative when more were given out than were ever bought: the stock was not recorded.
  public var remaining: Int { bought + recovered - issued - lost }

  /// - Parameter movements: Quantities by kind of movement.
  public init(_ histories: [EstablishmentHistory], movements: [Movement: Int]) {
    bought = movements[.bought] ?? 0
    recovered = movements[.recovered] ?? 0
    lost = movements[.lost] ?? 0
    issued = histories.reduce(0) { sum, history in
      let numbers = history.events.compactMap { $0.changes[.sticker] ?? nil }
      return sum + Set(numbers).count
    }
    toRecover = histories.compactMap { $0.establishment() }.filter { one in
      one.sticker != nil && [.left, .refused].contains(one.state)
    }.sorted { ($0.foldedName, $0.id) < ($1.foldedName, $1.id) }
  }
}
