public import RelaisGeo

/// A street whole: how much of it is covered, stretch by stretch, who is nearest, and who would help.
public struct StreetExplanation: Sendable {
  /// A maximal run of the street that is covered within the main budget, or a gap, which ``GapFinder`` finds.
  public struct Stretch: Sendable {
    /// Its ends, its length, its worst point and the relay nearest to that; its rank says nothing.
    public var run: Gap
    public var isCovered: Bool
    /// The candidate that would cover most of an uncovered stretch, the lowest on a tie; `nil` where nobody would.
    public var candidate: Candidate?

    public struct Candidate: Hashable, Sendable {
      /// Index among the candidates.
      public var index: Int
      /// What of the stretch it would cover.
      public var gain: Length
    }
  }

  /// As the streets' source writes it.
  public var street: String
  /// Of its streets to cover inside the study area.
  public var length: Length
  public var covered: PerBudget<Length>
  /// In the order of the source.
  public var stretches: [Stretch]
  /// The time asked for; `nil` for whatever the hours.
  public var moment: MomentCoverage?
}

extension LiveCoverage {
  /// What there is to say of a street; of all streets of that name where there are several.
  ///
  /// - Parameter name: Case, accents and punctuation do not count. Where no street to cover is called so, the only one whose
  ///   name contains it is meant.
  /// - Returns: `nil` where there is no such street, or more than one.
  /// - Complexity: A pass over the edges, and where something is uncovered a bounded search for each candidate.
  public func explanation(ofStreet name: String, _ question: LiveQuestion) -> StreetExplanation? {
    guard let numbers = streetNumbers(of: name) else { return nil }
    return explanations(of: [streetEdges(numbers)], question).first
  }

  /// The same of every street to cover that bears a name, in the order of the source; streets of one name are one.
  ///
  /// - Complexity: A pass over the edges, and where something is uncovered one bounded search for each candidate.
  public func explanations(_ question: LiveQuestion) -> [StreetExplanation] {
    let network = streets.network
    var groups: [[Int]] = []
    var groupOfKey: [String: Int] = [:]
    var groupOfNumber: [UInt32: Int] = [:]
    for number in coveredStreetNumbers() {
      let key = ColumnName.foldedLetters(network.names[Int(number)])
      if groupOfKey[key] == nil {
        groupOfKey[key] = groups.count
        groups.append([])
      }
      groupOfNumber[number] = groupOfKey[key]
    }
    for edge in 0..<network.edgeCount where isToCover(edge) {
      guard let group = groupOfNumber[network.nameNumber(of: EdgeID(edge))] else { continue }
      groups[group].append(edge)
    }
    return explanations(of: groups, question)
  }

  /// What there is to say of streets, each given by its edges, increasing; those without an edge are left out.
  private func explanations(
    of groups: [[Int]], _ question: LiveQuestion
  ) -> [StreetExplanation] {
    let network = streets.network
    let state = state(question)
    let groups = groups.filter { !$0.isEmpty }
    var streetOfEdge: [Int: Int] = [:]
    var lengths = [Int64](repeating: 0, count: groups.count)
    var covered = [[Int64]](
      repeating: [Int64](repeating: 0, count: question.budgets.count), count: groups.count)
    var pieces: [EdgeInterval] = []
    var kinds: [UInt64] = []
    for (street, edges) in groups.enumerated() {
      for edge in edges {
        streetOfEdge[edge] = street
        let whole = Int64(network.lengths[edge])
        let own = streets.clip?.set(of: edge, length: whole) ?? IntervalSet(whole: whole)
        lengths[street] += own.length
        for (rank, budget) in question.budgets.enumerated() {
          covered[street][rank] +=
            state.coverage[budget].set(of: edge, in: network).intersection(own)
            .length
        }
        let reached = state.coverage.main.set(of: edge, in: network)
        let parts = [reached.complement(in: whole).intersection(own), reached.intersection(own)]
        for (kind, part) in parts.enumerated() {
          for portion in part.portions {
            pieces.append(
              EdgeInterval(
                edge: EdgeID(edge), from: Length(millimetres: portion.from),
                to: Length(millimetres: portion.to)))
            kinds.append(UInt64(kind))
          }
        }
      }
    }
    let order = pieces.indices.sorted {
      (pieces[$0].edge.position, pieces[$0].from) < (pieces[$1].edge.position, pieces[$1].from)
    }
    let found = streets.finder.measuring(state.distances, on: state.network).gaps(
      of: order.map { pieces[$0] }, kinds: order.map { kinds[$0] }, budget: question.budgets.main)
    let runs = found.sorted { place($0.gap) < place($1.gap) }
    let helpers = helpers(of: runs.filter { $0.kind == 0 }.map(\.gap), question)
    var uncovered = 0
    var stretches = [[StreetExplanation.Stretch]](repeating: [], count: groups.count)
    for run in runs {
      guard let street = streetOfEdge[run.gap.pieces[0].edge.position] else { continue }
      if run.kind == 0 {
        stretches[street].append(
          .init(run: run.gap, isCovered: false, candidate: helpers[uncovered]))
        uncovered += 1
      } else {
        stretches[street].append(.init(run: run.gap, isCovered: true))
      }
    }
    return groups.indices.map { street in
      StreetExplanation(
        street: network.name(of: EdgeID(groups[street][0])) ?? "",
        length: Length(millimetres: lengths[street]),
        covered: PerBudget(question.budgets) { budget in
          Length(millimetres: covered[street][question.budgets.firstIndex(of: budget) ?? 0])
        },
        stretches: stretches[street], moment: state.moment)
    }
  }

  private func isToCover(_ edge: Int) -> Bool {
    streets.network.isDemand[edge] && streets.clip.map { $0.sides[edge] != .outside } ?? true
  }

  /// Names of streets to cover that contain a text, in order, for who typed a part or slipped.
  public func streetNames(like text: String, limit: Int) -> [String] {
    let key = ColumnName.foldedLetters(text)
    guard !key.isEmpty else { return [] }
    return Array(
      Set(
        coveredStreetNumbers().map { streets.network.names[Int($0)] }
          .filter { ColumnName.foldedLetters($0).contains(key) }
      ).sorted().prefix(limit))
  }

  private func place(_ gap: Gap) -> (Int, Length) {
    (gap.pieces[0].edge.position, gap.pieces[0].from)
  }

  /// Numbers of names that streets to cover bear, increasing.
  private func coveredStreetNumbers() -> [UInt32] {
    let network = streets.network
    var bears = [Bool](repeating: false, count: network.names.count)
    for edge in 0..<network.edgeCount where network.isDemand[edge] {
      if let clip = streets.clip, clip.sides[edge] == .outside { continue }
      bears[Int(network.nameNumber(of: EdgeID(edge)))] = true
    }
    return bears.indices.filter { $0 > 0 && bears[$0] }.map { UInt32($0) }
  }

  private func streetNumbers(of name: String) -> Set<UInt32>? {
    let key = ColumnName.foldedLetters(name)
    guard !key.isEmpty else { return nil }
    let all = coveredStreetNumbers().map {
      (number: $0, key: ColumnName.foldedLetters(streets.network.names[Int($0)]))
    }
    let same = all.filter { $0.key == key }
    if !same.isEmpty { return Set(same.map(\.number)) }
    let alike = all.filter { $0.key.contains(key) }
    return Set(alike.map(\.key)).count == 1 ? Set(alike.map(\.number)) : nil
  }

  private func streetEdges(_ numbers: Set<UInt32>) -> [Int] {
    let network = streets.network
    return (0..<network.edgeCount).filter { edge in
      isToCover(edge) && numbers.contains(network.nameNumber(of: EdgeID(edge)))
    }
  }

  /// For each gap the candidate that would cover most of it.
  private func helpers(
    of gaps: [Gap], _ question: LiveQuestion
  ) -> [StreetExplanation.Stretch.Candidate?] {
    var best = [StreetExplanation.Stretch.Candidate?](repeating: nil, count: gaps.count)
    guard !gaps.isEmpty, !candidates.isEmpty else { return best }
    var parts: [Int: [(gap: Int, piece: EdgeInterval)]] = [:]
    for (number, gap) in gaps.enumerated() {
      for piece in gap.pieces { parts[piece.edge.position, default: []].append((number, piece)) }
    }
    let network = streets.network(at: question.moment)
    let areas = ServiceArea.areas(
      network, snaps: openCandidates(question.moment, on: network),
      budgets: Budgets(question.budgets.main),
      countsConnector: streets.parameters.countsConnector)
    for area in areas {
      let area = area.main
      var gains: [Int: Int64] = [:]
      for piece in area.pieces {
        for (gap, part) in parts[piece.edge.position] ?? [] {
          let from = max(piece.from, part.from)
          let to = min(piece.to, part.to)
          if to > from { gains[gap, default: 0] += (to - from).millimetres }
        }
      }
      for (gap, gain) in gains
      where gain > best[gap]?.gain.millimetres ?? 0 {
        best[gap] = .init(index: area.facility, gain: Length(millimetres: gain))
      }
    }
    return best
  }
}
