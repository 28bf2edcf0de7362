/// Turns addresses as people write them into positions of an address base, and says how sure it is.
///
/// A match is given without a check only when every word of the address is explained, the street is
/// the one of its name in the commune given, and the number stands in the base. A missing number
/// is never that of another street; a given postcode or commune is never exchanged in silence.
///
/// It keeps what it learnt of words, so it is one for each task: make copies of one, which share the
/// index.
public struct Geocoder {
  private let index: AddressIndex
  private let parser: AddressParser
  private var search: StreetSearch

  public init(_ base: AddressBase) {
    index = AddressIndex(base)
    parser = AddressParser(
      communes: index.communeNames, postcodes: Set(index.communesByPostcode.keys))
    search = StreetSearch(index)
  }

  public var base: AddressBase { index.base }

  /// The best match; never an error: what cannot be found says why.
  ///
  /// - Complexity: Some hundred microseconds, little more for a larger base.
  public mutating func match(_ input: AddressInput) -> GeocodingMatch {
    let readings = parser.readings(input)
    var best: Answer?
    for reading in readings {
      let answer = answer(reading)
      if answer.rank > (best?.rank ?? -1) { best = answer }
    }
    guard let best else { return GeocodingMatch(.empty) }
    return finish(best)
  }

  // MARK: One reading

  /// What a reading leads to.
  private struct Answer {
    var reading: AddressReading
    var place: CommuneChoice
    var candidates: [StreetSearch.Candidate] = []
    /// To compare readings.
    var rank = 0.0
  }

  private mutating func answer(_ reading: AddressReading) -> Answer {
    var answer = Answer(reading: reading, place: CommuneChoice(reading, index))
    guard answer.place.isInBase else {
      // A reading that finds the commune is better than one that does not.
      answer.rank = 0.1
      return answer
    }
    guard Geocoder.hasStreet(reading) else {
      // A text that is a commune is one, not the street called after it.
      answer.rank = reading.city == .notGiven ? 0 : answer.place.quality
      return answer
    }
    answer.candidates = search.candidates(reading, communes: answer.place.communes)
    // What is too unlike counts as nothing.
    let best = answer.candidates.first.map(\.score) ?? 0
    answer.rank = (best >= Geocoder.least ? best : 0.2) * answer.place.quality
    if case .known = reading.city { answer.rank += 0.02 }
    return answer
  }

  private static func hasStreet(_ reading: AddressReading) -> Bool {
    zip(reading.words, reading.roles).contains {
      [.street, .before, .after].contains($1) && !StreetNameWords.isArticle($0.text)
    }
  }

  private func finish(_ answer: Answer) -> GeocodingMatch {
    let reading = answer.reading
    var result: GeocodingMatch
    let hasStreet = Geocoder.hasStreet(reading)
    if !answer.place.isInBase {
      result = GeocodingMatch()
      result.checks = answer.place.checks
    } else if !hasStreet && answer.place.communes == nil {
      result = GeocodingMatch(.empty)
    } else if let match = streetMatch(answer) {
      result = match
    } else {
      result = municipality(answer, hasStreet)
    }
    result.reading = reading
    return result
  }

  /// The least score of a street that is taken at all.
  private static let least = 0.58
  /// Below this a match is to be checked whatever else holds.
  private static let sure = 0.8
  /// Two streets nearer in score are to be checked, unless the better is said whole.
  private static let margin = 0.12

  private func streetMatch(_ answer: Answer) -> GeocodingMatch? {
    let reading = answer.reading
    guard let top = answer.candidates.first, top.score >= Geocoder.least else { return nil }
    let numbers = reading.number.map { [$0] + reading.furtherNumbers } ?? []
    // Of streets said equally well, the one that has the number.
    let equals = answer.candidates.prefix { $0.score >= top.score - 0.005 }
    func hasNumber(_ candidate: StreetSearch.Candidate) -> Bool {
      numbers.contains { HouseSearch(base, candidate.street).has($0) }
    }
    let chosen =
      equals.first { isOfFormer(reading, $0.street) && (numbers.isEmpty || hasNumber($0)) }
      ?? equals.first { isOfFormer(reading, $0.street) } ?? equals.first(where: hasNumber) ?? top
    let isNumberSaid = reading.numberIndex.map { chosen.alignment.explained.contains($0) } ?? false
    let asked = isNumberSaid ? [] : numbers
    let suffix = suffix(reading, chosen)
    let houses = HouseSearch(base, chosen.street, postcode: reading.postcode)
    let found = asked.isEmpty ? houses.middle() : houses.find(asked, suffix: suffix.text)
    var result = described(found, houses.street)
    result.score = chosen.score * answer.place.quality
    if found.kind == .interpolated { result.score *= 0.95 }
    if found.kind == .street, !asked.isEmpty { result.score *= 0.85 }
    result.score = (min(1, max(0, result.score)) * 10_000).rounded() / 10_000

    var checks = answer.place.checks
    checks += postcodeCheck(answer, found)
    if let check = found.check {
      checks.append(check)
    } else if found.kind == .houseNumber, asked.count > 1 {
      checks.append(.severalNumbers(found: found.number))
    }
    if reading.isNear, !asked.isEmpty {
      checks.append(.nearNumber(HouseSearch.text(asked[0], suffix.text)))
      // Across the street or next door: near the number, and never the number itself.
      if result.kind == .houseNumber { result.kind = .interpolated }
    }
    if let part = part(reading, chosen.street) { checks.append(part) }
    if asked.isEmpty { checks.append(.noNumber) }
    let leftOver = leftOver(reading, chosen, suffix.index, answer.place)
    if chosen.hasOtherType {
      checks.append(.typeDiffers(found: result.street))
    } else if chosen.score < Geocoder.sure {
      checks.append(.nameDiffers(found: result.street))
    }
    if !leftOver.isEmpty { checks.append(.notUnderstood(leftOver)) }
    let rivals = rivals(of: chosen, answer, found, asked, suffix.text)
    if rivals.count > 1 { checks.append(.ambiguous(rivals)) }
    result.checks = checks
    return result
  }

  /// The suffix read, or a letter next to the number that no street's word explains.
  private func suffix(
    _ reading: AddressReading, _ chosen: StreetSearch.Candidate
  ) -> (text: String, index: Int?) {
    guard reading.suffix.isEmpty, let number = reading.numberIndex, number + 1 < reading.words.count
    else { return (reading.suffix, nil) }
    let next = reading.words[number + 1]
    guard next.isInitial, next.gap < .segment, !chosen.alignment.explained.contains(number + 1),
      reading.roles[number + 1] == .street, !["r", "d", "l"].contains(next.text)
    else { return ("", nil) }
    return (next.text, number + 1)
  }

  /// Words nothing explains, where they may have said another street or town.
  private func leftOver(
    _ reading: AddressReading, _ chosen: StreetSearch.Candidate, _ suffix: Int?,
    _ place: CommuneChoice
  ) -> String {
    var left = chosen.alignment.leftOver.filter { $0 != suffix }
    if let town = reading.roles.firstIndex(of: .city) {
      // Words before a commune's name may make it another's.
      left += reading.words.indices.filter {
        $0 < town && reading.roles[$0] == .after && !chosen.alignment.explained.contains($0)
          && reading.words[$0].segment == reading.words[town].segment
          && !StreetNameWords.isArticle(reading.words[$0].text)
      }
    }
    if place.isGuessed {
      // No commune was given: what stands around may be one.
      left += reading.words.indices.filter {
        [.before, .after].contains(reading.roles[$0]) && !chosen.alignment.explained.contains($0)
          && !StreetNameWords.isArticle(reading.words[$0].text)
      }
    }
    return Set(left).sorted().map { reading.words[$0].text }.joined(separator: " ")
  }

  /// Labels of the streets that are as likely, the chosen one first; fewer than two for none.
  private func rivals(
    of chosen: StreetSearch.Candidate, _ answer: Answer, _ found: HouseSearch.Found, _ asked: [Int],
    _ suffix: String
  ) -> [String] {
    var labels: [String] = []
    let isFormer = isOfFormer(answer.reading, chosen.street)
    for candidate in answer.candidates {
      if isFormer, !isOfFormer(answer.reading, candidate.street) { continue }
      // « rue Carnot » may be Lazare-Carnot or Sadi-Carnot, however well either fits.
      let isRival =
        chosen.alignment.isWhole
        ? candidate.alignment.isWhole
        : candidate.score >= chosen.score - Geocoder.margin
          || chosen.alignment.isSaid && candidate.alignment.isSaid && !candidate.hasOtherType
      guard isRival || candidate.street == chosen.street else { continue }
      let houses = HouseSearch(base, candidate.street, postcode: answer.reading.postcode)
      let place = asked.isEmpty ? houses.middle() : houses.find(asked, suffix: suffix)
      var label = described(place, houses.street).label
      if houses.street.formerCity != 0 {
        label += " (" + base.texts[Int(houses.street.formerCity)] + ")"
      }
      labels.insert(label, at: candidate.street == chosen.street ? 0 : labels.count)
      if labels.count == 5 { break }
    }
    return labels
  }

  /// Whether a street is in the former commune the address names, and not in the one it became.
  private func isOfFormer(_ reading: AddressReading, _ street: Int) -> Bool {
    let own = base.streets[street]
    guard own.formerCity != 0 else { return false }
    func key(_ text: String) -> String { CommuneNames.key(AddressText.words(text)[...]) }
    let former = key(base.texts[Int(own.formerCity)])
    // The column may give the commune, and the text the part of it.
    if !reading.partText.isEmpty, key(reading.partText) == former { return true }
    return !reading.cityText.isEmpty && key(reading.cityText) == former
      && key(base.communes[Int(own.commune)].name) != former
  }

  /// That the commune given is only a part of the one found, or its post office.
  private func part(_ reading: AddressReading, _ street: Int) -> GeocodingMatch.Check? {
    let commune = base.communes[Int(base.streets[street].commune)]
    for given in [reading.cityText, reading.partText] where !given.isEmpty {
      let key = CommuneNames.key(AddressText.words(given)[...])
      func isOne(of names: [String]) -> Bool {
        names.contains { CommuneNames.key(AddressText.words($0)[...]) == key }
      }
      if !isOne(of: [commune.name]), isOne(of: commune.formerNames + commune.otherNames) {
        return .partOfCommune(given: given, commune: commune.name)
      }
    }
    return nil
  }

  private func postcodeCheck(
    _ answer: Answer, _ found: HouseSearch.Found
  ) -> [GeocodingMatch.Check] {
    guard let given = answer.reading.postcode, answer.place.checks.isEmpty else { return [] }
    let own = base.postcodes[Int(found.house.postcode)]
    guard !own.isEmpty, own != given else { return [] }
    if answer.reading.isCedex, own.prefix(2) == given.prefix(2) { return [] }
    return [.postcodeDiffers(given: given, found: own)]
  }

  // MARK: Describing

  private func described(
    _ found: HouseSearch.Found, _ street: AddressBase.Street
  ) -> GeocodingMatch {
    let commune = base.communes[Int(street.commune)]
    var result = GeocodingMatch()
    result.kind = found.kind
    result.position = found.position
    result.street = base.texts[Int(found.house.number < 0 ? street.name : found.house.name)]
    result.houseNumber = found.number
    result.postcode = base.postcodes[Int(found.house.postcode)]
    result.cityCode = commune.code
    result.city = commune.name
    result.id =
      found.kind == .houseNumber || found.kind == .locality
      ? base.id(of: found.house) : base.texts[Int(street.key)]
    result.label = [result.houseNumber, result.street, result.postcode, result.city]
      .filter { !$0.isEmpty }.joined(separator: " ")
    return result
  }

  /// The commune alone, where no street was found or none given.
  private func municipality(_ answer: Answer, _ hasStreet: Bool) -> GeocodingMatch {
    let reading = answer.reading
    let street = [reading.number.map(String.init), reading.street]
      .compactMap { $0?.isEmpty == false ? $0 : nil }.joined(separator: " ")
    guard let communes = answer.place.communes, communes.count == 1 || !hasStreet else {
      return GeocodingMatch(hasStreet ? .streetUnknown(street) : .empty)
    }
    let commune = base.communes[communes[0]]
    var result = GeocodingMatch()
    result.kind = .municipality
    result.position = commune.position
    result.score = hasStreet ? 0.3 : (answer.place.quality * 10_000).rounded() / 10_000
    result.city = commune.name
    result.cityCode = commune.code
    result.id = commune.code
    result.postcode =
      reading.postcode.map { commune.postcodes.contains($0) ? $0 : "" }
      ?? (commune.postcodes.count == 1 ? commune.postcodes[0] : "")
    result.label = [result.postcode, commune.name].filter { !$0.isEmpty }.joined(separator: " ")
    result.checks = answer.place.checks + [hasStreet ? .streetUnknown(street) : .noStreet]
    if communes.count > 1 {
      result.checks.append(
        .ambiguous(
          communes.prefix(5).map { index in
            let one = base.communes[index]
            return (one.postcodes.prefix(1) + [one.name]).joined(separator: " ")
          }))
    }
    return result
  }
}
