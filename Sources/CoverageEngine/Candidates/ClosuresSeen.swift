public import RelaisGeo

/// Relays that the register of establishments, or the map, says are closed.
///
/// In the register by SIRET where the relay's is known; else by the same name within 50 m. On the map, where a
/// shop's tags say that it was one, by name and place. Never by name where the same source has an
/// establishment of that name open there. Where neither shows it, a place that has disappeared from
/// the map (``MapWatch``).
public struct ClosuresSeen: Sendable {
  public struct Closure: Hashable, Sendable {
    /// The relay's identifier.
    public var relay: String
    public var position: Position?
    /// Since when it is closed; of a place the map has no more, the day it was last seen there.
    public var since: CalendarDay?
    public var evidence: RelayClosure.Evidence
    /// The sticker to recover, where one is recorded.
    public var sticker: String?
  }

  /// In the order of the relays.
  public let closures: [Closure]

  /// - Parameters:
  ///   - establishments: Adherents and suspended ones of the registry, where there is one.
  ///   - watch: What the same relays are on the map.
  public init(
    relays: [Facility], establishments: [Establishment], sources: [CandidateSource],
    watch: MapWatch = MapWatch(), ground: Ground
  ) {
    let closed = sources.flatMap(\.closed)
    guard !closed.isEmpty || !watch.losses.isEmpty else {
      closures = []
      return
    }
    let open = sources.flatMap(\.candidates)
    let openSIRETs = Set(open.filter { $0.source == .register }.compactMap(\.candidate.siret))
    let bySIRET = Dictionary(
      closed.filter { $0.source == .register }.compactMap { one in one.siret.map { ($0, one) } },
      uniquingKeysWith: { a, _ in a })
    var closedByName: [Namesake: [ClosedEstablishment]] = [:]
    for one in closed {
      let name = Establishment.folded(one.name ?? "")
      if !name.isEmpty { closedByName[Namesake(one.source, name), default: []].append(one) }
    }
    var openByName: [Namesake: [Position]] = [:]
    for one in open {
      let name = Establishment.folded(one.candidate.place.name ?? "")
      if !name.isEmpty {
        openByName[Namesake(one.source, name), default: []].append(one.candidate.place.position)
      }
    }
    func isNear(_ a: Position, _ b: Position?) -> Bool {
      b.map { ground.length(from: a, to: $0) <= SamePlace.namesakes } ?? false
    }
    func told(
      _ id: String, _ name: String?, _ position: Position?, siret: String?, sticker: String?
    ) -> Closure? {
      // An establishment the register has as open is not closed under another number.
      if let siret, let found = bySIRET[siret], !openSIRETs.contains(siret) {
        return Closure(
          relay: id, position: position, since: found.since, evidence: .siret, sticker: sticker)
      }
      let name = Establishment.folded(name ?? "")
      guard let position, !name.isEmpty else { return nil }
      // The register has already covered relays whose number is known.
      let sources: [(SourcedCandidate.Source, RelayClosure.Evidence)] =
        (siret == nil ? [(.register, .name)] : []) + [(.map, .map)]
      for (source, evidence) in sources {
        let namesake = Namesake(source, name)
        if let found = closedByName[namesake]?.first(where: { isNear(position, $0.position) }),
          !(openByName[namesake] ?? []).contains(where: { isNear(position, $0) })
        {
          return Closure(
            relay: id, position: position, since: found.since, evidence: evidence,
            sticker: sticker)
        }
      }
      return nil
    }
    func closure(
      _ id: String, _ name: String?, _ position: Position?, siret: String?, sticker: String?
    ) -> Closure? {
      told(id, name, position, siret: siret, sticker: sticker)
        ?? watch.losses[id].map { loss in
          Closure(
            relay: id, position: position ?? loss.position, since: loss.lastSeen,
            evidence: loss.successor.map { .replaced(by: $0.place.name ?? $0.id) } ?? .vanished,
            sticker: sticker)
        }
    }
    let registered = Dictionary(
      establishments.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let ids = Set(relays.map(\.id))
    var result = relays.compactMap { relay -> Closure? in
      let one = registered[relay.id]
      return closure(
        relay.id, relay.name, relay.position, siret: one?.siret, sticker: one?.sticker)
    }
    // Those without a position, and those suspended, have a sticker too.
    result += establishments.filter { !ids.contains($0.id) }.compactMap {
      closure($0.id, $0.name, $0.position, siret: $0.siret, sticker: $0.sticker)
    }
    closures = result
  }

  /// A name as one source has it.
  private struct Namesake: Hashable {
    let source: SourcedCandidate.Source
    let name: String

    init(_ source: SourcedCandidate.Source, _ name: String) {
      self.source = source
      self.name = name
    }
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
        .relayClosed(
          relay: closure.relay,
          RelayClosure(
            since: closure.since, evidence: closure.evidence, sticker: closure.sticker,
            standIn: nearest.map {
              .init(
                candidate: $0.candidate.place.name ?? $0.candidate.id,
                distance: Length(metres: $0.distance))
            },
            loss: loss(closure.relay))), position: closure.position)
    }
  }
}
