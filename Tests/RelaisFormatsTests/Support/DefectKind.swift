import RelaisFormats
import RelaisGeo

/// What is wrong with a row, whatever was found in it.
enum DefectKind {
  case wrongColumnCount, missingValue, notANumber, outOfRange, malformedIdentifier
  case noGeometry, wrongGeometry, invalidGeometry, invalidText
}

extension RowDefect {
  var kind: DefectKind {
    switch self {
    case .wrongColumnCount: .wrongColumnCount
    case .missingValue: .missingValue
    case .notANumber: .notANumber
    case .outOfRange: .outOfRange
    case .malformedIdentifier: .malformedIdentifier
    case .noGeometry: .noGeometry
    case .wrongGeometry: .wrongGeometry
    case .invalidGeometry: .invalidGeometry
    case .invalidText: .invalidText
    }
  }
}
