import Foundation
import RelaisTestSupport
import Testing

/// The tutorials, followed to the letter by somebody who has nothing but them.
@Suite struct TutorialTests {
  @Test(arguments: [
    "Installing", "Tutorials/OpenStreetMap", "Tutorials/Desk", "Tutorials/Apprentice",
    "Tutorials/Council", "fr/Installer", "fr/OpenStreetMap", "fr/Bureau", "fr/Apprenti",
    "fr/Conseil",
  ])
  func aTutorialGoesAsItSays(page: String) throws { try follow(page) }

  @Test(.needs(.ogr2ogr), .needs(.python3), arguments: ["Tutorials/BDTopo", "fr/BDTopo"])
  func theTutorialOfBDTopoGoesAsItSays(page: String) throws { try follow(page) }

  private func follow(_ page: String) throws {
    let steps = try DocumentSteps("Documentation/\(page).md")
    #expect(steps.steps.count >= 3)
    #expect(steps.steps.contains { !$0.facts.isEmpty })
    let folder = try TemporaryFolder()
    try withExtendedLifetime(folder) {
      try steps.run(in: folder.path, language: page.hasPrefix("fr/") ? "fr" : "en")
    }
  }

  @Test(.needs(.python3)) func troubleshootingKnowsEveryFindingAsItIsSaid() throws {
    let script = DocumentSteps.root + "/Scripts/troubleshooting"
    let checked = try Programs.run(Program.python3.path, [script, "--check"])
    #expect(checked.status == 0, "\(checked.output)")
  }

  /// Who reads French finds each tutorial in it, with the same commands but for the names of files and texts.
  @Test func everyTutorialIsThereInBothLanguages() throws {
    for (english, french) in [
      ("OpenStreetMap", "OpenStreetMap"), ("BDTopo", "BDTopo"), ("Desk", "Bureau"),
      ("Apprentice", "Apprenti"), ("Council", "Conseil"),
    ] {
      func verbs(_ page: String) throws -> [String] {
        try DocumentSteps("Documentation/\(page).md").steps.map(\.command)
          .filter { !$0.hasPrefix("export ") }
          .map { $0.split(separator: " ").prefix(2).joined(separator: " ") }
      }
      #expect(try verbs("Tutorials/\(english)") == verbs("fr/\(french)"), "\(english)")
    }
  }
}
