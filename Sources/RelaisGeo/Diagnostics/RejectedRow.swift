/// One row of an input that was not taken, for `rejects/<file>.csv`.
///
/// Rows in = rows taken + rows rejected, in every reader and importer.
public struct RejectedRow: Hashable, Sendable {
  public var place: SourcePlace
  /// The row's own identifier, where it could be read.
  public var id: String?
  public var reason: Reason
  /// What was found, where the reason has something to show: a bad number, a column's name.
  public var found: String

  public init(place: SourcePlace, id: String? = nil, reason: Reason, found: String = "") {
    self.place = place
    self.id = id
    self.reason = reason
    self.found = found
  }

  /// Why a row was not taken. Raw values are stable; wording turns them into sentences.
  public enum Reason: String, CaseIterable, Sendable {
    case wrongColumnCount = "wrong-column-count"
    case missingValue = "missing-value"
    case notANumber = "not-a-number"
    case outOfRange = "out-of-range"
    case notASIRET = "not-a-siret"
    case acceptanceOutOfRange = "acceptance-out-of-range"
    case duplicateID = "duplicate-id"
    case duplicateRow = "duplicate-row"
    case noGeometry = "no-geometry"
    case wrongGeometry = "wrong-geometry"
    case invalidGeometry = "invalid-geometry"
    case invalidText = "invalid-text"
    // Lines of a coverage matrix.
    case malformedLine = "malformed-line"
    case unknownDemand = "unknown-demand"
    // Streets set aside by the rules of the walking network.
    case notWalkable = "not-walkable"
    case noPedestrianAccess = "no-pedestrian-access"
    case privateAccess = "private-access"
    case areaNotWalkable = "area-not-walkable"
    case notInService = "not-in-service"
    case missingNodes = "missing-nodes"
    case incompleteArea = "incomplete-area"
    // Establishments set aside by the rules of school routes.
    case notOpen = "not-open"
    case notASchool = "not-a-school"
    // Establishments set aside by the rules of candidates.
    case notAShop = "not-a-shop"

    /// The row is sound, and set aside by a rule: no defect of the data.
    public var isRule: Bool {
      switch self {
      case .notWalkable, .noPedestrianAccess, .privateAccess, .areaNotWalkable, .notInService,
        .notOpen, .notASchool, .notAShop:
        true
      default: false
      }
    }
  }
}
