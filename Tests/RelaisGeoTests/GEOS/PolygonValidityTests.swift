import RelaisGeo
import Testing

@Suite struct PolygonValidityTests {
  /// Two lobes of 1 each, crossing at (1, 1).
  let bowTie = Shapes.area([
    Position(x: 0, y: 0), Position(x: 2, y: 2), Position(x: 2, y: 0), Position(x: 0, y: 2),
    Position(x: 0, y: 0),
  ])

  @Test func theFlawIsNamedAndPlaced() throws {
    #expect(try PolygonOperations.validityFlaw(of: Shapes.area(Shapes.box(0, 0, 1, 1))) == nil)
    #expect(try PolygonOperations.validityFlaw(of: MultiPolygon([])) == nil)
    let flaw = try #require(try PolygonOperations.validityFlaw(of: bowTie))
    #expect(flaw.reason == "Self-intersection")
    #expect(flaw.position == Position(x: 1, y: 1))
    let overlap = try PolygonOperations.validityFlaw(
      of: Shapes.area(Shapes.box(0, 0, 2, 2), Shapes.box(1, 1, 3, 3)))
    #expect(overlap != nil)
  }

  @Test func ringsThatAreNoneAreFlaws() throws {
    let cases: [([Position], String)] = [
      ([], "Too few points in ring"), ([Position(x: 1, y: 1)], "Too few points in ring"),
      (Array(Shapes.box(0, 0, 1, 1).dropLast()), "Ring not closed"),
      ([Position(x: .nan, y: 0)] + Shapes.box(0, 0, 1, 1), "Coordinate not finite"),
    ]
    for (ring, reason) in cases {
      #expect(try PolygonOperations.validityFlaw(of: Shapes.area(ring))?.reason == reason)
    }
  }

  @Test func repairKeepsTheAreaMeant() throws {
    let lobes = try PolygonOperations.repaired(bowTie)
    #expect(PolygonOperations.area(of: lobes) == 2)
    #expect(try PolygonOperations.validityFlaw(of: lobes) == nil)
    // Overlapping parts are united, not subtracted from each other.
    let united = try PolygonOperations.repaired(
      Shapes.area(Shapes.box(0, 0, 2, 2), Shapes.box(1, 1, 3, 3)))
    #expect(PolygonOperations.area(of: united) == 7)
    let open = try PolygonOperations.repaired(Shapes.area(Array(Shapes.box(0, 0, 2, 2).dropLast())))
    #expect(PolygonOperations.area(of: open) == 4)
  }

  @Test func whatCollapsesIsDropped() throws {
    let line = [
      Position(x: 0, y: 0), Position(x: 1, y: 0), Position(x: 2, y: 0), Position(x: 0, y: 0),
    ]
    let kept = try PolygonOperations.repaired(Shapes.area(line, [], Shapes.box(5, 5, 6, 6)))
    #expect(kept.polygons.count == 1)
    #expect(try PolygonOperations.repaired(Shapes.area(line)).polygons.isEmpty)
    #expect(try PolygonOperations.repaired(MultiPolygon([])).polygons.isEmpty)
  }

  @Test func nothingRepairsWhatIsNotFinite() {
    let broken = Shapes.area([Position(x: .infinity, y: 0)] + Shapes.box(0, 0, 1, 1))
    #expect(throws: GeometryError.notFinite(polygon: 0, ring: 0)) {
      try PolygonOperations.repaired(broken)
    }
    #expect(throws: GeometryError.notFinite(polygon: 1, ring: 0)) {
      try PolygonOperations.union(of: [Shapes.area(Shapes.box(0, 0, 1, 1)), broken])
    }
  }

  @Test(arguments: [1e-300, 1e150, 1e300, 1e308])
  func extremeCoordinatesGiveClosedFiniteRingsOrAnErrorThatSaysWhere(size: Double) {
    let square = Shapes.area(Shapes.box(0, 0, size, size))
    let around = Shapes.area(Shapes.box(-size, -size, size, size))
    let operations: [(name: String, run: () throws -> MultiPolygon)] = [
      ("repaired", { try PolygonOperations.repaired(around) }),
      ("buffer", { try PolygonOperations.buffer(of: square, by: size) }),
      ("union", { try PolygonOperations.union(of: [square, bowTie]) }),
      (
        "validity",
        {
          // A square is sound; where its size overflows, a flaw at least has a reason.
          let flaw = try PolygonOperations.validityFlaw(of: square)
          #expect(flaw.map { !$0.reason.isEmpty } ?? true)
          return square
        }
      ),
    ]
    for (name, run) in operations {
      do {
        for ring in try run().polygons.flatMap({ [$0.shell] + $0.holes }) {
          #expect(ring.count >= 4 && ring.first == ring.last, "\(name) of \(size)")
          #expect(ring.allSatisfy { $0.x.isFinite && $0.y.isFinite }, "\(name) of \(size)")
        }
      } catch GeometryError.failed(let operation, let detail) {
        #expect(!operation.isEmpty && !detail.isEmpty)
      } catch {
        #expect(error is GeometryError, "\(name) of \(size)")
      }
    }
  }

  @Test func aTangleIsNoArea() throws {
    /// A ring that goes to and fro across itself: so many long sides, each crossing all that run the other way.
    func weave(_ count: Int) -> MultiPolygon {
      let across = (0..<count).map { Position(x: Double($0), y: $0 % 2 == 0 ? -1 : Double(count)) }
      let along = (0..<count).map { Position(x: $0 % 2 == 0 ? -1 : Double(count), y: Double($0)) }
      return Shapes.area(across + along + [across[0]])
    }
    // Some 20 × 20 crossings are untangled, some 200 × 200 are not.
    #expect(try !PolygonOperations.repaired(weave(20)).polygons.isEmpty)
    #expect(throws: GeometryError.tangled) { try PolygonOperations.repaired(weave(200)) }
    // Many points and one flaw.
    let saw = (0..<100_000).map { Position(x: Double($0), y: $0 % 2 == 0 ? 0 : 1) }
    let end = [
      Position(x: 99_999, y: -5), Position(x: 50_000.3, y: -5), Position(x: 50_000.3, y: 5),
      Position(x: 0, y: 5), Position(x: 0, y: 0),
    ]
    #expect(try !PolygonOperations.repaired(Shapes.area(saw + end)).polygons.isEmpty)
  }
}
