/// One row of an address base as its source has it: a numbered address, or a named place without
/// numbers.
public struct AddressRecord: Sendable {
  public var place: SourcePlace
  public var id: String
  /// The source's key of the street, where it gives one.
  public var streetID: String
  /// `nil` for a hamlet or place name: number 99999 of a local base, or no number column at all.
  public var number: Int?
  /// `bis`, `B`, as written; empty for none.
  public var suffix: String
  public var street: String
  /// Other names the source keeps of the street: aliases, its postal writing.
  public var otherNames: [String]
  /// The place name that goes with the address, `nom_ld`.
  public var hamlet: String?
  public var postcode: String
  public var cityCode: String
  public var city: String
  /// The commune it belonged to before a merger.
  public var formerCity: String
  /// Other names of the commune or of this part of it: its post office's, those of other languages.
  public var otherCities: [String]
  public var position: Position
  public var kind: Kind

  public init(
    place: SourcePlace, id: String, streetID: String, number: Int?, suffix: String, street: String,
    otherNames: [String], hamlet: String?, postcode: String, cityCode: String, city: String,
    formerCity: String, otherCities: [String] = [], position: Position, kind: Kind
  ) {
    self.place = place
    self.id = id
    self.streetID = streetID
    self.number = number
    self.suffix = suffix
    self.street = street
    self.otherNames = otherNames
    self.hamlet = hamlet
    self.postcode = postcode
    self.cityCode = cityCode
    self.city = city
    self.formerCity = formerCity
    self.otherCities = otherCities
    self.position = position
    self.kind = kind
  }

  /// What a position stands for, the best to walk to first.
  public enum Kind: Int, Comparable, Sendable {
    case entrance
    case delivery
    case building
    case staircase
    case dwelling
    case parcel
    case segment
    case service
    case unknown

    public static func < (a: Kind, b: Kind) -> Bool { a.rawValue < b.rawValue }

    /// - Parameter text: As address bases write it, in French or English.
    package init(_ text: String?) {
      guard let text else {
        self = .unknown
        return
      }
      switch ColumnName.folded(text) {
      case "entree", "entrance": self = .entrance
      case "delivrancepostale": self = .delivery
      case "batiment": self = .building
      case let text where text.hasPrefix("cage"): self = .staircase
      case "logement": self = .dwelling
      case "parcelle": self = .parcel
      case "segment": self = .segment
      case "servicetechnique": self = .service
      default: self = .unknown
      }
    }
  }
}
