package import CoverageEngine
import RelaisGeo
package import RelaisWording

/// `schools.csv`: every school, in public figures.
package enum SchoolsCSV {
  /// - Parameter gaps: those the plan counted children on.
  package static func bytes(_ plan: RoutePlan, gaps: [Gap], _ wording: Wording) -> [UInt8] {
    SchoolsTable(plan: plan, gaps: gaps, wording: wording).fullTable().csv()
  }
}
