import Foundation
import Testing

@testable import RelaisTestSupport

/// No test passes because something is missing.
@Suite struct NeedsTests {
  private static let root: URL = {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    return root
  }()

  private static let absent = Need.program(.osmium, at: "/nowhere/osmium")

  @Test func anUnmetNeedSkipsAndFailsInContinuousIntegration() throws {
    #expect(try Self.absent.isMet(inContinuousIntegration: false) == false)
    let error = #expect(throws: UnmetNeed.self) {
      try Self.absent.isMet(inContinuousIntegration: true)
    }
    #expect(
      error.map { "\($0)" }
        == "CI=true, and the program osmium is missing: apt install osmium-tool")
    let met = Need("a file", remedy: "") { true }
    #expect(try met.isMet(inContinuousIntegration: true) == true)
    let failing = Need("a file", remedy: "") { throw CocoaError(.fileNoSuchFile) }
    #expect(try failing.isMet(inContinuousIntegration: false) == false)
  }

  @Test func setUpInstallsEveryProgramTestsRun() throws {
    let script = try String(
      contentsOf: Self.root.appendingPathComponent("Scripts/setup"), encoding: .utf8)
    // Tests install what building takes, too.
    let packages = try ["build_packages=(", "test_packages=("].flatMap { name in
      let list = try #require(script.firstRange(of: name))
      return script[list.upperBound...].prefix { $0 != ")" }.split(whereSeparator: \.isWhitespace)
    }
    for program in Program.allCases {
      #expect(packages.contains(Substring(program.package)), "\(program.rawValue)")
    }
    #expect(packages.contains("python3-gdal"))
    #expect(packages.contains("python3-qgis"))
  }

  /// Marks of a test that looks for what it needs by itself, and of one that leaves without a word.
  private static let marks = [
    ".enabled(", ".disabled(", "Programs.has(", "isExecutableFile", "\"/usr/bin/", "\"/bin/mount",
    "getuid()", "geteuid()", "skipped\")",
  ]

  /// Where the tool is found, and what this test and those of the printer name.
  private static let exempt = ["Tool.swift", "NeedsTests.swift", "PDFTests.swift"]

  @Test func everyTestSaysWhatItNeedsByTheOneTrait() throws {
    let tests = Self.root.appendingPathComponent("Tests")
    let names = try FileManager.default.subpathsOfDirectory(atPath: tests.path).filter {
      $0.hasSuffix(".swift") && !$0.hasPrefix("RelaisTestSupport/")
        && !Self.exempt.contains(($0 as NSString).lastPathComponent)
    }
    #expect(names.count > 100)
    for name in names {
      let text = try String(contentsOf: tests.appendingPathComponent(name), encoding: .utf8)
      for mark in Self.marks { #expect(!text.contains(mark), "\(name): \(mark)") }
    }
  }
}
