import CoverageEngine
import Foundation
import RelaisTestSupport
import RelaisWording
import Testing

@testable import RelaisReports

/// Every report in a language nobody speaks: no sentence is French or English, so every one of them comes
/// from the catalogue.
@Suite struct MadeUpLanguageTests {
  private let language = MadeUpLanguage.language

  /// The words of the towns drawn for these tests: names of streets, relays, schools, people.
  private static let data: Set<String> = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Support")
    let names = ["CrowdedTown", "HandTown", "HandRegistry"]
    let texts = names.compactMap {
      try? String(contentsOf: folder.appendingPathComponent($0 + ".swift"), encoding: .utf8)
    }
    return Set(MadeUpLanguage.latinWords(texts.joined(separator: " ")))
  }()

  /// What a program is told or a file is called, in whatever language; units.
  private static let technical: Set<String> = [
    "km", "min", "code", "id", "Mo", "Tu", "We", "Th", "Fr", "Sa", "Su",
  ]

  /// What a reader sees or hears of a page.
  private func visible(_ page: [UInt8]) -> String {
    var text = String(decoding: page, as: UTF8.self)
    text.replace(/(?s)<(style|script)\b.*?<\/\1>/, with: " ")
    let heard = text.matches(of: /(?:aria-label|title|alt|placeholder)="([^"]*)"/).map { $0.1 }
    text.replace(/(?s)<[^>]*>/, with: " ")
    return text + " " + heard.joined(separator: " ")
  }

  private func expectNoOtherLanguage(
    _ text: String, _ what: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    var text = text
    text.replace(/&[a-z]+;/, with: " ")
    text.replace(/[\w\/<>-]+\.(?:csv|html|gpkg|geojson|yml|md|json)\b/, with: " ")
    text.replace(/\brelais [a-z][^\n<«]*/, with: " ")
    let left = Set(MadeUpLanguage.latinWords(text)).subtracting(Self.data)
      .subtracting(Self.technical)
    #expect(left.isEmpty, "\(what): \(left.sorted())", sourceLocation: sourceLocation)
  }

  private func materials() throws -> [(name: String, material: ReportMaterial)] {
    var registry = try HandTown.material()
    registry.agent = AgentFile(
      histories: HandRegistry.histories, movements: [.bought: 10],
      contacts: HandRegistry.contacts, today: try #require(HandRegistry.today))
    return [("hand", registry), ("crowded", try CrowdedTown.material())]
  }

  @Test func everyReportIsSaidByTheCatalogue() throws {
    for (name, material) in try materials() {
      for format in ReportFormat.all {
        let page = visible(format.file(of: material, in: language))
        let isSaid = page.contains { ("ა"..."ჰ").contains($0) }
        #expect(isSaid, "\(format.reader)")
        expectNoOtherLanguage(page, "\(format.reader) of \(name)")
      }
    }
  }

  @Test func everySchoolPageIsSaidByTheCatalogue() throws {
    for (name, material) in try materials() {
      guard let pages = SchoolPage(material, language) else { continue }
      for school in pages.schools.prefix(3) {
        expectNoOtherLanguage(visible(pages.file(of: school)), "school of \(name)")
      }
    }
  }

  @Test func theTerminalIsSaidByTheCatalogue() throws {
    let wording = Wording(language)
    let material = try CrowdedTown.material()
    expectNoOtherLanguage(wording.summary(of: material.result), "summary")
    if let doors = try HandTown.material().doors(wording) {
      expectNoOtherLanguage(wording.summary(of: doors), "doors")
    }
  }

  @Test func everyTableIsSaidByTheCatalogue() throws {
    let wording = Wording(language)
    let result = try CrowdedTown.material().result
    expectNoOtherLanguage(
      String(decoding: GapsCSV.bytes(result, wording), as: UTF8.self), "gaps.csv")
    expectNoOtherLanguage(
      String(decoding: FindingsCSV.bytes([], FindingNames(), wording), as: UTF8.self),
      "findings.csv")
  }
}
