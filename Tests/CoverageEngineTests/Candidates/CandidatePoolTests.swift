import CoverageEngine
import RelaisGeo
import RelaisTestSupport
import Testing

/// Places of several sources made one, and judged.
@Suite struct CandidatePoolTests {
  private static let table: CategoryTable = {
    var bakery = CandidateCategory(id: "bakery", names: ["fr": "Boulangerie", "en": "Bakery"])
    bakery.acceptance = 0.5
    var bar = CandidateCategory(id: "bar", names: ["fr": "Bar", "en": "Bar"])
    bar.isEligible = false
    var other = CandidateCategory(id: "other-shop", names: ["fr": "Autre", "en": "Other"])
    other.acceptance = 0.25
    return CategoryTable([bakery, bar, other])
  }()

  private func place(
    _ id: String, _ x: Double, _ y: Double = 0, name: String? = nil, category: String? = "bakery",
    siret: String? = nil, source: SourcedCandidate.Source = .list
  ) -> SourcedCandidate {
    SourcedCandidate(
      source,
      Candidate(
        Facility(id: id, name: name, position: Position(x: x, y: y)), category: category,
        siret: siret))
  }

  private func gathering() -> CandidateGathering {
    CandidateGathering(categories: Self.table, ground: .plane)
  }

  private let siret = ["12345678900011", "12345678900029"]

  @Test func twoSourcesOfOnePlaceProposeItOnce() throws {
    let list = CandidateSource([place("C-1", 0, name: "Le Fournil d’Été")])
    let map = CandidateSource([
      place("node/1", 49, name: "LE FOURNIL D'ETE", siret: siret[0], source: .map)
    ])
    let register = CandidateSource([
      place(siret[0], 400, name: "SARL X", siret: siret[0], source: .register)
    ])
    // Whatever the order of the files, a list comes first.
    for order in [[list, map, register], [register, map, list]] {
      let pool = try gathering().pool(order)
      #expect(pool.candidates.map(\.id) == ["C-1"])
      #expect(pool.candidates.first?.otherIDs == ["node/1", siret[0]])
      #expect(pool.candidates.first?.siret == siret[0])
      #expect(pool.merged == 2)
      #expect(pool.findings.map(\.kind) == [.candidatesMerged(2)])
    }
  }

  @Test func rulesOfOnePlaceStopAtTheirMetres() throws {
    func merged(_ a: SourcedCandidate, _ b: SourcedCandidate) throws -> Int {
      try gathering().pool([CandidateSource([a]), CandidateSource([b])]).merged
    }
    // The same name: 50 m.
    #expect(try merged(place("a", 0, name: "Chez Léa"), place("b", 50, name: "chez-lea")) == 1)
    #expect(try merged(place("a", 0, name: "Chez Léa"), place("b", 50.01, name: "chez lea")) == 0)
    // One name within the other, the same category: 30 m.
    let long = place("b", 30, name: "Boulangerie Martin et fils")
    #expect(try merged(place("a", 0, name: "Martin"), long) == 1)
    #expect(try merged(place("a", -0.01, name: "Martin"), long) == 0)
    #expect(try merged(place("a", 0, name: "Mar"), long) == 0)
    #expect(try merged(place("a", 0, name: "Martin", category: "bar"), long) == 0)
    // No name, the same category: 25 m.
    #expect(try merged(place("a", 0), place("b", 25, name: "Martin")) == 1)
    #expect(try merged(place("a", 0), place("b", 25.01, name: "Martin")) == 0)
    #expect(
      try merged(place("a", 0, category: "other-shop"), place("b", 1, category: "other-shop")) == 0)
    // Two numbers of the register are two establishments.
    #expect(
      try merged(
        place("a", 0, siret: siret[0], source: .map),
        place("b", 1, siret: siret[1], source: .register)) == 0)
  }

  @Test func placesOfOneFileStayTwo() throws {
    let twins = CandidateSource([place("a", 0, name: "Twin"), place("b", 1, name: "Twin")])
    #expect(try gathering().pool([twins]).candidates.map(\.id) == ["a", "b"])
    // The nearest of them is the same as one of another file; the second pairs with the other one.
    let others = CandidateSource([
      place("c", 1, name: "Twin", source: .map), place("d", 1, name: "Twin", source: .map),
    ])
    let pool = try gathering().pool([twins, others])
    #expect(pool.candidates.map(\.otherIDs) == [["d"], ["c"]])
  }

  @Test func anIdentifierUsedAgainGetsANumber() throws {
    let pool = try gathering().pool([
      CandidateSource([place("1", 0)]), CandidateSource([place("1", 5000)]),
      CandidateSource([place("1", 9000)]),
    ])
    #expect(pool.candidates.map(\.id) == ["1", "1@2", "1@3"])
  }

  @Test func kindsNotAskedAreLeftOutAndOthersGetTheirEstimate() throws {
    var own = place("d", 4000)
    own.candidate.acceptance = 0.9
    let pool = try gathering().pool([
      CandidateSource(
        [place("a", 0), place("b", 1000, category: "bar"), place("c", 2000, category: nil), own],
        otherKinds: ["shop=kite": 2, "shop=a": 1])
    ])
    #expect(pool.candidates.map(\.id) == ["a", "c", "d"])
    #expect(pool.candidates.map(\.acceptance) == [0.5, 0.25, 0.9])
    #expect(pool.leftOut.map(\.candidate.id) == ["b"])
    #expect(pool.leftOut.map(\.reason) == [.category])
    #expect(
      pool.findings.map(\.kind) == [
        .candidatesLeftOut(1, .category),
        .candidatesOfOtherKinds(3, examples: ["shop=kite", "shop=a"]),
      ])
    #expect(pool.findings.allSatisfy { $0.severity == .note })
  }

  @Test func aListNamedForOneRunIsTakenAsItIs() throws {
    var gathering = gathering()
    gathering.judgesLists = false
    gathering.facilities = [Facility(id: "R", name: "Twin", position: Position(x: 0, y: 0))]
    let pool = try gathering.pool([
      CandidateSource([place("a", 0, name: "Twin"), place("b", 0, category: "bar")]),
      CandidateSource([place("c", 0, name: "Twin", source: .map)]),
    ])
    #expect(pool.candidates.map(\.id) == ["a", "b"])
    #expect(pool.candidates.map(\.acceptance) == [nil, nil])
    #expect(pool.merged == 1)
  }

  @Test func relaysAreNotProposedAgain() throws {
    var gathering = gathering()
    gathering.facilities = [
      Facility(id: "R", name: "Chez Léa", position: Position(x: 0, y: 0)),
      Facility(id: "S", position: Position(x: 100, y: 0)),
    ]
    let pool = try gathering.pool([
      CandidateSource([
        place("a", 50, name: "chez lea"), place("b", 51, name: "chez lea"), place("c", 100),
      ])
    ])
    #expect(pool.leftOut.map(\.candidate.id) == ["a"])
    #expect(pool.leftOut.map(\.reason) == [.adherent])
  }

  @Test func whoReachesNoStreetOfTheTownIsLeftOut() throws {
    var gathering = gathering()
    let square = [(0, 0), (1000, 0), (1000, 1000), (0, 1000), (0, 0)].map {
      Position(x: Double($0.0), y: Double($0.1))
    }
    gathering.studyArea = Area(
      id: "", name: "", shape: MultiPolygon([Polygon(shell: square)]))
    gathering.reach = 300
    let pool = try gathering.pool([
      CandidateSource([
        place("in", 500, 500), place("near", -300, 500), place("corner", 1210, 1210),
        place("far", -310, 500), place("farther", 5000, 5000), place("corner2", 1220, 1220),
      ])
    ])
    #expect(pool.candidates.map(\.id) == ["in", "near", "corner"])
    #expect(pool.leftOut.map(\.candidate.id) == ["far", "farther", "corner2"])
    #expect(pool.leftOut.allSatisfy { $0.reason == .outside })
  }

  @Test func whoTheRegisterClosedIsLeftOut() throws {
    let closed = ClosedEstablishment(siret: siret[0], name: nil, position: nil, since: nil)
    let pool = try gathering().pool([
      CandidateSource([place("a", 0, siret: siret[0]), place("b", 0, siret: siret[1])]),
      CandidateSource(closed: [closed]),
    ])
    #expect(pool.candidates.map(\.id) == ["b"])
    #expect(pool.leftOut.map(\.reason) == [.closed])
  }

  @Test(arguments: [UInt64(1), 2, 3, 4, 5])
  func everyPlaceIsProposedMergedOrLeftOut(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let names = ["Alpha", "Beta", "Gamma", "", "Alpha Beta"]
    let sources = (0..<3).map { file in
      CandidateSource(
        (0..<60).map { index in
          let name = names[Int.random(in: 0..<5, using: &random)]
          return place(
            "\(file)-\(index)", Double.random(in: 0..<600, using: &random),
            Double.random(in: 0..<600, using: &random), name: name.isEmpty ? nil : name,
            category: ["bakery", "bar", "other-shop", nil][Int.random(in: 0..<4, using: &random)],
            siret: Int.random(in: 0..<4, using: &random) == 0
              ? "1234567890\(1000 + Int.random(in: 0..<20, using: &random))" : nil,
            source: [.list, .map, .register][file])
        })
    }
    let pool = try gathering().pool(sources)
    let all = pool.candidates + pool.leftOut.map(\.candidate)
    #expect(all.count + pool.merged == 180, "seed \(seed)")
    // Every identifier is somewhere, once.
    let ids = all.flatMap { [$0.id] + $0.otherIDs }
    #expect(Set(ids).count == 180 && ids.count == 180, "seed \(seed)")
    #expect(pool.merged > 0)
    // A merged place has one identifier of each file at most.
    for one in all {
      let files = ([one.id] + one.otherIDs).map { $0.prefix(1) }
      #expect(Set(files).count == files.count, "seed \(seed)")
    }
    #expect(try gathering().pool(sources).candidates == pool.candidates)
  }
}
