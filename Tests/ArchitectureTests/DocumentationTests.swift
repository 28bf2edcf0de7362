import Foundation
import Testing

/// The documentation, held against the tree it describes.
@Suite struct DocumentationTests {
  private static let root: URL = {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    return root
  }()

  private static func pages() throws -> [String] {
    let folder = root.appendingPathComponent("Documentation").path
    return try ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md"]
      + FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".md") }
      .sorted().map { "Documentation/" + $0 }
  }

  /// The targets of the links of a page, blocks of code aside.
  private static func links(_ page: String) -> [String] {
    var isCode = false
    return page.split(separator: "\n").flatMap { line -> [String] in
      if line.hasPrefix("```") { isCode.toggle() }
      guard !isCode else { return [] }
      return line.components(separatedBy: "](").dropFirst().compactMap {
        $0.split(separator: ")", omittingEmptySubsequences: false).first.map(String.init)
      }
    }
  }

  /// The anchors a forge makes of a page's headings.
  private static func anchors(_ page: String) -> Set<String> {
    Set(
      page.split(separator: "\n").filter { $0.hasPrefix("#") }.map { heading in
        let words = heading.drop { $0 == "#" }.lowercased().trimmingCharacters(in: .whitespaces)
        return String(
          words.filter { $0.isLetter || $0.isNumber || "-_ ".contains($0) }
            .map { $0 == " " ? "-" : $0 })
      })
  }

  @Test func noRelativeLinkIsDead() throws {
    var count = 0
    for name in try Self.pages() {
      let file = Self.root.appendingPathComponent(name)
      for link in Self.links(try String(contentsOf: file, encoding: .utf8))
      where !link.contains("://") {
        count += 1
        let parts = link.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
        let target =
          parts[0].isEmpty
          ? file : file.deletingLastPathComponent().appendingPathComponent(parts[0])
        #expect(FileManager.default.fileExists(atPath: target.path), "\(name): \(link)")
        if parts.count > 1, let page = try? String(contentsOf: target, encoding: .utf8) {
          #expect(Self.anchors(page).contains(parts[1]), "\(name): \(link)")
        }
      }
    }
    #expect(count > 50)
  }

  /// Declarations for users of the library without a doc comment above them, by their lines.
  private static func undocumented(_ source: String) -> [String] {
    var isDocumented = false
    var found: [String] = []
    for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
      let text = line.drop { $0 == " " }
      if text.hasPrefix("///") {
        isDocumented = true
      } else if !text.hasPrefix("@") || text.contains(" public ") {
        let isPublic =
          text.hasPrefix("public ") || text.hasPrefix("@") && text.contains(" public ")
        if isPublic, !isDocumented, !text.hasPrefix("public import"),
          !text.hasPrefix("public extension")
        {
          found.append(String(text))
        }
        isDocumented = false
      }
    }
    return found
  }

  @Test func everyPublicDeclarationOfReportsIsDocumented() throws {
    let files = try Sources.files("Sources/RelaisReports")
    #expect(files.count > 50)
    for file in files { #expect(Self.undocumented(file.source) == [], "\(file.path)") }
  }

  @Test func anUndocumentedDeclarationIsSeen() {
    let source = """
      public import RelaisGeo
      /// A town.
      public struct Town {
        public var name: String
        /// Large values.
        @Indirect public var streets: [String]
        @Indirect public var relays: [String]
        var own = 0
      }
      """
    #expect(
      Self.undocumented(source) == [
        "public var name: String", "@Indirect public var relays: [String]",
      ])
  }

  @Test func aDeadLinkIsSeen() {
    let page = "# A page: two words\n[a](b.md#c) and [d](e)\n```\n[no](code)\n```\n"
    #expect(Self.links(page) == ["b.md#c", "e"])
    #expect(Self.anchors(page) == ["a-page-two-words"])
  }
}
