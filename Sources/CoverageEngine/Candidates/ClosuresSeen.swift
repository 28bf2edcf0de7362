public import RelaisGeo

/// Relays that the register of establishments says are closed.
///
/// By SIRET where the registry has one; else by the same name within 50 m, unless an establishment of
/// that name is open there.
public struct ClosuresSeen: Sendable {
  public struct Closure: Hashable, Sendable {
    /// The relay's identifier.
    public var relay: String
    public var position: Position?
    public var since: CalendarDay?
    /// The SIRET is the relay's own: otherwise name and place alone say so.
    public var isSure: Bool
    /// The sticker to recover, where one is recorded.
    public var sticker: String?
  }

  /// In the order of the relays.
  public let closures: [Closure]

  /// - Parameter establishments: Adherents and suspended ones of the registry, where there is one.
  public init(
    relays: [Facility], establishments: [Establishment], sources: [CandidateSource],
    ground: Ground
  ) {
    let closed = sources.flatMap(\.closed)
    guard !closed.isEmpty else {
      closures = []
      return
    }
    let open = sources.flatMap(\.candidates).filter { $0.source == .register }.map(\.candidate)
    let openSIRETs = Set(open.compactMap(\.siret))
    let bySIRET = Dictionary(closed.map { ($0.siret, $0) }, uniquingKeysWith: { a, _ in a })
    var closedByName: [String: [ClosedEstablishment]] = [:]
    for one in closed {
      let name = Establishment.folded(one.name ?? "")
      if !name.isEmpty { closedByName[name, default: []].append(one) }
    }
    var openByName: [String: [Position]] = [:]
    for one in open {
      let name = Establishment.folded(one.place.name ?? "")
      if !name.isEmpty { openByName[name, default: []].append(one.place.position) }
    }
    func isNear(_ a: Position, _ b: Position?) -> Bool {
      b.map { ground.length(from: a, to: $0) <= SamePlace.namesakes } ?? false
    }
    func closure(
      _ id: String, _ name: String?, _ position: Position?, siret: String?, sticker: String?
    ) -> Closure? {
      if let siret {
        // An establishment the register has as open is not closed under another number.
        guard let found = bySIRET[siret], !openSIRETs.contains(siret) else { return nil }
        return Closure(
          relay: id, position: position, since: found.since, isSure: true, sticker: sticker)
      }
      let name = Establishment.folded(name ?? "")
      guard let position, !name.isEmpty,
        let found = closedByName[name]?.first(where: { isNear(position, $0.position) }),
        !(openByName[name] ?? []).contains(where: { isNear(position, $0) })
      else { return nil }
      return Closure(
        relay: id, position: position, since: found.since, isSure: false, sticker: sticker)
    }
    let registered = Dictionary(
      establishments.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var told = Set<String>()
    var result = relays.compactMap { relay -> Closure? in
      let one = registered[relay.id]
      told.insert(relay.id)
      return closure(
        relay.id, relay.name, relay.position, siret: one?[.siret], sticker: one?[.sticker])
    }
    // Those without a position, and those suspended, have a sticker too.
    result += establishments.filter { !told.contains($0.id) }.compactMap {
      closure($0.id, $0.name, $0.position, siret: $0[.siret], sticker: $0[.sticker])
    }
    closures = result
  }

  /// A finding for each, with who could stand in.
  ///
  /// - Parameter loss: What a relay's street loses, by its identifier, where that is known.
  public func findings(
    candidates: [Candidate], ground: Ground, loss: (String) -> Length? = { _ in nil }
  ) -> [Finding] {
    closures.map { closure in
      var nearest: (candidate: Candidate, distance: Double)?
      if let position = closure.position {
        for candidate in candidates {
          let distance = ground.length(from: position, to: candidate.place.position)
          if distance < nearest?.distance ?? .infinity { nearest = (candidate, distance) }
        }
      }
      return Finding(
        .relayClosed, subject: closure.relay,
        facts: [
          closure.since?.iso ?? "", closure.isSure ? "siret" : "name", closure.sticker ?? "",
          nearest.map { $0.candidate.place.name ?? $0.candidate.id } ?? "",
          nearest.map { Length(metres: $0.distance).description } ?? "",
          loss(closure.relay)?.description ?? "",
        ], position: closure.position)
    }
  }
}
