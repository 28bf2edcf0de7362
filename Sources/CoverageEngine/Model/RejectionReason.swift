public import RelaisGeo

extension RejectedRow {
  /// Why a row was not taken, with what was found where that is worth showing: the text of a cell,
  /// a tag, the name of a column.
  public enum Reason: Hashable, Sendable {
    /// How many cells it has.
    case wrongColumnCount(Int)
    /// The column that has to say something.
    case missingValue(String)
    case notANumber(String)
    case outOfRange(String? = nil)
    // Candidates.
    case notASIRET(String)
    case acceptanceOutOfRange(String)
    // Any row.
    case duplicateID(String? = nil)
    case duplicateRow(String? = nil)
    /// Establishments known already, of which it may be one or another.
    case severalMatches([String])
    /// By its identity, elsewhere in the file or in another: the copy that counts is there.
    case knownTwice(String? = nil)
    /// The file says that it is no more.
    case deleted(String? = nil)
    case noGeometry(String? = nil)
    case wrongGeometry(String? = nil)
    case invalidGeometry(String? = nil)
    case invalidText(String)
    case nameTooLong(LongName)
    // Lines of a coverage matrix.
    case malformedLine(String)
    case unknownDemand(String)
    // Streets set aside by the rules of the walking network: the tag or column that says so.
    case notWalkable(String)
    case noPedestrianAccess(String)
    case privateAccess(String)
    case areaNotWalkable(String)
    case notInService(String)
    case missingNodes
    case incompleteArea(String)
    // Edges of a network: the node whose place is another.
    case endsElsewhere(String)
    case nodeInTwoPlaces(String)
    /// As the row names it.
    case unknownSystem(String)
    // Establishments set aside by the rules of school routes and of candidates.
    case notOpen(String? = nil)
    case notASchool(String)
    case notAShop(String)

    /// What a reader found wrong in a row.
    public init(_ defect: RowDefect) {
      self =
        switch defect {
        case .wrongColumnCount(let count): .wrongColumnCount(count)
        case .missingValue(let column): .missingValue(column)
        case .notANumber(let text): .notANumber(text)
        case .outOfRange(let text): .outOfRange(text)
        // The one register whose identifiers a reader knows.
        case .malformedIdentifier(let text): .notASIRET(text)
        case .noGeometry(let text): .noGeometry(text)
        case .wrongGeometry(let text): .wrongGeometry(text)
        case .invalidGeometry(let text): .invalidGeometry(text)
        case .invalidText(let text): .invalidText(text)
        }
    }

    var found: String? {
      switch self {
      case .wrongColumnCount(let count): String(count)
      case .missingValue(let text),
        .notANumber(let text),
        .notASIRET(let text),
        .acceptanceOutOfRange(let text),
        .invalidText(let text),
        .malformedLine(let text),
        .unknownDemand(let text),
        .notWalkable(let text),
        .noPedestrianAccess(let text),
        .privateAccess(let text),
        .areaNotWalkable(let text),
        .notInService(let text),
        .incompleteArea(let text),
        .endsElsewhere(let text),
        .nodeInTwoPlaces(let text),
        .unknownSystem(let text),
        .notASchool(let text),
        .notAShop(let text):
        text
      case .outOfRange(let text),
        .duplicateID(let text),
        .duplicateRow(let text),
        .knownTwice(let text),
        .deleted(let text),
        .noGeometry(let text),
        .wrongGeometry(let text),
        .invalidGeometry(let text),
        .notOpen(let text):
        text
      case .severalMatches(let names): names.joined(separator: "; ")
      case .nameTooLong(let name): "\(name.beginning)… (\(name.count))"
      case .missingNodes: nil
      }
    }
  }
}
