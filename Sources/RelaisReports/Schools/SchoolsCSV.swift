public import CoverageEngine
import RelaisGeo
public import RelaisWording

/// `schools.csv`: every school, in public figures.
public enum SchoolsCSV {
  /// - Parameter gaps: those the plan counted children on.
  public static func bytes(_ plan: RoutePlan, gaps: [Gap], _ wording: Wording) -> [UInt8] {
    SchoolsTable(plan: plan, gaps: gaps, wording: wording).fullTable().csv()
  }
}
