import CoverageEngine
import RelaisGeo
import RelaisTestSupport
import Testing

@testable import RelaisRegistry

/// The table of categories, and what a town changes in it.
@Suite struct CategoriesImporterTests {
  private func read(_ text: String) throws -> CategoryTable {
    let folder = try TemporaryFolder()
    return try CategoriesImporter.read(folder.write(text.utf8, "categories.csv"))
  }

  @Test func placesNotForMinorsAreNotAsked() {
    let table = CategoryTable.standard
    for (key, value) in [
      ("amenity", "bar"), ("amenity", "pub"), ("amenity", "nightclub"), ("shop", "lottery"),
      ("shop", "bookmaker"), ("shop", "tobacco"), ("shop", "erotic"), ("shop", "alcohol"),
      ("amenity", "casino"), ("shop", "e-cigarette"),
    ] {
      #expect(table.category(key: key, value: value)?.isEligible == false, "\(key)=\(value)")
    }
    for code in ["56.30Z", "92.00Z", "47.26Z", "47.25Z"] {
      #expect(table.category(activity: code)?.isEligible == false, "\(code)")
    }
    #expect(table.category(label: "Bar")?.isEligible == false)
    #expect(table.category(label: "Bureau de tabac")?.isEligible == false)
  }

  @Test func everySourceLeadsToItsCategory() {
    let table = CategoryTable.standard
    #expect(table.category(key: "shop", value: "bakery")?.id == "bakery")
    #expect(table.category(key: "shop", value: "kite")?.id == "other-shop")
    #expect(table.category(key: "amenity", value: "bench") == nil)
    #expect(table.category(activity: "1071C")?.id == "bakery")
    #expect(table.category(activity: "47.73Z")?.id == "pharmacy")
    // The longest start wins: opticians before other shops.
    #expect(table.category(activity: "47.78A")?.id == "optician")
    #expect(table.category(activity: "47.78B")?.id == "other-shop")
    // Mail order and markets are no doors.
    #expect(table.category(activity: "47.91B") == nil)
    #expect(table.category(activity: "47.81Z") == nil)
    #expect(table.category(activity: "4") == nil)
    #expect(table.category(label: "boulangerie-pâtisserie")?.id == "bakery")
    #expect(table.category(label: "shop=florist")?.id == "florist")
    #expect(table.category(label: "10.71C")?.id == "bakery")
    #expect(table.category(label: "Zoo") == nil)
  }

  @Test func aTownChangesWhatItNamesAndNothingElse() throws {
    let table = try read(
      """
      id;nom;osm;naf;eligible;vitrine;heures_ecole;acceptation;mots
      bar;;;;oui;;;0,15;
      kites;Cerfs-volants;shop=kite shop=florist;47.73Z;oui;non;oui;0,8;cerf|volant

      """)
    #expect(table["bar"]?.isEligible == true)
    #expect(table["bar"]?.acceptance == 0.15)
    #expect(table["bar"]?.tags == CategoryTable.standard["bar"]?.tags)
    #expect(table.category(key: "shop", value: "kite")?.id == "kites")
    #expect(table.category(key: "shop", value: "florist")?.id == "kites")
    #expect(table.category(activity: "47.73Z")?.id == "kites")
    #expect(table.category(label: "Volant")?.id == "kites")
    #expect(table["kites"]?.hasStreetFront == false)
    #expect(table["bakery"] == CategoryTable.standard["bakery"])
  }

  @Test func theStandardTableReadsBackAsItself() throws {
    let table = try read(CategoryTable.standardText)
    #expect(Set(table.categories) == Set(CategoryTable.standard.categories))
  }

  @Test func slipsAreToldWithTheirLine() {
    func expect(_ text: String, _ error: (String) -> CategoriesError) throws {
      let folder = try TemporaryFolder()
      let file = try folder.write(text.utf8, "c.csv")
      #expect(throws: error(file)) { try CategoriesImporter.read(file) }
    }
    #expect(throws: Never.self) {
      try expect("id;acceptation\nbar;0,3\nbakery;1,2\n") {
        .badValue(file: $0, line: 3, column: "acceptation", found: "1,2", expected: "0,05 … 1")
      }
      try expect("id;eligible\nbar;peut-être\n") {
        .badValue(file: $0, line: 2, column: "eligible", found: "peut-être", expected: "oui, non")
      }
      try expect("id;nom\nnew;\n") {
        .badValue(file: $0, line: 2, column: "nom", found: "", expected: "Boulangerie")
      }
      try expect("id;nom\nÉté;x\n") {
        .badValue(file: $0, line: 2, column: "id", found: "Été", expected: "a-z 0-9 -")
      }
      try expect("id;nom;osm\na;A;shop=x\nb;B;shop=x\n") {
        .repeated(file: $0, line: 3, value: "shop=x", firstLine: 2)
      }
      try expect("id;nom\nbar;A\nbar;B\n") {
        .repeated(file: $0, line: 3, value: "bar", firstLine: 2)
      }
      try expect("id;nom\nbar;A;more\n") { .badRow(file: $0, line: 2) }
    }
  }

  @Test func codesOf2025LeadToTheirCategories() throws {
    let table = CategoryTable.standard
    for (code, id) in [
      ("10.71Y", "bakery"), ("47.73Y", "pharmacy"), ("47.11G", "grocery"),
      ("47.12Y", "supermarket"),
      ("96.21Y", "hairdresser"), ("96.22Y", "beauty"), ("56.11J", "fast-food"),
      ("56.11G", "restaurant"), ("47.63Y", "sports"), ("47.64Y", "bookshop"), ("47.55Y", "home"),
      ("91.11Y", "library"), ("95.31G", "motors"), ("56.30Y", "bar"), ("47.26Y", "tobacco"),
    ] {
      #expect(table.category(activity: code)?.id == id, "\(code)")
    }
    // The same digits in 2008: hairdressers had 96.02A, sports 47.64Z.
    #expect(table.category(activity: "47.64Z")?.id == "sports")
    #expect(table.category(activity: BusinessActivity("47.63", in: .naf2025))?.id == "sports")
    #expect(table.category(activity: BusinessActivity("47.63", in: .rev2))?.id == "bookshop")
    // Streets of intermediation and mail order are no doors.
    #expect(table.category(activity: "47.91Y") == nil)
    let own = try read(
      "id;naf_2025\nkites;47.63Y\nbakery;10.71Y\n".replacing("kites", with: "pets"))
    #expect(own.category(activity: "47.63Y")?.id == "pets")
    #expect(throws: CategoriesError.self) { try read("id;naf_2025\npets;Y\n") }
  }
}
