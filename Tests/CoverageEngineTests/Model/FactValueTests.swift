import CoverageEngine
import RelaisGeo
import Testing

@Suite struct FactValueTests {
  /// Texts as the registry's history has them.
  private static let stored: [(EstablishmentField, String)] = [
    (.name, "Boulangerie  Martin\nà l’angle"), (.kind, "shop"), (.state, "adherent"),
    (.groundFloor, "not-checked"), (.charterOn, "2018-11-20"), (.position, "6.18 48.69"),
    (.position, "-0.5 1e-05"), (.siret, "12345678901234"), (.openingHours, "Mo-Fr 08:00-19:00"),
    (.positionSource, "file"), (.positionSource, "hand"), (.positionSource, "map"),
    (.positionSource, "interpolated"), (.positionSource, "the mayor"),
    (.positionQuality, "0.93"), (.positionQuality, "0.5 check"), (.positionQuality, "good"),
    (.positionQuality, "0.50"),
  ]

  @Test(arguments: stored) func aStoredTextComesBackAsItWas(
    _ field: EstablishmentField, _ text: String
  ) {
    let value = field.value(stored: text)
    if case .unread = value { Issue.record("\(field.rawValue): \(text)") }
    #expect(value.text == text)
    #expect(field.canonical(value) == value)
  }

  @Test(arguments: [
    (EstablishmentField.kind, "Shop"), (.state, "?"), (.position, "?"), (.position, "200 100"),
    (.siret, "123"), (.charterOn, "soon"),
  ])
  func whatAFieldCannotHoldIsKeptAndNotKnown(_ field: EstablishmentField, _ text: String) {
    let value = field.value(stored: text)
    #expect(value == .unread(text))
    #expect(value.text == text)
    #expect(field.canonical(value) == nil)
  }

  @Test func cellsAreReadWithoutSpacesAndCapitals() {
    #expect(EstablishmentField.kind.value(reading: " Shop ") == .kind(.shop))
    #expect(
      EstablishmentField.siret.value(reading: "123 456 789 01234") == .siret("12345678901234"))
    #expect(
      EstablishmentField.charterOn.value(reading: "20/11/2018")
        == CalendarDay("2018-11-20").map { .day($0) })
    #expect(EstablishmentField.notes.value(reading: "  ") == nil)
    #expect(EstablishmentField.state.value(reading: "asleep") == nil)
  }

  @Test func aFactOfAnotherKindFitsNoField() {
    #expect(EstablishmentField.kind.canonical(.state(.left)) == nil)
    #expect(EstablishmentField.name.canonical(.siret("12345678901234")) == nil)
    #expect(EstablishmentField.position.canonical(.position(Position(x: 700, y: 0))) == nil)
  }

  @Test(arguments: [
    ("0.93", false), ("0.5 check", true), ("to check", true), ("sure", false),
  ])
  func aQualityTellsWhetherAPersonShouldLook(_ text: String, _ needsCheck: Bool) {
    #expect(PositionQuality(text).needsCheck == needsCheck)
  }

  @Test func anAddressIsWrittenFromItsParts() {
    let whole = PostalAddress(houseNumber: "12", suffix: "bis", street: "rue des Carmes")
    #expect(whole.line == "12 bis rue des Carmes")
    #expect(PostalAddress(houseNumber: "12", postcode: "54000").line == nil)
    for (street, line) in [
      ("Hauptstraße", "Hauptstraße 12 a"), ("Alter Markt", "Alter Markt 12 a"),
      ("Unter den Linden", "Unter den Linden 12 a"), ("Rue du Ring", "12 a Rue du Ring"),
      ("Allée Marie", "12 a Allée Marie"), ("Impasse", "12 a Impasse"),
    ] {
      #expect(PostalAddress(houseNumber: "12", suffix: "a", street: street).line == line)
    }
    #expect(
      AddressInput(PostalAddress(street: "12 rue A", postcode: "54000", city: "Nancy"))
        == AddressInput("12 rue A", postcode: "54000", city: "Nancy"))
  }
}
