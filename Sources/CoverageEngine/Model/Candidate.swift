import Covering
public import RelaisGeo

/// A place that could be recruited.
public struct Candidate: Hashable, Sendable {
  /// Its identifier, name, position and opening hours.
  public var place: Facility
  /// The category it counts under, by its identifier in the table of categories.
  public var category: String?
  /// What is known of it; nothing where it is kept out at its owner's wish.
  public var address: PostalAddress
  /// The SIRENE establishment, 14 digits.
  public var siret: String?
  /// The place's own number, as its map or list has it; never shown to the public.
  public var telephone: Telephone?
  /// How likely it says yes, above 0 and at most 1; `nil` where nothing is known: it counts as certain.
  public var acceptance: Double?
  /// What other sources call the same place.
  public var otherIDs: [String] = []
  /// Whether its kind is usually open when children walk to and from school: what counts in a window where
  /// its own hours are unknown.
  public var usuallyOpensAtSchoolHours = true
  /// Whether one usually enters its kind from the street, on the ground floor.
  public var usuallyHasStreetFront = true

  public init(
    _ place: Facility, category: String? = nil, address: PostalAddress = PostalAddress(),
    siret: String? = nil,
    acceptance: Double? = nil
  ) {
    precondition(acceptance.map { $0 > 0 && $0 <= 1 } ?? true)
    self.place = place
    self.category = category
    self.address = address
    self.siret = siret
    self.acceptance = acceptance
  }

  public var id: String { place.id }
}

extension [Candidate] {
  /// By candidate, how likely it says yes, in thousandths; `nil` where nobody's is known. Those nothing is known of count as certain.
  var chances: [Int64]? {
    contains { $0.acceptance != nil }
      ? map { $0.acceptance.map(Chance.thousandths) ?? Chance.certain } : nil
  }
}
