/// Where an address may lie, by the commune and postcode it gives.
struct CommuneChoice {
  /// `nil` for anywhere in the base: nothing was given.
  private(set) var communes: [Int]?
  /// What was given is not in the base: there is nothing to look for.
  private(set) var isInBase = true
  /// 1 where what was given is one of the base, less where it must be corrected.
  private(set) var quality = 1.0
  private(set) var checks: [GeocodingMatch.Check] = []

  /// Nothing was given: words of the address may be a commune the base does not know.
  var isGuessed: Bool { communes == nil }

  init(_ reading: AddressReading, _ index: AddressIndex) {
    let postcode = reading.postcode
    let behind = postcode.flatMap { index.communesByPostcode[$0] }
    if let code = reading.cityCode, !code.isEmpty, index.communeByCode.count > 0 {
      takeCode(code, reading, index)
      return
    }
    switch reading.city {
    case .known(let match): take(match, reading, behind, index)
    case .unknown(let name):
      if let behind, let near = CommuneChoice.resembling(name, behind, index) {
        communes = near.communes
        quality = 0.9
        if near.distance > 1 {
          checks = [
            .communeDiffers(given: name, found: index.base.communes[near.communes[0]].name)
          ]
        }
      } else {
        refuse(.communeUnknown([postcode, name].compactMap { $0 }.joined(separator: " ")))
      }
    case .notGiven:
      guard let postcode else { return }
      if let behind {
        communes = behind
      } else if reading.isCedex {
        let department = postcode.prefix(2)
        let near = index.base.communes.indices.filter { commune in
          index.base.communes[commune].postcodes.contains { $0.hasPrefix(department) }
        }
        if near.isEmpty {
          refuse(.postcodeUnknown(postcode))
        } else {
          communes = near
          quality = 0.9
          checks = [.postcodeUnknown(postcode)]
        }
      } else if let near = CommuneChoice.resembling(postcode: postcode, index) {
        communes = near.communes
        quality = 0.85
        checks = [.postcodeDiffers(given: postcode, found: near.postcode)]
      } else if index.communesByPostcode.isEmpty {
        // A local base has no postcodes: all it can say is the département.
        let near = index.base.communes.indices.filter {
          index.base.communes[$0].code.hasPrefix(postcode.prefix(2))
        }
        if near.isEmpty { refuse(.postcodeUnknown(postcode)) } else { communes = near }
      } else {
        refuse(.postcodeUnknown(postcode))
      }
    }
  }

  private mutating func refuse(_ check: GeocodingMatch.Check) {
    isInBase = false
    quality = 0
    checks = [check]
  }

  /// A code given in a column decides; a name that differs is reported.
  private mutating func takeCode(
    _ code: String, _ reading: AddressReading, _ index: AddressIndex
  ) {
    let found = CommuneChoice.communes(of: code, index)
    guard let first = found.first else {
      refuse(
        .communeUnknown([code, reading.cityText].filter { !$0.isEmpty }.joined(separator: " ")))
      return
    }
    communes = found
    // Of a whole city the postcode says which part.
    let fitting = found.filter { part in
      reading.postcode.map { CommuneChoice.fits($0, reading, index.base.communes[part]) } ?? true
    }
    if !fitting.isEmpty { communes = fitting }
    let own = index.base.communes[fitting.first ?? first]
    if case .known(let match) = reading.city, Set(match.communes).isDisjoint(with: found) {
      quality = 0.9
      checks = [.communeDiffers(given: reading.cityText, found: own.name)]
    } else if case .unknown(let name) = reading.city {
      quality = 0.9
      checks = [.communeDiffers(given: name, found: own.name)]
    }
    takePostcode(reading, own)
  }

  /// The commune of a code; of a whole city's its arrondissements, of an arrondissement's the city where the
  /// base knows no smaller part.
  private static func communes(of code: String, _ index: AddressIndex) -> [Int] {
    let code = CommuneCode.canonical(code)
    if let own = index.communeByCode[code] { return [own] }
    let others = CommuneCode.arrondissements(of: code) ?? CommuneCode.city(of: code).map { [$0] }
    return (others ?? []).compactMap { index.communeByCode[$0] }
  }

  private mutating func take(
    _ match: CommuneNames.Match, _ reading: AddressReading, _ behind: [Int]?, _ index: AddressIndex
  ) {
    quality = match.quality
    var found = match.communes
    if let behind {
      let both = found.filter(behind.contains)
      if !both.isEmpty { found = both }
    }
    communes = found
    guard let postcode = reading.postcode else {
      // A name that is only like one may be that of another town.
      if match.quality < 0.97 {
        checks = [
          .communeDiffers(given: reading.cityText, found: index.base.communes[found[0]].name)
        ]
      }
      return
    }
    func fitting(_ communes: [Int]) -> [Int] {
      communes.filter { CommuneChoice.fits(postcode, reading, index.base.communes[$0]) }
    }
    // The name may be another town's too, whose post office delivers here.
    for fitting in [
      fitting(found), fitting(index.communeNames.communes(naming: reading.cityText)),
    ] where !fitting.isEmpty {
      communes = fitting
      return
    }
    // Another town of the same name, or a slip in the postcode?
    let own = index.base.communes[found[0]]
    let isSlip = own.postcodes.contains {
      EditDistance.within(1, Array($0.utf8), Array(postcode.utf8)) != nil
    }
    let isSameDepartment = own.postcodes.contains { $0.prefix(2) == postcode.prefix(2) }
    guard isSlip || match.quality == 1 && isSameDepartment || behind != nil && match.quality == 1
    else {
      refuse(.communeUnknown(postcode + " " + reading.cityText))
      return
    }
    quality *= 0.9
    checks = [.postcodeDiffers(given: postcode, found: own.postcodes[0])]
  }

  private mutating func takePostcode(_ reading: AddressReading, _ commune: AddressBase.Commune) {
    guard let postcode = reading.postcode, !CommuneChoice.fits(postcode, reading, commune) else {
      return
    }
    quality *= 0.9
    checks.append(.postcodeDiffers(given: postcode, found: commune.postcodes.first ?? ""))
  }

  /// Whether a postcode may be a commune's: its own, one of its sorting offices', or, where the base has
  /// none, one of its département.
  private static func fits(
    _ postcode: String, _ reading: AddressReading, _ commune: AddressBase.Commune
  ) -> Bool {
    if commune.postcodes.contains(postcode) { return true }
    if commune.postcodes.isEmpty {
      return commune.code.isEmpty || commune.code.hasPrefix(postcode.prefix(2))
        || commune.code.hasPrefix("2")
    }
    return reading.isCedex && commune.postcodes.contains { $0.prefix(2) == postcode.prefix(2) }
  }

  /// The communes of a postcode whose name a misspelt one is nearest to.
  private static func resembling(
    _ name: String, _ communes: [Int], _ index: AddressIndex
  ) -> (communes: [Int], distance: Int)? {
    let bytes = Array(name.utf8)
    let limit = bytes.count >= 8 ? 3 : bytes.count >= 5 ? 2 : bytes.count >= 4 ? 1 : 0
    var best: (communes: [Int], distance: Int)?
    for commune in communes {
      let own = index.base.communes[commune]
      for spelling in [own.name] + own.formerNames {
        let key = AddressParser.text(AddressText.words(spelling)[...])
        guard let distance = EditDistance.within(limit, bytes, Array(key.utf8)),
          distance <= best?.distance ?? .max
        else { continue }
        if distance == best?.distance {
          best?.communes.append(commune)
        } else {
          best = ([commune], distance)
        }
      }
    }
    return best
  }

  /// The one postcode of the base that is a slip away.
  private static func resembling(
    postcode: String, _ index: AddressIndex
  ) -> (communes: [Int], postcode: String)? {
    let bytes = Array(postcode.utf8)
    let near = index.communesByPostcode.keys.filter {
      $0.prefix(2) == postcode.prefix(2) && EditDistance.within(1, bytes, Array($0.utf8)) != nil
    }
    guard near.count == 1, let communes = index.communesByPostcode[near[0]] else { return nil }
    return (communes, near[0])
  }
}
