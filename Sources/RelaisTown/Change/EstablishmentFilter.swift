public import CoverageEngine

/// Which establishments are meant: those that meet every condition given.
public struct EstablishmentFilter: Sendable {
  /// None for every state.
  public var states: [AdherentState]
  /// None for every kind.
  public var kinds: [EstablishmentKind]
  /// A part of the name, the address or the city, or words of them.
  public var search: String?

  public init(
    states: [AdherentState] = [], kinds: [EstablishmentKind] = [], search: String? = nil
  ) {
    self.states = states
    self.kinds = kinds
    self.search = search
  }

  public func holds(_ one: Establishment) -> Bool {
    (states.isEmpty || one.state.map(states.contains) ?? false)
      && (kinds.isEmpty || one.kind.map(kinds.contains) ?? false)
      && (search.map { text in
        let places = [one.name, one.address.line ?? "", one.address.city ?? ""]
        let words = places.flatMap(SearchWords.of)
        return places.contains {
          Establishment.folded($0).contains(Establishment.folded(text))
        } || SearchWords.telling(text).allSatisfy { SearchWords.isPart($0, of: words) }
      } ?? true)
  }
}
