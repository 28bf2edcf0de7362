import Foundation
import RelaisTestSupport
import Testing

@testable import RelaisReports

/// Style sheets and scripts of pages: files of the sources that the program holds.
@Suite struct WebFileTests {
  private static let root: String = {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    return root.path
  }()

  private let files: [String: WebFile] = [
    "door.css": .doorStyle, "group.css": .groupStyle, "kit.css": .kitStyle, "page.css": .pageStyle,
    "paper.css": .paperStyle, "national.css": .nationalStyle,
    "public.css": .publicStyle,
    "map.js": .mapScript, "mapview.js": .mapView, "public.js": .publicScript,
    "street.js": .streetScript, "streets.js": .streetsScript, "tables.js": .tablesScript,
    "national.js": .nationalScript,
  ]

  @Test func everyFileIsEmbeddedAsItIs() throws {
    let folder = Self.root + "/Sources/RelaisReports/Web/"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(Set(names) == Set(files.keys))
    for (name, file) in files {
      #expect(try Data(contentsOf: URL(fileURLWithPath: folder + name)) == Data(file.bytes))
    }
  }

  @Test func noFileEndsTheElementItIsIn() {
    for (name, file) in files {
      let text = String(decoding: file.bytes, as: UTF8.self).lowercased()
      #expect(!text.contains("</") && !text.contains("<!--"), "\(name)")
    }
  }

  @Test(.needs(.pageTools))
  func lintersFindNothing() throws {
    let verdict = try Programs.run(
      Programs.pageToolsPython, [Self.root + "/Scripts/check_web.py"])
    #expect(verdict.status == 0, "\(verdict.output)")
    #expect(verdict.output.contains("14 scripts, 9 style sheets: no defect"))
  }
}
