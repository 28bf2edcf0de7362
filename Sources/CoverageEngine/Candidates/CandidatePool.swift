public import RelaisGeo

/// The places that may be proposed, those that may not, and why.
public struct CandidatePool: Sendable {
  /// In the order of the sources: lists, then the map, then the register.
  public var candidates: [Candidate] = []
  /// In the same order.
  public var leftOut: [LeftOutCandidate] = []
  /// How many places two sources knew, and are proposed once.
  public var merged = 0
  public var findings: [Finding] = []

  public init() {}
}

/// Makes one pool of what several sources know, and sets aside who is not to be asked.
public struct CandidateGathering: Sendable {
  public var categories: CategoryTable
  public var ground: Ground
  /// The relays of today.
  public var facilities: [Facility] = []
  /// What the registry knows of establishments, adherents or not.
  public var histories: [EstablishmentHistory] = []
  /// The key the registry gives a candidate it takes up; `nil` without a registry.
  public var registryKey: (@Sendable (_ candidate: String) -> String)?
  /// The day the registry is read for.
  public var today: CalendarDay?
  public var studyArea: Area?
  /// Metres beyond the study area from which nobody walks in: the largest budget.
  public var reach = 0.0
  /// The streets a candidate must be near, and how near.
  public var streets: (network: StreetNetwork, within: Length)?
  /// Whether places of lists are judged and merged, and given their category's acceptance, like those
  /// of other sources; a list named for one run is taken as it is.
  public var judgesLists = true

  public init(categories: CategoryTable, ground: Ground) {
    self.categories = categories
    self.ground = ground
  }

  /// - Parameter sources: One per file, in the order of the files.
  /// - Throws: `GeometryError` for a study area with invalid rings.
  public func pool(_ sources: [CandidateSource]) throws(GeometryError) -> CandidatePool {
    var pool = CandidatePool()
    let merged = places(of: sources)
    pool.merged = sources.reduce(0) { $0 + $1.candidates.count } - merged.count
    let closed = Set(sources.flatMap { $0.closed.map(\.siret) })
    let known = KnownPlaces(self)
    let positions = merged.map(\.candidate.place.position)
    let isReached = try reached(positions)
    let snaps = streets.map { Snapper($0.network).snaps(of: positions, within: $0.within) }
    for (index, sourced) in merged.enumerated() {
      var candidate = sourced.candidate
      func leave(_ reason: CandidateExclusion, until: CalendarDay? = nil) {
        pool.leftOut.append(LeftOutCandidate(candidate, reason, until: until))
      }
      let category = candidate.category.flatMap { categories[$0] }
      candidate.usuallyOpensAtSchoolHours = category?.opensAtSchoolHours ?? true
      candidate.usuallyHasStreetFront = category?.hasStreetFront ?? true
      guard isJudged(sourced) else {
        pool.candidates.append(candidate)
        continue
      }
      let standing = known.standing(of: candidate)
      // What somebody saw at the door comes before what files say.
      if case .out(let reason, let until) = standing {
        leave(reason, until: until)
      } else if let siret = candidate.siret, closed.contains(siret) {
        leave(.closed)
      } else if let category, !category.isEligible {
        leave(.category)
      } else if !isReached[index] {
        leave(.outside)
      } else if let snaps, snaps[index] == nil {
        leave(.unattached)
      } else {
        let other = categories[CandidateCategory.otherShop]
        var acceptance = candidate.acceptance ?? (category ?? other)?.acceptance
        if case .askable(let factor) = standing {
          acceptance = acceptance.map { ProspectStanding.acceptance($0, times: factor) }
        }
        candidate.acceptance = acceptance
        pool.candidates.append(candidate)
      }
    }
    pool.findings = findings(pool, sources)
    return pool
  }

  /// Adherents of the registry and suspended ones; none without a registry.
  public var adherents: [Establishment] {
    guard let today else { return [] }
    return histories.compactMap { $0.establishment(on: today) }.filter {
      [.adherent, .suspended].contains($0.state)
    }
  }

  /// The establishment of the registry that each candidate is; `nil` if none is known.
  public func establishments(of candidates: [Candidate]) -> [String?] {
    let known = KnownPlaces(self)
    return candidates.map(known.establishment)
  }

  private func isJudged(_ sourced: SourcedCandidate) -> Bool {
    judgesLists || sourced.source != .list
  }

  /// One place for each that any source knows, with what all of them know of it.
  ///
  /// In the order of lists, the map, the register; an identifier used before gets a number.
  public func places(of sources: [CandidateSource]) -> [SourcedCandidate] {
    let ordered = sources.enumerated().flatMap { file, source in
      source.candidates.map { (file: file, candidate: $0) }
    }.enumerated().sorted { a, b in
      (a.element.candidate.source, a.offset) < (b.element.candidate.source, b.offset)
    }.map(\.element)
    var kept: [SourcedCandidate] = []
    // The files that know a place: a file that has two places means two.
    var files: [Set<Int>] = []
    var same = SamePlace(ground: ground, near: ordered.first?.candidate.candidate.place.position)
    var ids = Set<String>()
    for (file, sourced) in ordered {
      let place = SamePlace.Place(sourced.candidate)
      if isJudged(sourced),
        let index = same.first(like: place, where: { !files[$0].contains(file) })
      {
        kept[index].take(sourced)
        same.learn(siret: sourced.candidate.siret, of: index)
        files[index].insert(file)
        continue
      }
      var new = sourced
      var number = 2
      let id = new.candidate.id
      while !ids.insert(new.candidate.id).inserted {
        new.candidate.place.id = "\(id)@\(number)"
        number += 1
      }
      kept.append(new)
      files.append([file])
      same.add(place)
    }
    return kept
  }

  /// Which positions are inside the study area or within reach of it.
  private func reached(_ positions: [Position]) throws(GeometryError) -> [Bool] {
    guard let studyArea else { return positions.map { _ in true } }
    let inside = try PolygonOperations.contains(studyArea.shape, positions)
    let rings = studyArea.shape.polygons.flatMap { [$0.shell] + $0.holes }
    let box = Envelope(of: rings.joined())
    return zip(positions, inside).map { position, isInside in
      if isInside { return true }
      let scale = ground.metresPerUnit(at: position)
      // Straight ways are the shortest; one in a hundred more for the flat sum.
      let limit = reach * 1.01 + 1
      let (dx, dy) = (limit / max(scale.x, 1e-9), limit / max(scale.y, 1e-9))
      guard position.x > box.minX - dx, position.x < box.maxX + dx, position.y > box.minY - dy,
        position.y < box.maxY + dy
      else { return false }
      return rings.contains { ring in
        zip(ring, ring.dropFirst()).contains { a, b in
          let (ax, ay) = ((a.x - position.x) * scale.x, (a.y - position.y) * scale.y)
          let (bx, by) = ((b.x - position.x) * scale.x, (b.y - position.y) * scale.y)
          let (vx, vy) = (bx - ax, by - ay)
          let square = vx * vx + vy * vy
          let share = square > 0 ? min(1, max(0, -(ax * vx + ay * vy) / square)) : 0
          let (x, y) = (ax + vx * share, ay + vy * share)
          return x * x + y * y <= limit * limit
        }
      }
    }
  }

  private func findings(_ pool: CandidatePool, _ sources: [CandidateSource]) -> [Finding] {
    var findings: [Finding] = CandidateExclusion.allCases.compactMap { reason in
      let count = pool.leftOut.count { $0.reason == reason }
      guard count > 0 else { return nil }
      return Finding(.candidatesLeftOut(count, reason))
    }
    if pool.merged > 0 {
      findings.append(Finding(.candidatesMerged(pool.merged)))
    }
    var kinds: [String: Int] = [:]
    for source in sources { kinds.merge(source.otherKinds) { $0 + $1 } }
    let total = kinds.values.reduce(0, +)
    if total > 0 {
      let most = kinds.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(5).map(\.key)
      findings.append(Finding(.candidatesOfOtherKinds(total, examples: Array(most))))
    }
    return findings
  }
}

extension SourcedCandidate {
  /// Takes over what another source knows and this one does not.
  fileprivate mutating func take(_ other: SourcedCandidate) {
    candidate.telephone = candidate.telephone ?? other.candidate.telephone
    candidate.otherIDs += [other.candidate.id] + other.candidate.otherIDs
    candidate.siret = candidate.siret ?? other.candidate.siret
    candidate.acceptance = candidate.acceptance ?? other.candidate.acceptance
    candidate.place.openingHours =
      candidate.place.openingHours ?? other.candidate.place.openingHours
    if candidate.category == nil || candidate.category == CandidateCategory.otherShop {
      candidate.category = other.candidate.category ?? candidate.category
    }
    // A name and address the owner keeps out of one source stay as another has them: that one is
    // public too.
    candidate.place.name = candidate.place.name ?? other.candidate.place.name
    if candidate.address.line == nil { candidate.address = other.candidate.address }
  }
}
