/// A kind of shop or service as one that could shelter children.
///
/// What it says of a kind is likely, not certain: the apprentice looks when at the door.
public struct CandidateCategory: Hashable, Sendable {
  /// Stable: `bakery`.
  public var id: String
  /// By the codes of languages, `fr`.
  public var names: [String: String]
  /// Further words lists use for it.
  public var labels: [String] = []
  /// OpenStreetMap tags: `shop=bakery`; `shop=*` for any not named elsewhere.
  public var tags: [String] = []
  /// NAF rev. 2 codes or starts of them: `10.71C`, `47.7`.
  public var activities: [String] = []
  /// NAF 2025 codes or starts of them: `10.71Y`, `47.7`.
  public var activities2025: [String] = []
  public var kind = EstablishmentKind.shop
  /// Whether it is asked at all; places not for minors are not.
  public var isEligible = true
  /// Whether one usually enters it from the street, on the ground floor.
  public var hasStreetFront = true
  /// Whether it is usually open when children walk to and from school.
  public var opensAtSchoolHours = true
  /// How likely it says yes when asked for the first time: an estimate, above 0 and at most 1.
  public var acceptance = 0.3

  public init(id: String, names: [String: String]) {
    self.id = id
    self.names = names
  }

  /// The category of what no other one names; every table has it.
  public static let otherShop = "other-shop"
}
