import CoverageEngine
import RelaisGeo

/// The members of `relais.prospect/1` about how many recruits are enough.
extension JSONWriter {
  /// - Parameter isOnStreets: Whether demand lies along streets, so that it has a length.
  mutating func members(_ curve: RecruitmentCurve, _ unit: DemandUnit, isOnStreets: Bool) {
    key("curve")
    array { json in
      for point in curve.points {
        json.breakLine()
        json.object { json in
          json.member("count", point.count)
          json.member("covered", point.covered, unit)
          json.member("upper_bound", point.upperBound, unit)
        }
      }
    }
    key("targets")
    array { json in
      for target in curve.targets {
        json.breakLine()
        json.object { json in
          json.key("share")
          json.decimal(target.share, decimals: 2)
          json.member("found", orNull: target.found)
          json.member("at_least", orNull: target.atLeast)
        }
      }
    }
    key("out_of_reach")
    object { json in
      json.member("demand", curve.unreachableDemand, unit)
      guard isOnStreets else { return }
      json.member("length_m", curve.unreachable)
      json.key("stretches")
      json.array { json in
        for gap in curve.unreachableStretches {
          json.breakLine()
          json.object { json in
            json.key("street")
            if let street = gap.street { json.string(street) } else { json.null() }
            json.member("length_m", gap.length)
          }
        }
      }
    }
  }

  private mutating func member(_ name: String, orNull value: Int?) {
    key(name)
    if let value { integer(value) } else { null() }
  }
}
