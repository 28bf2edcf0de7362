/// Where an address was found, how, and what a person should check of it.
public struct GeocodingMatch: Hashable, Sendable {
  /// What was matched. Raw values are stable: `result_type`.
  public enum Kind: String, CaseIterable, Sendable {
    /// The number itself.
    case houseNumber = "housenumber"
    /// Between the numbers around it, on its side of the street.
    case interpolated
    case street
    /// A hamlet or place name without numbers.
    case locality
    case municipality
  }

  /// Something a person should look at. Its facts are as the address or the base writes them.
  public enum Check: Hashable, Sendable {
    /// There is nothing to look for.
    case empty
    /// No street or place of the base is like what was written.
    case streetUnknown(String)
    /// The commune is not in the base.
    case communeUnknown(String)
    case postcodeUnknown(String)
    /// The number is not in the base; placed between two others.
    case numberBetween(asked: String, low: String, high: String)
    /// The street's numbers end before it; placed at the last.
    case numberBeyond(asked: String, last: String)
    /// The number is not in the base, nor are others near it.
    case numberUnknown(asked: String)
    /// The number is there without this suffix, or with another.
    case suffixUnknown(asked: String, found: String)
    /// The street has this number at places far apart.
    case numberTwice(String)
    /// No number was given; a point of the street.
    case noNumber
    /// Only the commune was given or found.
    case noStreet
    case postcodeDiffers(given: String, found: String)
    case communeDiffers(given: String, found: String)
    /// The kind of street differs: rue, avenue.
    case typeDiffers(found: String)
    /// The name is like it, and not the same.
    case nameDiffers(found: String)
    /// Words of the address that say nothing the base knows.
    case notUnderstood(String)
    /// No commune was given, and several streets are called so, or the street is elsewhere too.
    case ambiguous([String])
    /// The address is several numbers; placed at one of them, the first the base has.
    case severalNumbers(found: String)
    /// The address is said to be near a number; placed there.
    case nearNumber(String)
    /// The commune given is a part of the one found, or its post office.
    case partOfCommune(given: String, commune: String)
    /// The row's text was broken: more cells than columns, or quotes that do not close.
    case brokenRow
  }

  /// `nil` if nothing was found.
  public var kind: Kind?
  public var position: Position?
  /// 0 to 1.
  public var score = 0.0
  /// `12 bis Rue de Metz 54000 Nancy`.
  public var label = ""
  public var id = ""
  public var houseNumber = ""
  public var street = ""
  public var postcode = ""
  public var cityCode = ""
  public var city = ""
  /// Empty when there is nothing to check.
  public var checks: [Check] = []
  /// What was understood, for people: number, street, postcode, commune.
  public var reading: AddressReading?

  public init() {}

  public init(_ check: Check) { checks = [check] }

  /// Whether the address may lie in another commune, in a street of the same name. Such a match is a proposal, never a place.
  ///
  /// It may where no postcode stands beside a commune's name that is only like one of the base, where words nothing explains
  /// stand in an address of which neither postcode nor column says the commune, and where a postcode of its own is another.
  public func mayBeElsewhere(asked input: AddressInput) -> Bool {
    guard let reading, reading.cityCode?.isEmpty ?? true else { return false }
    return checks.contains { check in
      switch check {
      case .postcodeDiffers: if case .notGiven = reading.city { true } else { false }
      case .communeDiffers: reading.postcode == nil
      case .notUnderstood: reading.postcode == nil && input.city == nil
      default: false
      }
    }
  }

  /// The number itself was found and nothing is in doubt.
  public var isSure: Bool {
    kind != nil
      && checks.allSatisfy { check in
        if case .partOfCommune = check { true } else { false }
      }
  }
}
