/// Where long work says how far it is: units done, of a total where known.
///
/// The engine calls it rarely (a few hundred times at most) and from one task at a time.
public struct Progress: Sendable {
  public enum Step: String, CaseIterable, Sendable {
    case readingStreets
    case buildingNetwork
    case readingPlaces
    case readingAddresses
    case geocoding
    case searching
    case checkingNetwork
    case serviceAreas
    case describingGaps
    case planningRoutes
    case openingHours
    case choosing
    case pastQuarters
    case writing
  }

  private let report: @Sendable (Step, _ done: Int, _ total: Int?) -> Void

  public init(_ report: @escaping @Sendable (Step, _ done: Int, _ total: Int?) -> Void) {
    self.report = report
  }

  /// Work nobody watches.
  public static let silent = Progress { _, _, _ in }

  public func callAsFunction(_ step: Step, _ done: Int = 0, of total: Int? = nil) {
    report(step, done, total)
  }
}
