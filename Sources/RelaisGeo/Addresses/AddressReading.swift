/// One way to read an address: what each of its words is.
public struct AddressReading: Hashable, Sendable {
  /// What a word is taken for.
  public enum Role: UInt8, Sendable {
    case street
    case number
    case postcode
    case city
    /// Floor, building, postal box, telephone: true and of no use here.
    case complement
    /// In front of the number or type: a shop's name, most often.
    case before
    /// In a segment behind the street.
    case after
  }

  /// The commune the writer means.
  public enum City: Hashable, Sendable {
    case notGiven
    case known(CommuneNames.Match)
    /// A name that is no commune of the base, folded.
    case unknown(String)
  }

  public var words: [AddressWord]
  public var roles: [Role]
  public var number: Int?
  /// `bis`, a letter; empty for none. Canonical.
  public var suffix = ""
  /// Further numbers of a range: 14 of `12-14`.
  public var furtherNumbers: [Int] = []
  /// The address is near the number and not at it: « face au 5 ».
  public var isNear = false
  /// Where the number stands among the words.
  public var numberIndex: Int?
  public var postcode: String?
  /// The postcode is one of a sorting office, which no address base has.
  public var isCedex = false
  public var city = City.notGiven
  /// The commune's name as it was written, folded.
  public var cityText = ""
  /// The commune's name in the text, where a column gives one too: a part of it, perhaps.
  public var partText = ""
  /// The commune's code, where a column gives it.
  public var cityCode: String?

  /// The street's words, folded, in order.
  public var street: String {
    zip(words, roles).filter { $1 == .street }.map(\.0.text).joined(separator: " ")
  }
}
