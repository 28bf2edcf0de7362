import CoverageEngine
import RelaisFormats
import RelaisGeo

extension EstablishmentField {
  /// The column of a list that says it; `nil` for what no list says.
  var column: ColumnTerm? {
    switch self {
    case .name: .name
    case .kind: .kind
    case .state: .state
    case .category: .category
    case .address: .address
    case .postcode: .postcode
    case .city: .city
    case .insee: .cityCode
    case .groundFloor: .groundFloor
    case .streetFront: .streetFront
    case .minorsAdmitted: .minorsAdmitted
    case .openingHours: .openingHours
    case .siret: .siret
    case .sticker: .sticker
    case .stickerOn: .stickerOn
    case .charterOn: .charterOn
    case .followedUpOn: .followedUpOn
    case .callBackOn: .callBackOn
    case .notes: .notes
    case .position, .positionSource, .positionQuality, .groundFloorOn, .streetFrontOn,
      .minorsAdmittedOn:
      nil
    }
  }
}
