import CoverageEngine
import RelaisRegistry
import Testing

/// Nodes that stop people on foot, as a table.
@Suite struct WalkingBarriersTests {
  private func verdict(_ tags: [String: String]) -> WalkingBarriers.Verdict {
    WalkingBarriers.verdict { tags[$0] ?? "" }
  }

  @Test(arguments: ["wall", "fence", "hedge", "city_wall"])
  func nobodyWalksThroughAWall(barrier: String) {
    #expect(verdict(["barrier": barrier]) == .stops)
    #expect(verdict(["barrier": barrier, "foot": "yes"]) == .stops)
  }

  @Test(arguments: ["gate", "lift_gate", "turnstile", "swing_gate", "door", "bollard", "kerb"])
  func otherBarriersStopOnlyWhereTheySaySo(barrier: String) {
    #expect(verdict(["barrier": barrier]) == .passed)
    #expect(verdict(["barrier": barrier, "locked": "no", "access": "yes"]) == .passed)
    #expect(verdict(["barrier": barrier, "access": "customers"]) == .passed)
    #expect(verdict(["barrier": barrier, "locked": "yes"]) == .stops)
    for foot in ["no", "private"] {
      #expect(verdict(["barrier": barrier, "foot": foot]) == .stops)
    }
    for access in ["no", "private", "military", "customs"] {
      #expect(verdict(["barrier": barrier, "access": access]) == .stops)
      for foot in ["yes", "designated", "permissive", "official"] {
        #expect(verdict(["barrier": barrier, "access": access, "foot": foot]) == .passed)
      }
    }
  }

  @Test func entrancesStopLikeBarriersAndOtherNodesDoNot() {
    #expect(verdict(["entrance": "yes", "access": "private"]) == .stops)
    #expect(verdict(["entrance": "main"]) == .passed)
    #expect(verdict(["entrance": "no", "access": "private"]) == .passed)
    #expect(verdict(["highway": "crossing", "access": "private"]) == .passed)
  }

  @Test func aGateWithHoursIsNeitherOpenNorClosed() throws {
    let hours = try OpeningHours(parsing: "08:00-20:00")
    #expect(
      verdict(["barrier": "gate", "opening_hours": "08:00-20:00"])
        == .hours(WalkingHours(base: true, clauses: [], opening: hours)))
    #expect(
      verdict(["barrier": "gate", "locked": "yes", "opening_hours": "08:00-20:00"])
        == .hours(WalkingHours(base: true, clauses: [], opening: hours)))
    #expect(
      verdict(["barrier": "gate", "access": "no", "foot:conditional": "yes @ (08:00-20:00)"])
        == .hours(WalkingHours(base: false, clauses: [.init(allows: true, time: hours)])))
    #expect(
      verdict(["barrier": "gate", "access": "private", "opening_hours": "08:00-20:00"]) == .stops)
  }
}
