import CoverageEngine
import Covering
import RelaisFormats
import RelaisGeo

/// The members of `relais.prospect/1` about how many recruits are enough.
extension JSONWriter {
  /// - Parameter streets: Those out of reach, where demand lies along streets.
  mutating func members(
    _ curve: RecruitmentCurve, _ unit: DemandUnit, unreachable streets: UnreachableStreets? = nil
  ) {
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
      guard let streets else { return }
      json.member("length_m", streets.length)
      json.key("stretches")
      json.array { json in
        for gap in streets.stretches {
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
