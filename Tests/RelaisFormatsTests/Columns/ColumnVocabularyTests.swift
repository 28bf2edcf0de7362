import Testing

@testable import RelaisFormats
@testable import RelaisGeo

@Suite struct ColumnVocabularyTests {
  private let vocabulary = ColumnVocabulary.standard

  /// Inputs whose columns are looked up side by side in one table: of these, no name may mean two things
  /// unless it is listed below.
  private static let tables: [[ColumnInput]] = [
    [.lines], [.edges], [.places], [.places, .candidates], [.categories], [.adherents], [.schools],
    [.catchments], [.areas], [.population], [.calendar], [.addressBase],
    [.addresses, .addressesByStreet], [.establishments], [.positions],
  ]

  /// Names that mean two things on purpose: the first is asked first, and a column serves once, or both
  /// are said by it.
  private static let shared: [String: [ColumnTerm]] = [
    // `genre` and `categorie` of a candidate say its kind, and its category where nothing else does.
    "places+candidates categorie": [.kind, .category],
    "places+candidates category": [.kind, .category],
    // « Adhérent » heads the names of a list, or its yes and no.
    "adherents adherent": [.name, .state],
    // Each telephone in a column of its own.
    "adherents phones": [.phone, .secondPhone],
  ]

  @Test func noNameMeansTwoThingsUnlessOnPurpose() {
    for table in Self.tables {
      var meanings: [String: [ColumnTerm]] = [:]
      for input in table {
        for term in vocabulary.terms(of: input) {
          for name in vocabulary.names(term, in: input) {
            let folded = ColumnName.folded(name)
            if meanings[folded]?.contains(term) != true {
              meanings[folded, default: []].append(term)
            }
          }
        }
      }
      let phones = Set(vocabulary.names(.phone, in: .adherents).map(ColumnName.folded))
      let label = table.map(\.rawValue).joined(separator: "+")
      for (name, terms) in meanings.sorted(by: { $0.key < $1.key }) where terms.count > 1 {
        let isPhone = table == [.adherents] && phones.contains(name)
        let allowed = Self.shared["\(label) \(isPhone ? "phones" : name)"]
        #expect(allowed == terms, "\(label): \(name)")
      }
    }
  }

  @Test func noNameIsWrittenTwiceForOneThing() {
    for input in ColumnInput.allCases {
      for term in vocabulary.terms(of: input) {
        let names = vocabulary.names(term, in: input)
        #expect(Set(names).count == names.count, "\(term.rawValue) of \(input.rawValue)")
      }
    }
  }

  @Test func everyTermAndEveryInputHasARow() {
    #expect(Set(vocabulary.rows.map(\.term)) == Set(ColumnTerm.allCases))
    #expect(Set(vocabulary.rows.flatMap(\.inputs)) == Set(ColumnInput.allCases))
  }

  @Test func namesAreTriedInTheOrderOfTheTable() {
    var find = ColumnFinder(["LATITUDE", "Lat", "Longitude"], as: .places)
    #expect(find(.latitude) == 1)
    #expect(find(.longitude) == 2)
    #expect(find(.kind) == nil)
    #expect(
      find.uses == [ColumnUse("Lat", .latitude), ColumnUse("Longitude", .longitude)])
  }

  @Test func aConfiguredNameIsLookedForAlone() {
    var find = ColumnFinder(["nom", "Enseigne 2"], as: .places, configured: ["name": "enseigne_2"])
    #expect(find(.name) == 1)
    var absent = ColumnFinder(["nom"], as: .places, configured: ["name": "titre"])
    #expect(absent(.name) == nil)
    #expect(absent.uses == [])
  }
}
