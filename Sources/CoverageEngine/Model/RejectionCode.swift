extension RejectedRow {
  /// A reason without its facts. Raw values are stable: `rejects/<file>.csv` bears them. The order is
  /// that of counts.
  public enum Code: String, CaseIterable, Sendable {
    case wrongColumnCount = "wrong-column-count"
    case missingValue = "missing-value"
    case notANumber = "not-a-number"
    case outOfRange = "out-of-range"
    case notASIRET = "not-a-siret"
    case acceptanceOutOfRange = "acceptance-out-of-range"
    case duplicateID = "duplicate-id"
    case duplicateRow = "duplicate-row"
    case severalMatches = "several-matches"
    case knownTwice = "known-twice"
    case deleted
    case noGeometry = "no-geometry"
    case wrongGeometry = "wrong-geometry"
    case invalidGeometry = "invalid-geometry"
    case invalidText = "invalid-text"
    case nameTooLong = "name-too-long"
    case malformedLine = "malformed-line"
    case unknownDemand = "unknown-demand"
    case notWalkable = "not-walkable"
    case noPedestrianAccess = "no-pedestrian-access"
    case privateAccess = "private-access"
    case areaNotWalkable = "area-not-walkable"
    case notInService = "not-in-service"
    case missingNodes = "missing-nodes"
    case incompleteArea = "incomplete-area"
    case endsElsewhere = "ends-elsewhere"
    case nodeInTwoPlaces = "node-in-two-places"
    case unknownSystem = "unknown-system"
    case notOpen = "not-open"
    case notASchool = "not-a-school"
    case notAShop = "not-a-shop"

    /// The row is sound, and set aside by a rule: no defect of the data.
    public var isRule: Bool {
      switch self {
      case .notWalkable, .noPedestrianAccess, .privateAccess, .areaNotWalkable, .notInService,
        .notOpen, .notASchool, .notAShop, .knownTwice, .deleted:
        true
      case .wrongColumnCount, .missingValue, .notANumber, .outOfRange, .notASIRET,
        .acceptanceOutOfRange, .duplicateID, .duplicateRow, .severalMatches, .noGeometry,
        .wrongGeometry,
        .invalidGeometry, .invalidText, .nameTooLong, .malformedLine, .unknownDemand, .missingNodes,
        .incompleteArea, .endsElsewhere, .nodeInTwoPlaces, .unknownSystem:
        false
      }
    }
  }
}

extension RejectedRow.Reason {
  var code: RejectedRow.Code {
    switch self {
    case .wrongColumnCount: .wrongColumnCount
    case .missingValue: .missingValue
    case .notANumber: .notANumber
    case .outOfRange: .outOfRange
    case .notASIRET: .notASIRET
    case .acceptanceOutOfRange: .acceptanceOutOfRange
    case .duplicateID: .duplicateID
    case .duplicateRow: .duplicateRow
    case .severalMatches: .severalMatches
    case .knownTwice: .knownTwice
    case .deleted: .deleted
    case .noGeometry: .noGeometry
    case .wrongGeometry: .wrongGeometry
    case .invalidGeometry: .invalidGeometry
    case .invalidText: .invalidText
    case .nameTooLong: .nameTooLong
    case .malformedLine: .malformedLine
    case .unknownDemand: .unknownDemand
    case .notWalkable: .notWalkable
    case .noPedestrianAccess: .noPedestrianAccess
    case .privateAccess: .privateAccess
    case .areaNotWalkable: .areaNotWalkable
    case .notInService: .notInService
    case .missingNodes: .missingNodes
    case .incompleteArea: .incompleteArea
    case .endsElsewhere: .endsElsewhere
    case .nodeInTwoPlaces: .nodeInTwoPlaces
    case .unknownSystem: .unknownSystem
    case .notOpen: .notOpen
    case .notASchool: .notASchool
    case .notAShop: .notAShop
    }
  }
}
