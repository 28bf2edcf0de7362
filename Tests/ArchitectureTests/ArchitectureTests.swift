import Testing

/// The layering of targets, read from the sources themselves.
@Suite struct ArchitectureTests {
  @Test func everySourceKeepsToItsLayer() throws {
    let files = try Sources.files("Sources")
    #expect(files.count > 100)
    for file in files {
      #expect(LayerRules.violations(path: file.path, source: file.source) == [])
    }
  }

  @Test func noFileIsLongerThan400Lines() throws {
    for file in try Sources.files("Sources") + Sources.files("Tests") {
      let lines = file.source.split(separator: "\n", omittingEmptySubsequences: false).count
      #expect(lines <= 401, "\(file.path)")
    }
  }

  @Test(arguments: [
    (
      "CoverageEngine/A.swift", "import RelaisReports",
      "CoverageEngine/A.swift imports RelaisReports"
    ),
    ("CoverageEngine/A.swift", "public import CGEOS", "CoverageEngine/A.swift imports CGEOS"),
    ("RelaisGeo/A.swift", "import CoverageEngine", "RelaisGeo/A.swift imports CoverageEngine"),
    (
      "RelaisReports/A.swift", "import RelaisRegistry",
      "RelaisReports/A.swift imports RelaisRegistry"
    ),
    (
      "RelaisRegistry/A.swift", "import RelaisReports",
      "RelaisRegistry/A.swift imports RelaisReports"
    ),
    ("RelaisReports/A.swift", "import GRDB", "RelaisReports/A.swift imports GRDB"),
    (
      "RelaisRegistry/A.swift", "@preconcurrency import Yams", "RelaisRegistry/A.swift imports Yams"
    ),
    (
      "RelaisRegistry/A.swift", "import struct ArgumentParser.ExitCode",
      "RelaisRegistry/A.swift imports ArgumentParser"
    ),
    ("RelaisGeo/PROJ/A.swift", "import CGEOS", "RelaisGeo/PROJ/A.swift imports CGEOS"),
    (
      "RelaisGeo/Values/Length.swift", "import CPROJ", "RelaisGeo/Values/Length.swift imports CPROJ"
    ),
    (
      "RelaisFormats/Geometry/WKT.swift", "import COsmium",
      "RelaisFormats/Geometry/WKT.swift imports COsmium"
    ),
    ("RelaisGeo/GEOS/A.swift", "import CZlib", "RelaisGeo/GEOS/A.swift imports CZlib"),
    ("RelaisGeo/Values/A.swift", "import GRDB", "RelaisGeo/Values/A.swift imports GRDB"),
    ("CoverageEngine/A.swift", "let now = Date()", "CoverageEngine/A.swift uses Date()"),
    ("CoverageEngine/A.swift", "print(\"x\")", "CoverageEngine/A.swift uses print("),
    (
      "CoverageEngine/A.swift", "let d = try Data(contentsOf: url)",
      "CoverageEngine/A.swift uses Data(contentsOf"
    ),
    (
      "CoverageEngine/A.swift", "_ = FileManager.default", "CoverageEngine/A.swift uses FileManager"
    ),
    ("RelaisTown/A.swift", "print(\"x\")", "RelaisTown/A.swift uses print("),
    ("RelaisTown/A.swift", "let now = Date()", "RelaisTown/A.swift uses Date()"),
    (
      "coverage-cli/A.swift", "let text = \"La rue est fermée.\"",
      "coverage-cli/A.swift words: La rue est fermée."
    ),
    (
      "CoverageEngine/A.swift", "let text = \"\"\"\n  Rien à dire\n  \"\"\"",
      "CoverageEngine/A.swift words: \n  Rien à dire\n  "
    ),
    (
      "RelaisReports/A.swift", "let text = \"the street is closed\"",
      "RelaisReports/A.swift words: the street is closed"
    ),
    (
      "RelaisWording/A.swift", "let text = \"La rue est fermée.\"",
      "RelaisWording/A.swift words: La rue est fermée."
    ),
    ("Elsewhere/A.swift", "", "Elsewhere/A.swift: no rules for this target"),
  ])
  func aBrokenRuleIsSeen(path: String, source: String, violation: String) {
    #expect(LayerRules.violations(path: path, source: source) == [violation])
  }

  @Test(arguments: [
    ("coverage-cli/A.swift", "import RelaisTown\nimport RelaisReports\nimport ArgumentParser"),
    ("RelaisGeo/GEOS/A.swift", "import CGEOS"),
    ("RelaisGeo/Values/Ground.swift", "import CPROJ"),
    ("RelaisFormats/GeoPackage/A.swift", "import GRDB"),
    ("CoverageEngine/A.swift", "// print(\"x\") with Date()\nimport RelaisGeo"),
    ("CoverageEngine/A.swift", "footprint(x); bytes.append(contentsOf: other)"),
    ("CoverageEngine/A.swift", "let text = \"import CGEOS\" // « à dire »"),
    ("RelaisWording/A.swift", "let text = \"<th scope=\\\"col\\\"> one two \\(three) four\""),
    ("CoverageEngine/A.swift", "precondition(true, \"a year the calendar lacks\")"),
    ("RelaisGeo/A.swift", "case \"œ\": 1"),
  ])
  func whatIsAllowedIsLeftAlone(path: String, source: String) {
    #expect(LayerRules.violations(path: path, source: source) == [])
  }
}
