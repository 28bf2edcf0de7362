import Foundation
import RelaisTestSupport
import Testing

/// `--pdf`: the browser of the machine prints the reports, or the reader is told what to do.
@Suite struct PDFTests {
  private func town() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(SmallTown.osm.utf8, "town.osm")
    try folder.write(SmallTown.osmRelays.utf8, "relays.csv")
    try folder.write(
      "name: Ville\nfiles:\n  streets: town.osm\n  adherents: relays.csv\n".utf8, "relais.yml")
    return folder
  }

  /// A program that stands for the browser.
  private func browser(_ script: String, in folder: TemporaryFolder) throws -> String {
    let bin = folder.path("bin")
    try FileManager.default.createDirectory(atPath: bin, withIntermediateDirectories: true)
    try folder.write("#!/bin/sh\n\(script)\n".utf8, "bin/chromium")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: bin + "/chromium")
    return bin + ":/usr/bin-without-browser:/bin"
  }

  private static let findTarget =
    "for a in \"$@\"; do case $a in --print-to-pdf=*) t=${a#--print-to-pdf=};; esac; done\n"

  private func run(
    _ folder: TemporaryFolder, path: String, language: String = "en"
  ) throws -> Programs.Outcome {
    try Tool.run(
      "run", ".", "--pdf", "--quiet", "--lang", language, in: folder, environment: ["PATH": path])
  }

  private func pdfs(_ folder: TemporaryFolder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path("out")).filter {
      $0.hasSuffix(".pdf") || $0.hasPrefix(".") && $0 != ".relais.json"
    }.sorted()
  }

  @Test(arguments: [("fr", "sudo apt install chromium"), ("en", "print it to a PDF file")])
  func withoutABrowserTheReportsAreThereAndTheWayIsTold(language: String, advice: String) throws {
    let folder = try town()
    let outcome = try run(folder, path: "/nowhere", language: language)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains(advice), "\(outcome.errors)")
    #expect(FileManager.default.fileExists(atPath: folder.path("out/council.html")))
    #expect(FileManager.default.fileExists(atPath: folder.path("out/summary.json")))
    #expect(try pdfs(folder) == [])
  }

  @Test func everyReportIsPrintedWholeAndNothingElseStays() throws {
    let folder = try town()
    let path = try browser(
      Self.findTarget + "printf '%%PDF-1.4\\nx\\n%%%%EOF\\n' > \"$t\"", in: folder)
    let outcome = try run(folder, path: path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let pages = try FileManager.default.contentsOfDirectory(atPath: folder.path("out")).filter {
      $0.hasSuffix(".html")
    }
    #expect(try pdfs(folder) == pages.map { $0.replacing(".html", with: ".pdf") }.sorted())
    #expect(try folder.read("out/council.pdf").starts(with: Array("%PDF-".utf8)))
  }

  @Test(arguments: [
    "echo 'no usable sandbox' >&2; exit 1", "exit 0",
    findTarget + "printf '%%PDF-1.4\\ncut short' > \"$t\"",
  ])
  func aPrinterThatFailsLeavesTheFormerFileAlone(script: String) throws {
    let folder = try town()
    try FileManager.default.createDirectory(
      atPath: folder.path("out"), withIntermediateDirectories: true)
    try folder.write("former".utf8, "out/council.pdf")
    let outcome = try run(folder, path: browser(script, in: folder))
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("could not print council.html"), "\(outcome.errors)")
    #expect(try folder.read("out/council.pdf") == Array("former".utf8))
    #expect(try pdfs(folder) == ["council.pdf"])
  }

  @Test(.needs(.chromium))
  func chromiumPrintsTheReports() throws {
    let folder = try town()
    let outcome = try run(folder, path: "/usr/bin:/bin")
    #expect(outcome.status == 0, "\(outcome.errors)")
    for page in ["council", "public"] {
      #expect(try folder.read("out/\(page).pdf").count > 5_000)
    }
    #expect(try pdfs(folder).allSatisfy { !$0.hasPrefix(".") })
  }
}
