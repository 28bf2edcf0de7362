/// An address by its parts, as far as a source knows them.
public struct PostalAddress: Hashable, Sendable {
  /// `12`, as written; `nil` too where it stands in ``street``.
  public var houseNumber: String?
  /// `bis`, `B`, as written.
  public var suffix: String?
  /// The street as written, perhaps with its number before it.
  public var street: String?
  public var postcode: String?
  public var city: String?
  /// The commune's INSEE code.
  public var cityCode: String?

  public init(
    houseNumber: String? = nil, suffix: String? = nil, street: String? = nil,
    postcode: String? = nil, city: String? = nil, cityCode: String? = nil
  ) {
    self.houseNumber = houseNumber
    self.suffix = suffix
    self.street = street
    self.postcode = postcode
    self.city = city
    self.cityCode = cityCode
  }

  /// The street's line as a person writes it: `12 bis rue des Carmes`, and `Hauptstraße 12 a` where the street has a German
  /// name; `nil` without a street.
  public var line: String? {
    guard let street else { return nil }
    let number = [houseNumber, suffix].compactMap { $0 }
    let parts = PostalAddress.isGerman(street) ? [street] + number : number + [street]
    return parts.joined(separator: " ")
  }

  /// What German names of streets end in, as words or as ends of words.
  private static let germanEnds = [
    "straße", "strasse", "str.", "weg", "platz", "gasse", "allee", "ring", "damm", "markt",
    "steig", "graben",
  ]
  /// What they begin with otherwise: `Am Markt`, `Unter den Linden`.
  private static let germanStarts = [
    "am ", "im ", "zum ", "zur ", "beim ", "an der ", "an den ", "auf der ", "auf dem ", "in der ",
    "unter den ", "hinter der ", "vor dem ",
  ]
  /// Words that make a name French whatever it ends in: `Rue du Ring`.
  private static let frenchWords: Set<Substring> = [
    "rue", "place", "avenue", "quai", "de", "du", "des", "la", "le", "les",
  ]

  private static func isGerman(_ street: String) -> Bool {
    let name = street.lowercased()
    return
      (germanEnds.contains { name.hasSuffix($0) } || germanStarts.contains { name.hasPrefix($0) })
      && name.split(separator: " ").allSatisfy { !frenchWords.contains($0) }
  }
}
