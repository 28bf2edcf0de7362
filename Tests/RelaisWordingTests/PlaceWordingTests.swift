import CoverageEngine
import RelaisGeo
import Testing

@testable import RelaisWording

/// Where a stretch of a street lies.
@Suite struct PlaceWordingTests {
  private let french = Wording(.french)

  @Test(arguments: [
    ("Avenue des Lilas", "près de l’avenue des Lilas"), ("Rue X", "près de la rue X"),
    ("Boulevard Foch", "près du boulevard Foch"),
    ("Allées Paul-Riquet", "près des allées Paul-Riquet"),
    ("Grande Rue", "près de la Grande Rue"), ("Rond-point des Arts", "près du rond-point des Arts"),
    ("Impasse du Four", "près de l’impasse du Four"), ("Les Hauts", "près des Hauts"),
    ("Esplanade", "près de l’esplanade"), ("Kervénan", "près de Kervénan"),
  ])
  func aStreetHasItsArticle(name: String, text: String) {
    #expect(french.gapEnd(.near(name)) == text)
  }

  @Test func endsThatReadTheSameAreOneStatement() {
    #expect(french.place(from: .number("3"), to: .number("3")) == "à hauteur du n°\u{A0}3")
    #expect(french.place(from: .deadEnd, to: .deadEnd) == "d’un bout à l’autre")
    #expect(french.place(from: .near("Rue X"), to: .near("Rue X")) == "près de la rue X")
    #expect(french.place(from: .number("3"), to: .deadEnd) == "n°\u{A0}3 → fin de la rue")
    #expect(french.singlePlace(from: .number("3"), to: .number("5")) == nil)
    #expect(Wording(.english).place(from: .deadEnd, to: .deadEnd) == "from end to end")
  }
}
