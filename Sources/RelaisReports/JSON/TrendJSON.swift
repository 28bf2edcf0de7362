import CoverageEngine
import RelaisFormats
import RelaisGeo

/// `trend` of `summary.json`: past quarters on today's streets, and what changed since one day.
enum TrendJSON {
  static func write(_ trend: Trend?, to json: inout JSONWriter) {
    guard let trend else { return json.null() }
    json.object { json in
      json.key("points")
      json.array { json in
        for point in trend.points {
          json.breakLine()
          write(point, to: &json)
        }
      }
      json.key("change")
      if let change = trend.change { write(change, to: &json) } else { json.null() }
      json.key("street_changes")
      write(trend.streetChanges, to: &json)
    }
  }

  private static func write(_ changes: StreetChanges?, to json: inout JSONWriter) {
    guard let changes else { return json.null() }
    json.object { json in
      json.member("since", changes.since.iso)
      json.member("new_m", changes.length(.new))
      json.member("gone_m", changes.length(.gone))
      json.member("renamed_m", changes.length(.renamed))
    }
  }

  private static func write(_ point: Trend.Point, to json: inout JSONWriter) {
    let recorded = point.recorded.flatMap { $0.figures(point.figures.budgets) }
    json.object { json in
      json.member("day", point.day.iso)
      json.key("relays")
      json.object { json in
        json.member("count", point.relays)
        json.member("attached", point.attached)
      }
      json.member("recorded_on", recorded == nil ? nil : point.recorded?.asOf.iso)
      json.key("budgets")
      json.array { json in
        for figures in point.figures {
          json.object { json in
            json.member("distance_m", figures.budget)
            write(figures, to: &json)
            json.key("recorded")
            write(recorded?[figures.budget], to: &json)
          }
        }
      }
    }
  }

  private static func write(_ change: CoverageChange, to json: inout JSONWriter) {
    json.object { json in
      json.member("since", change.since.iso)
      json.member("recorded", change.run != nil)
      json.member("relays_joined", change.joined.count)
      json.member("relays_left", change.left.count)
      json.member("relays_moved", change.moved.count)
      json.key("budgets")
      json.array { json in
        for effects in change.effects {
          json.breakLine()
          json.object { json in
            json.member("distance_m", effects.budget)
            json.key("before")
            write(effects.recorded, to: &json)
            json.key("then_on_todays_streets")
            write(Optional(effects.then), to: &json)
            json.key("now")
            write(Optional(effects.now), to: &json)
            json.member("by_members_m", effects.members)
            json.member("by_streets_m", effects.streets)
            json.member("change_m", effects.total)
            json.member("gained_m", change.length(.gained, effects.budget))
            json.member("lost_m", change.length(.lost, effects.budget))
          }
        }
      }
    }
  }

  private static func write(_ figures: Trend.Figures?, to json: inout JSONWriter) {
    guard let figures else { return json.null() }
    json.object { json in write(figures, to: &json) }
  }

  /// The members of one budget's figures.
  private static func write(_ figures: Trend.Figures, to json: inout JSONWriter) {
    json.member("streets_m", figures.streets)
    json.member("streets_covered_m", figures.covered)
    json.member("streets_share", figures.share)
  }
}
