package import CoverageEngine
package import RelaisGeo

/// What a geocoded address adds to an establishment.
package enum AddressFacts {
  /// Where it lies, how that was found and how sure it is; `nil` for nothing better than a commune, and for what may be
  /// another commune's.
  package static func values(
    of match: GeocodingMatch, for input: AddressInput
  ) -> [EstablishmentField: FactValue]? {
    guard let position = match.position, let kind = match.kind, kind != .municipality,
      !match.mayBeElsewhere(asked: input)
    else {
      return nil
    }
    return [
      .position: .position(position), .positionSource: .source(.address(kind)),
      .positionQuality: .quality(.score(match.score, isSure: match.isSure)),
    ]
  }

  /// Whether a position may give way to that of an address: it is missing, or an address gave it.
  package static func mayPlace(_ establishment: Establishment?) -> Bool {
    guard let establishment, establishment.position != nil else { return true }
    if case .address? = establishment.positionSource { return true }
    return false
  }
}
