import RelaisTestSupport
import Testing

@testable import RelaisGeo

@Suite struct GeocoderTests {
  @Test(arguments: [
    "3 Rue Carnot 54100 Valmont", "3 RUE CARNOT 54100 VALMONT", "3, r. Carnot, Valmont",
    "rue carnot 3 54100 valmont", "n°3 rue Carnot\n54100 Valmont", "3 rue  Carnot  54100Valmont",
    "54100 Valmont, 3 rue Carnot", "Boulangerie du Pont, 3 rue Carnot, 54100 Valmont",
    "3 rue Carnot bât. B 2e étage 54100 Valmont", "BP 12 - 3 rue Carnot 54101 VALMONT CEDEX",
    "3 rue Carnnot 54100 Valmont", "3 rue Carnot, 54100 VALMONT (54)",
    "3 rue Carnot 54100 Vallmont",
  ])
  func numberIsFoundHoweverItIsWritten(_ text: String) {
    let match = SmallBase.match(text)
    #expect(match.kind == .houseNumber)
    #expect(match.label == "3 Rue Carnot 54100 Valmont")
    #expect(match.id == "54001_0_3")
    #expect(match.checks.isEmpty, "\(match.checks)")
    #expect(match.position == SmallBase.position(0, 3))
  }

  @Test func missingNumberIsPlacedBetweenThoseOfItsSide() {
    // 15 and 21 are odd neighbours of 17; a third of the way.
    let match = SmallBase.match("17 rue Carnot 54100 Valmont")
    #expect(match.kind == .interpolated)
    #expect(match.houseNumber == "17")
    #expect(match.checks == [.numberBetween(asked: "17", low: "15", high: "21")])
    let expected = SmallBase.position(0, 17)
    #expect(abs((match.position?.x ?? 0) - expected.x) < 1e-6)
    #expect(abs((match.position?.y ?? 0) - expected.y) < 1e-6)
  }

  @Test func numberBeyondTheStreetIsNeverThatOfAnother() {
    // Rue Carnot has 3, avenue Carnot ends at 4: 9 stays on the avenue.
    let near = SmallBase.match("9 avenue Carnot 54100 Valmont")
    #expect(near.kind == .street)
    #expect(near.street == "Avenue Carnot")
    #expect(near.checks == [.numberBeyond(asked: "9", last: "3")])
    let far = SmallBase.match("900 avenue Carnot 54100 Valmont")
    #expect(far.kind == .street)
    #expect(far.houseNumber.isEmpty)
    #expect(far.checks == [.numberUnknown(asked: "900")])
  }

  @Test func suffixesAreReadAndMissingOnesSaid() {
    #expect(SmallBase.match("2bis rue St Dizier Valmont").id == "54001_2_2 bis")
    #expect(SmallBase.match("2 B rue Saint Dizier Valmont").id == "54001_2_2 bis")
    #expect(SmallBase.match("7B rue du Gal Leclerc Belmont").id == "54002_6_7 b")
    let missing = SmallBase.match("4 ter rue Saint-Dizier Valmont")
    #expect(missing.kind == .interpolated)
    #expect(missing.checks == [.suffixUnknown(asked: "4 ter", found: "4")])
  }

  @Test func datesAreNoHouseNumbers() {
    #expect(SmallBase.match("12 rue du 8 mai 1945 Valmont").id == "54001_3_12")
    #expect(SmallBase.match("8 rue du huit mai 45 Valmont").id == "54001_3_8")
    let street = SmallBase.match("rue du 8 mai 1945 Valmont")
    #expect(street.kind == .street)
    #expect(street.checks == [.noNumber])
    // Nor is the number of the département.
    #expect(SmallBase.match("rue Carnot 54100 Valmont (54)").checks == [.noNumber])
  }

  @Test(arguments: ["4 rue Henri 4 Valmont", "4 rue henri quatre Valmont", "4 r Henri IV Valmont"])
  func numeralsAreOne(_ text: String) {
    #expect(SmallBase.match(text).id == "54001_8_4")
  }

  @Test func streetInSeveralTownsIsAskedFor() {
    let match = SmallBase.match("2 rue de l'église")
    #expect(
      match.checks == [
        .ambiguous(["2 Rue de l'Église 54100 Valmont", "2 Rue de l'Église 54200 Belmont-sur-Orle"])
      ])
    #expect(SmallBase.match("2 rue de l'église belmont").checks.isEmpty)
  }

  @Test func surnameOfSeveralPeopleIsAskedFor() {
    var builder = AddressBaseBuilder()
    for (index, name) in ["Rue Lazare Carnot", "Rue Sadi Carnot"].enumerated() {
      var record = SmallBase.records[0]
      record.street = name
      record.position = SmallBase.position(index, 1)
      builder.add(record)
    }
    var geocoder = Geocoder(builder.finish())
    guard
      case .ambiguous(let labels)? = geocoder.match(AddressInput("1 rue Carnot Valmont")).checks
        .last
    else {
      Issue.record("not ambiguous")
      return
    }
    #expect(labels == ["1 Rue Lazare Carnot 54100 Valmont", "1 Rue Sadi Carnot 54100 Valmont"])
    #expect(geocoder.match(AddressInput("1 rue S. Carnot Valmont")).street == "Rue Sadi Carnot")
  }

  @Test func otherTypeOfStreetIsSaid() {
    let match = SmallBase.match("10 rue Jean Jaurès Valmont")
    #expect(match.id == "54001_7_10")
    #expect(match.checks == [.typeDiffers(found: "Avenue Jean Jaurès")])
  }

  @Test(arguments: [
    "3 rue Carnot 75011 Paris", "3 rue Carnot 93500 Pantin", "3 rue Carnot 54100 Paris",
    "3 rue Carnot 75011",
  ])
  func anotherTownIsNotFound(_ text: String) {
    let match = SmallBase.match(text)
    #expect(match.kind == nil)
    #expect(match.position == nil)
    #expect(!match.checks.isEmpty)
  }

  @Test func townBehindTheStreetWithoutPostcodeIsNotSwallowed() {
    for text in [
      "3 rue Carnot Pantin", "3 rue Carnot, Pantin", "Pantin, 3 rue Carnot",
      "3 rue Carnot, Villers-lès-Valmont", "3 rue Carnot, Grand Valmont", "3 rue Carnot Velmont",
      "3 rue Carnot\nVillers les Valmont",
    ] {
      #expect(!SmallBase.match(text).isSure, "\(text)")
    }
  }

  @Test(arguments: [
    "3 rue Carnot Pantin", "3 rue Carnot, Pantin", "3 rue Carnot, Villers-lès-Valmont",
    "3 rue Carnot Velmont", "3 rue Carnot 54101",
  ])
  func whatMayBeAnotherTownsIsAProposalAlone(_ text: String) {
    let input = AddressInput(text)
    let match = SmallBase.match(text)
    #expect(match.kind == nil || match.mayBeElsewhere(asked: input), "\(match)")
  }

  @Test func aColumnOrAPostcodeSaysWhoseTheStreetIs() {
    for input in [
      AddressInput("3 rue Carnot Velmont", city: "Valmont"),
      AddressInput("3 rue Carnot 54101 Valmont"), AddressInput("3 rue Carnot 54100 Velmont"),
    ] {
      let match = SmallBase.match(input)
      #expect(match.kind == .houseNumber && !match.mayBeElsewhere(asked: input), "\(match)")
    }
  }

  @Test func givenPostcodeIsNotExchangedInSilence() {
    let match = SmallBase.match("3 rue Carnot 54200 Valmont")
    #expect(match.id == "54001_0_3")
    #expect(match.checks == [.postcodeDiffers(given: "54200", found: "54100")])
  }

  @Test func communeNameAtTheEndOfAStreetStaysThere() {
    let match = SmallBase.match("3 rue de Belmont Valmont")
    #expect(match.id == "54001_10_3")
    #expect(match.checks.isEmpty)
  }

  @Test func unknownStreetFallsBackToTheCommuneAndSaysSo() {
    let match = SmallBase.match("5 rue des Orchidées 54100 Valmont")
    #expect(match.kind == .municipality)
    #expect(match.checks == [.streetUnknown("5 rue des orchidees")])
    #expect(SmallBase.match("Valmont").checks == [.noStreet])
    #expect(SmallBase.match("").checks == [.empty])
    #expect(SmallBase.match(" ,;\n\u{0}").checks == [.empty])
  }

  @Test func columnsSayTheTown() {
    var geocoder = Geocoder(SmallBase.base)
    let input = AddressInput("3 rue Carnot", postcode: "54100", city: "VALMONT CEDEX 2")
    #expect(geocoder.match(input).id == "54001_0_3")
    let other = AddressInput("3 rue Carnot", cityCode: "75056")
    #expect(geocoder.match(other).kind == nil)
    let repeated = AddressInput("2 rue de l'Église Belmont", city: "Belmont-sur-Orle")
    #expect(geocoder.match(repeated).isSure)
    let named = AddressInput("3 rue de Belmont", city: "Valmont")
    #expect(geocoder.match(named).id == "54001_10_3")
  }

  @Test func anyTextIsAnswered() {
    var random = SeededRandom(seed: 4)
    var geocoder = Geocoder(SmallBase.base)
    let letters = Array("abé 12,-'/\n()°.;rueCARNOT54100\u{301}\u{202E}œß")
    for _ in 0..<3000 {
      let count = Int.random(in: 0..<40, using: &random)
      let text = String((0..<count).map { _ in letters.randomElement(using: &random) ?? " " })
      let match = geocoder.match(AddressInput(text))
      #expect(match.score >= 0 && match.score <= 1)
      #expect((match.kind == nil) == (match.position == nil))
      if match.kind != .houseNumber { #expect(!match.checks.isEmpty, "\(text)") }
    }
    let long = String(repeating: "rue Carnot 12 ", count: 50_000)
    #expect(geocoder.match(AddressInput(long)).checks == [.empty])
  }

  @Test func manyAtOnceAreTheSameInTheSameOrder() throws {
    let texts = (0..<400).map { "\($0 % 31) rue Carnot 54100 Valmont" }
    var geocoder = Geocoder(SmallBase.base)
    var batch = try GeocodingBatch(SmallBase.base)
    let inputs = texts.map { AddressInput($0) }
    #expect(batch.match(inputs) == inputs.map { geocoder.match($0) })
    #expect(batch.system == .epsg(2154))
    // x as PROJ gives it for 6.0003 E, 48.0001 N.
    #expect(
      batch.point(Position(longitude: 3, latitude: 46.5)) == PlanarPoint(x: 700_000, y: 6_600_000))
  }
}
