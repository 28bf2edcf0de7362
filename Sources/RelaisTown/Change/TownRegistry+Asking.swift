public import CoverageEngine
import RelaisFormats
public import RelaisGeo
import RelaisRegistry
import RelaisReports
import RelaisWording

/// What a registry is asked. Every function throws `RegistryError`, and what finding a territory's candidates throws.
extension TownRegistry {
  /// Establishments as they are, or as they were at the end of a day; by name.
  public func establishments(
    _ filter: EstablishmentFilter = EstablishmentFilter(), on day: CalendarDay? = nil
  ) throws -> [Establishment] {
    try reading { try $0.establishments(on: day).filter(filter.holds) }
  }

  /// The same where somebody searches: what is in no name and no address is looked for as one establishment's name is, by
  /// code, number and telephone, and with a letter wrong.
  ///
  /// - Returns: Also whether a letter had to be wrong, which is to be told.
  public func search(
    _ filter: EstablishmentFilter, on day: CalendarDay? = nil
  ) throws -> (found: [Establishment], isGuess: Bool) {
    try reading { store in
      let all = try store.establishments(on: day)
      let found = all.filter(filter.holds)
      guard let text = filter.search else { return (found, false) }
      let search = try store.search()
      // A bare number stands in many addresses; the establishment that has it comes with them.
      guard found.isEmpty || search.isNumber(text), let (ids, isGuess) = search.identifiers(text)
      else { return (found, false) }
      var others = filter
      others.search = nil
      let own = Set(found.map(\.id))
      return (
        all.filter { own.contains($0.id) || ids.contains($0.id) && others.holds($0) }, isGuess
      )
    }
  }

  /// Everything recorded of those who meet a filter at the end of a day, by identifier.
  public func histories(
    _ filter: EstablishmentFilter, on day: CalendarDay
  ) throws -> [EstablishmentHistory] {
    try reading {
      try $0.histories().filter { $0.establishment(on: day).map(filter.holds) ?? false }
    }
  }

  /// What other programs, such as QGIS, changed in the file since a day, the latest first: what was taken, and what was put
  /// back.
  public func edits(
    since day: CalendarDay
  ) throws -> (taken: [RegistryEvent], refused: [RefusedEdit]) {
    guard try isThere else { return ([], []) }
    return try reading { store in
      let taken = try store.histories().flatMap { history in
        history.events.filter {
          $0.kind == .edited && $0.recordedAt >= day.iso && !history.isTakenBack($0)
        }
      }
      return (
        taken.sorted { $0.sequence > $1.sequence },
        try store.refusedEdits(limit: 200).filter { $0.recordedAt >= day.iso }
      )
    }
  }

  /// The address nearest to a point; `nil` where the territory has no addresses, or none near it.
  public func address(nearestTo position: Position) throws -> AddressBase.Near? {
    try AddressBases.read(of: territory)?.address(nearestTo: position)
  }

  /// Whom to call, by establishment.
  public func contacts() throws -> [String: [Contact]] { try reading { try $0.contacts() } }

  /// One establishment, by its code, number or name, a part of them, or the candidate it was.
  ///
  /// - Returns: Also whether its name was right but for a letter, which is to be told.
  public func establishment(
    named code: String
  ) throws -> (history: EstablishmentHistory, contacts: [Contact], isGuess: Bool) {
    let store = try territory.registry(for: .reading)
    defer { store.close() }
    // A name that is right but for a letter is looked for after candidates.
    let (history, isGuess): (EstablishmentHistory, Bool)
    do {
      (history, isGuess) = try named(code) { (try store.history(named: $0), false) }
    } catch RegistryError.guessedCode {
      (history, isGuess) = try store.guess(named: code)
    }
    return (history, try store.contacts(of: history.id), isGuess)
  }

  /// The establishments a text may mean, the likeliest first: by code, number, SIRET, telephone, by words of name and
  /// address, and with a letter wrong.
  public func search(_ text: String, limit: Int = 12) throws -> [Establishment] {
    try reading { try $0.search().ranked(text, limit: limit) }
  }

  /// The changes of the registry, the last first, and the establishments they are about by identifier, as they are or last
  /// were.
  ///
  /// - Parameters:
  ///   - code: The establishment whose changes alone are listed.
  ///   - limit: The most that are listed.
  public func changes(
    of code: String? = nil, limit: Int
  ) throws -> (acts: [RegistryAct], names: [String: Establishment]) {
    let store = try territory.registry(for: .reading)
    defer { store.close() }
    let own = try code.map { code in
      let history = try store.history(named: code)
      return Set([history.id] + history.absorbedIDs)
    }
    let names = try store.histories().compactMap { history in
      (history.establishment() ?? history.lastKnown).map { (history.id, $0) }
    }
    let acts = try store.acts().reversed().filter { act in
      own.map { own in act.events.contains { own.contains($0.establishment) } } ?? true
    }
    return (
      Array(acts.prefix(limit)), Dictionary(names, uniquingKeysWith: { a, _ in a })
    )
  }

  /// Whom to follow up.
  ///
  /// - Parameter day: The day it is asked for; today if `nil`.
  public func followUps(on day: CalendarDay? = nil) throws -> FollowUps {
    try reading {
      FollowUps(
        try $0.establishments(on: day), today: day ?? work.today,
        knownSince: try $0.histories().knownSince)
    }
  }

  /// Establishments that may be one, with the names of both.
  public func duplicates() throws -> [(pair: DuplicatePair, names: [String])] {
    let all = try establishments()
    let names = Dictionary(all.map { ($0.id, $0.name) }, uniquingKeysWith: { a, _ in a })
    return DuplicatePair.pairs(among: all).map { pair in
      (pair, [pair.first, pair.second].map { names[$0] ?? "" })
    }
  }

  public func stickerStock() throws -> StickerStock {
    try reading {
      StickerStock(try $0.histories(), movements: try $0.stickerMovements())
    }
  }

  /// The times a relay sheltered a child, in the order they were recorded.
  public func shelterings() throws -> [Sheltering] { try reading { try $0.shelterings() } }
}
