import Testing

/// The order of folders, over the types they use.
@Suite struct FolderOrderTests {
  @Test func everyFolderUsesThoseBeforeItAlone() throws {
    let order = FolderOrder(try Sources.texts("Sources"))
    #expect(order.violations() == [])
  }

  @Test func everyFolderOfTheOrderIsThere() throws {
    let paths = try Sources.texts("Sources").map(\.path)
    for (target, folders) in FolderOrder.folders {
      for folder in folders {
        let isThere = paths.contains { path in
          folder == FolderOrder.top
            ? path.hasPrefix(target + "/") && path.split(separator: "/").count == 2
            : path.hasPrefix("\(target)/\(folder)/")
        }
        #expect(isThere, "\(target)/\(folder)")
      }
    }
  }

  private func violations(_ sources: [(String, String)]) -> [String] {
    FolderOrder(
      sources.map { ($0.0, SourceText($0.1)) }, folders: ["T": ["A", "A/Z", "B"], "U": ["."]]
    ).violations()
  }

  @Test(arguments: [
    // A type, an alias, a generic's argument, an interpolation's.
    ("let one: Later", "struct Later {}", "T/A/A.swift uses Later of B"),
    ("let one = [Later]()", "public typealias Later = Int", "T/A/A.swift uses Later of B"),
    ("func a<T: Later>(_ t: T) {}", "protocol Later {}", "T/A/A.swift uses Later of B"),
    ("let a = \"x \\(Later.b) y\"", "enum Later {}", "T/A/A.swift uses Later of B"),
    ("extension Later { var a: Int { 1 } }", "final class Later {}", "T/A/A.swift uses Later of B"),
    // What an extension adds.
    (
      "let a = 1.doubled", "extension Int { var doubled: Int { 2 * self } }",
      "T/A/A.swift uses doubled of B"
    ),
  ])
  func aBrokenOrderIsSeen(source: String, later: String, violation: String) {
    #expect(violations([("T/A/A.swift", source), ("T/B/B.swift", later)]) == [violation])
    // The other way round, all is well.
    #expect(violations([("T/B/A.swift", source), ("T/A/B.swift", later)]) == [])
  }

  @Test(arguments: [
    // Comments and texts use nothing.
    ("// Later\nlet a = \"Later\"", "struct Later {}"),
    // Neither do types of one's own, nor others' members of that name.
    ("enum Own { struct Later {} }\nlet a = Later()", "struct Later {}"),
    ("let a = Other.Later()", "struct Later {}"),
    // What is private in its file is nobody else's.
    ("let a: Later", "private struct Later {}"),
    ("let a = b.doubled", "extension Int { private var doubled: Int { 2 * self } }"),
    // A name that others bear too may be theirs.
    (
      "struct C { var doubled = 1 }\nlet a = C().doubled",
      "extension Int { var doubled: Int { 1 } }"
    ),
  ])
  func whatUsesNothingLaterIsLeftAlone(source: String, later: String) {
    #expect(violations([("T/A/A.swift", source), ("T/B/B.swift", later)]) == [])
  }

  @Test func theLongerFolderIsAFilesOwn() {
    #expect(
      violations([("T/A/Z/A.swift", "struct Inner {}"), ("T/A/B.swift", "let a: Inner")])
        == ["T/A/B.swift uses Inner of A/Z"])
  }

  @Test func aFileOfNoFolderIsSeen() {
    #expect(violations([("T/C/A.swift", "")]) == ["T/C/A.swift is in no folder of the order"])
    #expect(violations([("T/A.swift", "")]) == ["T/A.swift is in no folder of the order"])
    #expect(violations([("U/A.swift", "")]) == [])
  }

  @Test func aTargetWithoutAnOrderIsSeen() {
    #expect(
      violations([("V/A.swift", ""), ("V/B/A.swift", ""), ("U/A.swift", "")])
        == ["V has no order of folders"])
  }
}
