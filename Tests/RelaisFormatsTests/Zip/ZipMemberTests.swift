import RelaisTestSupport
import Testing

@testable import RelaisFormats

/// The one file of a zip archive, and what is refused.
@Suite struct ZipMemberTests {
  private static let table = "id;lon;lat\n" + String(repeating: "1;6,1;48,7\n", count: 20_000)

  private func read(_ archive: ZipArchive) throws -> [UInt8] { try read(archive.bytes) }

  private func read(_ bytes: [UInt8]) throws -> [UInt8] {
    let folder = try TemporaryFolder()
    return try InputFile(path: folder.write(bytes, "f.zip")).bytes
  }

  private func problem(_ archive: ZipArchive) throws -> ZipProblem? {
    try problem(archive.bytes)
  }

  private func problem(_ bytes: [UInt8]) throws -> ZipProblem? {
    do {
      _ = try read(bytes)
      return nil
    } catch FormatError.archive(_, let problem) {
      return problem
    }
  }

  @Test func oneFileIsReadHoweverItsSizesAreWritten() throws {
    for method in [0, 8] {
      for flags in [0, 8, 0x800] {
        for isWide in [false, true] {
          var archive = ZipArchive("été.csv", Self.table)
          archive.members[0].method = method
          archive.members[0].flags = flags
          archive.members[0].isWide = isWide
          archive.isWide = isWide
          #expect(try read(archive) == bytes(Self.table))
          archive.comment = "PK\u{5}\u{6} " + String(repeating: "-", count: 60_000)
          #expect(try read(archive) == bytes(Self.table))
        }
      }
    }
    // Its folder is an entry too.
    #expect(try read(ZipArchive([.init("a/", []), .init("a/b.csv", bytes("x"))])) == bytes("x"))
  }

  @Test func whatWasCompressedIsInflated() throws {
    // "hello\n" as zlib deflates it.
    var member = ZipArchive.Member("h.csv", InputFileTests.hello[10..<18])
    member.method = 0
    var archive = ZipArchive([member]).bytes
    let directory = archive.count - 22 - 46 - 5
    for at in [8, directory + 10] { archive[at] = 8 }
    for at in [22, directory + 24] { archive[at] = 6 }
    for at in [14, directory + 16] {
      archive.replaceSubrange(at..<at + 4, with: [0x20, 0x30, 0x3A, 0x36])
    }
    #expect(try read(archive) == bytes("hello\n"))
  }

  @Test func formatsAreToldByTheFileInside() throws {
    let folder = try TemporaryFolder()
    func format(_ text: String) throws -> InputFormat {
      try InputFormat(ofFileAt: folder.write(ZipArchive("a", text).bytes, "f"))
    }
    #expect(try format(Self.table) == .csv)
    #expect(try format("{\"type\":\"Point\"}") == .geoJSON)
    #expect(try format("<osm/>") == .osmXML)
    let path = folder.path("f")
    for (text, name) in [("<gpx/>", "gpx"), ("%PDF-1.7", "pdf")] {
      #expect(throws: FormatError.unknownFormat(file: path, looksLike: name)) { try format(text) }
    }
    #expect(throws: FormatError.empty(file: path)) { try format("") }
    let book = ZipArchive([.init("[Content_Types].xml", []), .init("xl/workbook.xml", [])])
    try folder.write(book.bytes, "f")
    for read in [{ _ = try InputFormat(nativeFileAt: path) }, { _ = try InputFile(path: path) }] {
      let error = #expect(throws: FormatError.self) { try read() }
      // With GDAL it is tried, and holds no sheet.
      switch error {
      case .unknownFormat(path, "xlsx"), .notConverted(path, _): break
      default: Issue.record("\(String(describing: error))")
      }
    }
  }

  @Test func whatIsNotOneFileIsRefusedWithItsReason() throws {
    let a = ZipArchive.Member("a.csv", bytes("x"))
    let b = ZipArchive.Member("b.csv", bytes("y"))
    #expect(try problem(ZipArchive([a, b])) == .severalFiles(["a.csv", "b.csv"]))
    #expect(try problem(ZipArchive([])) == .noFile)
    #expect(try problem(ZipArchive([.init("a/", [])])) == .noFile)
    for (flags, method, expected) in [
      (1, 8, ZipProblem.encrypted), (1, 99, .encrypted), (0, 9, .method(9)), (0, 93, .method(93)),
    ] {
      var member = a
      member.flags = flags
      member.method = method
      #expect(try problem(ZipArchive([member])) == expected)
    }
    var last = ZipArchive([a])
    last.part = 3
    #expect(try problem(last) == .split)
    // Parts of a split archive begin with its own mark, or in the middle of a file.
    #expect(try problem([0x50, 0x4B, 7, 8, 0x50, 0x4B, 3, 4, 0, 0]) == .split)
    #expect(try problem([1, 2, 3] + last.bytes.suffix(80)) == .split)
    last.isWide = true
    #expect(try problem(last) == .split)
  }

  @Test func damageIsToldAndNothingElseIsTaken() throws {
    for method in [0, 8] {
      var member = ZipArchive.Member("a.csv", bytes(Self.table.prefix(300).description))
      member.method = method
      let sound = ZipArchive([member])
      for count in 4..<sound.bytes.count {
        guard case .damaged? = try problem(Array(sound.bytes.prefix(count))) else {
          Issue.record("cut after \(count) bytes: \(String(describing: try problem(sound.bytes)))")
          continue
        }
      }
      var wrong = member
      wrong.checksum ^= 1
      #expect(try problem(ZipArchive([wrong])) == .damaged(detail: "wrong checksum"))
      for size in [299, 301] {
        wrong = member
        wrong.size = size
        guard case .damaged? = try problem(ZipArchive([wrong])) else {
          Issue.record("size \(size) taken")
          continue
        }
      }
      var generator = SeededGenerator(seed: 5)
      for _ in 0..<2_000 {
        // Names and dates may change, the content may not.
        let broken = generator.damaged(sound.bytes)
        guard let content = try? read(broken), broken.starts(with: [0x50, 0x4B, 3, 4]) else {
          continue
        }
        #expect(content == member.content)
      }
    }
  }

  @Test func contentsBeyondTheSizeAllowedAreRefused() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(ZipArchive("a.csv", Self.table).bytes, "f.zip")
    let limit = Self.table.utf8.count
    #expect(throws: Never.self) { try InputFile(path: path, maximumSize: limit + 1000) }
    #expect(throws: FormatError.notReadable(file: path, detail: "larger than 1000 bytes")) {
      try InputFile(path: path, maximumSize: 1000)
    }
  }
}
