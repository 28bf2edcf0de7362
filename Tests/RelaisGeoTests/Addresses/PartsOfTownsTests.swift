import Testing

@testable import RelaisGeo

/// What address bases and people call differently: parts of communes, lists of numbers, suffixes of two parts.
@Suite struct PartsOfTownsTests {
  /// `number|suffix|street|postcode|code|town|former|post office`; 10 m a row to the east.
  private static let rows = [
    "2||Rue du Lavoir|97411|97415|Saint-Loup||SAINT GILLOU LES BAINS",
    "2||Rue du Lavoir|97420|97415|Saint-Loup||SAINT LOUP",
    "1||Rue Basse|75014|75114|Paris||PARIS",
    "1||Rue Basse|75018|75118|Paris||PARIS",
    "10||Rue Haute|20100|2A004|Ajac||",
    "42||Rue Haute|20100|2A004|Ajac||",
    "42|A bis|Rue Haute|20100|2A004|Ajac||",
    "42|bbis|Rue Haute|20100|2A004|Ajac||",
    "5|A1|Rue Haute|20100|2A004|Ajac||",
    "6||Rue Haute|20100|2A004|Ajac||",
    "8||Rue Haute|20100|2A004|Ajac||",
    "5012||Rue Haute|20100|2A004|Ajac||",
    "3||Place de l'Église|49000|49999|Val-Neuf|Le Vieil-Aubin|",
    "3||Place de l'Église|49000|49999|Val-Neuf|Saint-Lézin|",
    "7||Rue de Metz|57050|57700|Woiville||METZVILLE",
    "7||Rue de Metz|57000|57463|Metzville||METZVILLE",
  ]

  private static let base: AddressBase = {
    var builder = AddressBaseBuilder()
    for (index, row) in rows.enumerated() {
      let cells = row.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      builder.add(
        AddressRecord(
          place: .line(index + 2), id: "\(index)", streetID: "", number: Int(cells[0]),
          suffix: cells[1], street: cells[2], otherNames: [], hamlet: nil, postcode: cells[3],
          cityCode: cells[4], city: cells[5], formerCity: cells[6],
          otherCities: cells[7].isEmpty ? [] : [cells[7]],
          position: Position(longitude: 6 + 0.001 * Double(index), latitude: 48), kind: .entrance))
    }
    return builder.finish()
  }()

  private func match(
    _ text: String, postcode: String? = nil, city: String? = nil, code: String? = nil
  ) -> GeocodingMatch {
    var geocoder = Geocoder(Self.base)
    return geocoder.match(AddressInput(text, postcode: postcode, city: city, cityCode: code))
  }

  @Test func codeOfAWholeCityMeansAllItsParts() {
    let one = match("1 rue Basse", postcode: "75018", code: "75056")
    #expect(one.id == "3" && one.checks.isEmpty)
    // Without a postcode it may be either.
    guard case .ambiguous? = match("1 rue Basse", code: "75056").checks.last else {
      Issue.record("not asked")
      return
    }
    #expect(match("1 rue Basse", code: "13055").kind == nil)
  }

  @Test func corsicanCodesMayBeInLowerCase() {
    #expect(match("10 rue Haute", code: "2a004").id == "4")
  }

  @Test func postOfficeFindsTheAddressAndIsSaid() {
    let one = match("2 rue du Lavoir", postcode: "97411", city: "St-Gillou-les-Bains")
    #expect(one.id == "0" && one.city == "Saint-Loup")
    #expect(
      one.checks == [.partOfCommune(given: "st gillou les bains", commune: "Saint-Loup")])
    #expect(one.isSure)
    // The same number of the street that bears the name in the other part.
    #expect(match("2 rue du Lavoir", postcode: "97420", city: "Saint-Loup").id == "1")
  }

  @Test func nameOfATownIsItsOwnBeforeItsPostOffices() {
    let own = match("7 rue de Metz", city: "Metzville")
    #expect(own.id == "15" && own.checks.isEmpty)
    #expect(match("7 rue de Metz", postcode: "57050", city: "Metzville").id == "14")
  }

  @Test func partOfTheCommuneInTheTextDecides() {
    let one = match("3 place de l'église, Saint-Lézin", city: "Val-Neuf")
    #expect(one.id == "13")
    #expect(one.checks == [.partOfCommune(given: "saint lezin", commune: "Val-Neuf")])
    #expect(match("3 place de l'église", city: "Le Vieil Aubin").id == "12")
    // Without it, both are possible.
    guard case .ambiguous? = match("3 place de l'église", city: "Val-Neuf").checks.last else {
      Issue.record("not asked")
      return
    }
  }

  @Test(arguments: [
    "6, 8 et 10 rue Haute", "6 au 10 rue Haute", "6-10 rue Haute", "6/8 rue Haute",
    "6 à 8 rue Haute", "6 et 8 rue Haute", "6, 8, 10 et 42 rue Haute", "6 - 8 rue Haute",
    "6 / 8 rue Haute", "6 & 8 rue Haute", "du 6 au 10 rue Haute", "n° 6 au n° 10 rue Haute",
    "rue Haute 6-8", "rue Haute, 6/8", "rue Haute 6 et 8", "les 6 et 8 rue Haute",
  ])
  func listIsItsFirstNumberAndSaid(_ text: String) {
    let one = match(text, city: "Ajac")
    #expect(one.id == "9")
    #expect(one.checks == [.severalNumbers(found: "6")])
  }

  @Test(arguments: [
    "face au 6 rue Haute", "Face 6, rue Haute", "en face du n° 6 rue Haute",
    "à côté du 6 rue Haute",
    "près du 6 rue Haute", "rue Haute face au 6", "rue Haute (en face du 6)",
    "vis-à-vis du 6 rue Haute", "au niveau du 6 rue Haute", "Boulangerie, devant le 6 rue Haute",
  ])
  func nearANumberIsNotTheNumber(_ text: String) {
    let one = match(text, city: "Ajac")
    #expect(one.id == "" || one.houseNumber == "6")
    #expect(one.kind == .interpolated && !one.isSure)
    #expect(one.checks == [.nearNumber("6")], "\(one.checks)")
  }

  @Test func betweenTwoNumbersIsNeitherOfThem() {
    for text in [
      "entre 6 et 8 rue Haute", "entre le 6 et le 8 rue Haute", "entre les 6 et 8 rue Haute",
    ] {
      let one = match(text, city: "Ajac")
      #expect(one.checks == [.severalNumbers(found: "6"), .nearNumber("6")], "\(text)")
      #expect(one.kind == .interpolated)
    }
  }

  @Test func aCornerOfTwoStreetsIsNoNumberOfEither() {
    for text in ["angle rue Haute / rue Basse", "angle de la rue Haute et de la rue Basse"] {
      #expect(match(text, city: "Ajac").checks == [.noNumber], "\(text)")
    }
    let numbered = match("6 rue Haute angle rue Basse", city: "Ajac")
    #expect(numbered.id == "9" && numbered.checks.isEmpty)
  }

  @Test func aLandmarkAcrossTheStreetLeavesTheNumber() {
    for text in ["face à la mairie, 6 rue Haute", "6 rue Haute (face à la mairie)"] {
      let one = match(text, city: "Ajac")
      #expect(one.id == "9" && one.checks.isEmpty, "\(text)")
    }
  }

  @Test(arguments: [
    ("42 A bis rue Haute", "6"), ("42abis rue Haute", "6"), ("42A bis, rue Haute", "6"),
    ("42 B bis rue Haute", "7"), ("5 A1 rue Haute", "8"), ("5A1 rue Haute", "8"),
    ("42 rue Haute", "5"), ("rue Haute 42 A bis", "6"),
  ])
  func suffixesOfTwoPartsAreFound(_ text: String, _ id: String) {
    let one = match(text, city: "Ajac")
    #expect(one.id == id, "\(one.label)")
    #expect(one.checks.isEmpty, "\(one.checks)")
  }

  @Test func provisionalNumbersAreNoNeighbours() {
    let one = match("60 rue Haute", city: "Ajac")
    #expect(one.kind == .street)
    #expect(one.checks == [.numberBeyond(asked: "60", last: "42")])
    #expect(match("5012 rue Haute", city: "Ajac").id == "11")
  }
}
