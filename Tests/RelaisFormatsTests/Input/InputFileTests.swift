import Foundation
import RelaisTestSupport
import Testing

@testable import RelaisFormats

@Suite struct InputFileTests {
  /// "hello\n", compressed by gzip 1.12.
  static let hello: [UInt8] = [
    0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0, 0x03, 0xCB, 0x48, 0xCD, 0xC9, 0xC9, 0xE7, 0x02, 0x00, 0x20,
    0x30, 0x3A, 0x36, 0x06, 0, 0, 0,
  ]

  @Test func readsThroughLinksSpacesAndAccents() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(bytes("x"), "été à Nancy.csv")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("lien"), withDestinationPath: "été à Nancy.csv")
    let file = try InputFile(path: folder.path("lien"))
    #expect(file.bytes == bytes("x"))
    #expect(try InputFile(path: path).bytes == bytes("x"))
  }

  @Test func saysWhyAFileCannotBeRead() throws {
    let folder = try TemporaryFolder()
    let absent = folder.path("absent")
    #expect(throws: FormatError.notFound(file: absent)) { try InputFile(path: absent) }
    #expect(throws: FormatError.notFound(file: "")) { try InputFile(path: "") }
    #expect(throws: FormatError.notFound(file: "a\0b")) { try InputFile(path: "a\0b") }
    #expect(throws: FormatError.isDirectory(file: folder.path)) { try InputFile(path: folder.path) }
    let empty = try folder.write([], "empty")
    #expect(throws: FormatError.empty(file: empty)) { try InputFile(path: empty) }
    #expect(throws: FormatError.notFound(file: empty + "/x")) { try InputFile(path: empty + "/x") }
    let pipe = folder.path("pipe")
    #expect(mkfifo(pipe, 0o600) == 0)
    #expect(throws: FormatError.notReadable(file: pipe, detail: "not a regular file")) {
      try InputFile(path: pipe)
    }
    let large = try folder.write([UInt8](repeating: 65, count: 100), "large")
    #expect(throws: FormatError.notReadable(file: large, detail: "larger than 99 bytes")) {
      try InputFile(path: large, maximumSize: 99)
    }
  }

  @Test func inflatesGzipByContent() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Self.hello, "not-called-gz")
    let file = try InputFile(path: path)
    #expect(file.bytes == bytes("hello\n"))
  }

  private func inflate(_ compressed: [UInt8], limit: Int = 100) throws -> [UInt8] {
    try GzipInflater(MemoryBytes(compressed), file: "f", limit: limit).read(atMost: 1_000)
  }

  @Test func severalMembersAreOneText() throws {
    let inflated = try inflate(Self.hello + Self.hello + [0, 0, 0])
    #expect(inflated == bytes("hello\nhello\n"))
  }

  @Test func gzipCutAnywhereIsDamaged() {
    for count in 2..<Self.hello.count {
      #expect(throws: FormatError.damaged(file: "f", place: nil, detail: "gzip: cut short")) {
        try inflate(Array(Self.hello.prefix(count)))
      }
    }
  }

  @Test func wrongChecksumsForeignTailsAndBombsAreDamage() {
    var broken = Self.hello
    broken[18] ^= 1
    for sample in [broken, Self.hello + [1, 2, 3], Self.hello + [0x1F, 0x8B]] {
      #expect(throws: FormatError.self) {
        try inflate(sample)
      }
    }
    #expect(
      throws: FormatError.inflatesTooFar(file: "f", limit: 5)
    ) {
      try inflate(Self.hello, limit: 5)
    }
    #expect(throws: Never.self) {
      try inflate(Self.hello, limit: 6)
    }
  }

  @Test func damagedGzipGivesItsTextOrIsRefused() {
    var generator = SeededGenerator(seed: 7)
    var tally = DamageTally()
    for _ in 0..<2_000 {
      let sample = generator.damaged(Self.hello + Self.hello)
      // The checksum lets nothing else pass: damage to the header's date or system is harmless.
      if let text = tally.read(sample, file: "f", by: { try inflate($0, limit: 1_000) }) {
        #expect(text == bytes("hello\nhello\n"))
      }
    }
    #expect(tally.refused > 1_000)
    #expect(tally.taken > 0)
  }
}
