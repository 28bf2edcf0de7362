import Foundation
import RelaisTestSupport
import Testing

@testable import RelaisFormats
@testable import RelaisGeo

/// The queries of Lorraine that geocoders are tested with, parsed without any base of streets.
@Suite struct LorraineQueriesTests {
  private static let folder = "geocoder-tester-lorraine"

  private struct Query {
    var text: String
    var number: String
    var street: String
    var city: String
    var postcode: String
  }

  private func queries() throws -> [Query] {
    var queries: [Query] = []
    for name in ["test_addresses", "test_from_user_input", "test_typo"] {
      let table = try CSVReader.read(
        InputFile(path: SharedData.path("\(Self.folder)/\(name).csv")))
      func column(_ name: String) -> Int? { table.column(named: ["expected_" + name]) }
      for row in table.rows {
        queries.append(
          Query(
            text: row.text(table.column(named: ["query"])) ?? "",
            number: row.text(column("housenumber")) ?? "", street: row.text(column("street")) ?? "",
            city: row.text(column("city")) ?? "", postcode: row.text(column("postcode")) ?? ""))
      }
    }
    return queries
  }

  private func key(_ text: String) -> String {
    AddressText.words(text).map(\.text).filter { !StreetNameWords.isArticle($0) }
      .joined(separator: " ")
  }

  @Test(.needs(.data(folder)))
  func partsComeOutWhereTheQueryHoldsThem() throws {
    let queries = try queries()
    #expect(queries.count == 388)
    // A base knows its communes; here they are those expected, and what is behind a street's name.
    let behind = queries.compactMap { query -> String? in
      guard !query.street.isEmpty, let range = query.text.range(of: query.street + " ") else {
        return nil
      }
      let rest = String(query.text[range.upperBound...])
      return rest.contains { $0.isNumber } ? nil : rest
    }
    let cities = Array(Set(queries.map(\.city) + behind)).filter { !$0.isEmpty }.sorted()
    let parser = AddressParser(communes: CommuneNames(cities.map { [$0] }))
    var wrong: [String] = []
    for query in queries {
      let reading = parser.readings(AddressInput(query.text))[0]
      let whole = key(query.text)
      if !query.number.isEmpty {
        let found = (reading.number.map(String.init) ?? "") + reading.suffix
        if found != query.number.lowercased() { wrong.append("\(query.text): number \(found)") }
      }
      if !query.street.isEmpty, whole.contains(key(query.street)),
        key(reading.street) != key(query.street)
      {
        wrong.append("\(query.text): street \(reading.street)")
      }
      if !query.postcode.isEmpty, query.text.contains(query.postcode),
        reading.postcode != query.postcode
      {
        wrong.append("\(query.text): postcode \(reading.postcode ?? "")")
      }
      if !query.city.isEmpty, whole.hasSuffix(key(query.city)),
        !key(query.street).hasSuffix(key(query.city)),
        key(reading.cityText) != key(query.city)
      {
        wrong.append("\(query.text): city \(reading.cityText)")
      }
    }
    #expect(wrong.isEmpty, "\(wrong.joined(separator: "\n"))")
  }
}
