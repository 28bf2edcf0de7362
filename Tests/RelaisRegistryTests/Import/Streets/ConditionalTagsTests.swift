import CoverageEngine
import RelaisGeo
import Testing

@testable import RelaisRegistry

/// What conditional tags say of an hour, worked out by hand. 2026-11-23 is a Monday.
@Suite struct ConditionalTagsTests {
  private func hours(_ tags: [String: String]) -> WalkingHours? {
    ConditionalTags.hours(base: WalkingRules.judgedOpen(tags)) { tags[$0] ?? "" }
  }

  private func state(_ tags: [String: String], _ time: String) throws -> OpeningState? {
    let instant = try #require(LocalInstant(parsing: "2026-11-\(time)"))
    return hours(tags)?.state(at: instant, in: HoursSetting(calendar: FrenchCalendar()))
  }

  @Test func aWayClosedAtNightIsOpenByDay() throws {
    for key in ["foot:conditional", "access:conditional"] {
      let tags = [key: "no @ (20:00-07:00)"]
      #expect(try state(tags, "23T12:00") == .open)
      #expect(try state(tags, "23T19:59") == .open)
      #expect(try state(tags, "23T20:00") == .closed)
      #expect(try state(tags, "24T06:59") == .closed)
      #expect(try state(tags, "24T07:00") == .open)
    }
  }

  @Test func theLastClauseThatHoldsDecides() throws {
    let tags = ["foot:conditional": "no @ (20:00-07:00); yes @ (Sa 20:00-22:00)"]
    #expect(try state(tags, "28T21:00") == .open)
    #expect(try state(tags, "28T22:00") == .closed)
    #expect(try state(tags, "27T21:00") == .closed)
  }

  @Test func whatIsSaidOfPeopleOnFootComesFirst() throws {
    #expect(hours(["access:conditional": "no @ (20:00-07:00)", "foot": "yes"]) == nil)
    let tags = [
      "access:conditional": "no @ (18:00-07:00)", "foot:conditional": "yes @ (18:00-20:00)",
    ]
    #expect(try state(tags, "23T19:00") == .open)
    #expect(try state(tags, "23T21:00") == .closed)
  }

  @Test func openingHoursCloseOutsideThem() throws {
    let tags = ["opening_hours": "Mo-Fr 08:00-18:00"]
    #expect(try state(tags, "23T09:00") == .open)
    #expect(try state(tags, "23T18:00") == .closed)
    #expect(try state(tags, "28T09:00") == .closed)
  }

  @Test func aForbiddenWayMayOpenAtSomeHours() throws {
    let tags = ["foot": "no", "foot:conditional": "yes @ (Mo-Fr 08:00-18:00)"]
    #expect(try state(tags, "23T09:00") == .open)
    #expect(try state(tags, "23T19:00") == .closed)
    let judged = WalkingRules.judged {
      ["highway": "footway"].merging(tags) { $1 }[$0] ?? ""
    }
    #expect(judged.verdict == .walkable(isDemand: false))
    #expect(judged.hours != nil)
  }

  @Test func whatCannotBeReadIsNeitherOpenNorClosed() throws {
    let snow = ["foot:conditional": "no @ snow"]
    #expect(try state(snow, "23T12:00") == .unknown)
    #expect(hours(snow)?.isUnread == true)
    #expect(try state(["opening_hours": "when the keeper wakes"], "23T12:00") == .unknown)
  }

  @Test func whatMakesNoDifferenceIsNoHours() {
    #expect(hours([:]) == nil)
    #expect(hours(["foot:conditional": "yes @ (08:00-18:00)"]) == nil)
    #expect(hours(["access:conditional": "no @ (weight > 3.5)"]) == nil)
    #expect(hours(["access:conditional": "destination @ (20:00-07:00)"]) == nil)
    #expect(hours(["foot": "no", "opening_hours": "08:00-18:00"]) == nil)
  }

  @Test func aStretchIsOpenOnlyIfAllOfItIs() throws {
    let own = try #require(hours(["foot:conditional": "no @ (20:00-07:00)"]))
    let setting = HoursSetting(calendar: FrenchCalendar())
    func state(_ from: String, _ to: String) throws -> OpeningState {
      let window =
        try #require(LocalInstant(parsing: "2026-11-\(from)"))..<#require(
          LocalInstant(parsing: "2026-11-\(to)"))
      return own.state(throughout: window, in: setting)
    }
    #expect(try state("23T07:00", "23T20:00") == .open)
    #expect(try state("23T07:00", "23T20:01") == .closed)
    #expect(try state("23T06:59", "23T12:00") == .closed)
    #expect(try state("23T12:00", "24T12:00") == .closed)
  }
}

extension WalkingRules {
  /// Whether the tags alone let people on foot through.
  fileprivate static func judgedOpen(_ tags: [String: String]) -> Bool {
    if case .walkable = verdict({ ["highway": "footway"].merging(tags) { $1 }[$0] ?? "" }) {
      return true
    }
    return false
  }
}
