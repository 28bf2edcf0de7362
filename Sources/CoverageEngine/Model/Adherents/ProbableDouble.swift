import RelaisGeo

/// An establishment somebody is about to add may be one the registry has.
public struct ProbableDouble: Hashable, Sendable {
  /// What they share. Raw values are stable.
  public enum Reason: String, CaseIterable, Sendable {
    case siret
    case phone
    /// The same name, or all but a letter of it, and no place that tells them apart.
    case name
    /// The same address, and a word of the name.
    case address
  }

  public var establishment: Establishment
  public var reasons: [Reason]

  /// Those an establishment may be, by name, then by id.
  ///
  /// Without places to compare, the same name is enough: who adds it again because the answer was lost gives no
  /// more the second time.
  ///
  /// - Parameters:
  ///   - phone: Of the one to add.
  ///   - phones: Of the others, by establishment.
  public static func all(
    of new: Establishment, phone: String?, among others: [Establishment],
    phones: [String: [String]]
  ) -> [ProbableDouble] {
    let number = phone.map(digits).flatMap { $0.count >= 9 ? $0 : nil }
    return others.compactMap { other in
      var reasons: [Reason] = []
      if let siret = new.siret, siret == other.siret { reasons.append(.siret) }
      if let number, phones[other.id]?.contains(where: { digits($0).hasSuffix(number) }) ?? false {
        reasons.append(.phone)
      }
      let place = comparedPlaces(new, other)
      let isNameAlike =
        !new.foldedName.isEmpty
        && (new.foldedName == other.foldedName
          || place == .same && new.foldedName.count >= 4
            && OneLetter.isOff(new.foldedName, other.foldedName))
      if isNameAlike, place != .apart { reasons.append(.name) }
      if !isNameAlike, isSameLine(new, other), sharesWord(new, other) { reasons.append(.address) }
      return reasons.isEmpty ? nil : ProbableDouble(establishment: other, reasons: reasons)
    }.sorted {
      ($0.establishment.foldedName, $0.establishment.id)
        < ($1.establishment.foldedName, $1.establishment.id)
    }
  }

  /// The nine last digits tell a number; what is before them depends on who dials.
  private static func digits(_ text: String) -> String {
    String(text.filter { $0.isASCII && $0.isNumber }.suffix(9))
  }

  private enum Places {
    case same
    case apart
    /// One of them lies nowhere known.
    case unknown
  }

  private static func comparedPlaces(_ a: Establishment, _ b: Establishment) -> Places {
    var isApart = false
    if let p = a.position, let q = b.position {
      if Ground.ellipsoid.length(from: p, to: q) <= DuplicatePair.nearby { return .same }
      isApart = true
    }
    if isSameLine(a, b) { return .same }
    let (one, other) = (a.address, b.address)
    func differs(_ one: String?, _ other: String?) -> Bool {
      guard let one, let other else { return false }
      return Establishment.folded(one) != Establishment.folded(other)
    }
    isApart =
      isApart || differs(one.line, other.line) || differs(one.postcode, other.postcode)
      || differs(one.city, other.city)
    return isApart ? .apart : .unknown
  }

  private static func isSameLine(_ a: Establishment, _ b: Establishment) -> Bool {
    guard let line = a.address.line, let other = b.address.line else { return false }
    let folded = Establishment.folded(line)
    guard !folded.isEmpty, folded == Establishment.folded(other) else { return false }
    if let one = a.address.postcode, let two = b.address.postcode { return one == two }
    if let one = a.address.city, let two = b.address.city {
      return Establishment.folded(one) == Establishment.folded(two)
    }
    return true
  }

  /// A word of four letters or more, which a trade's article is not.
  private static func sharesWord(_ a: Establishment, _ b: Establishment) -> Bool {
    let words = Set(SearchWords.of(b.name)).filter { $0.count >= 4 }
    return SearchWords.of(a.name).contains { words.contains($0) }
  }
}
