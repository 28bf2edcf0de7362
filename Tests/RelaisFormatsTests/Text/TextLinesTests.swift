import RelaisTestSupport
import Testing

@testable import RelaisFormats

/// Lines of text files, whatever wrote them.
@Suite struct TextLinesTests {
  private func lines(_ bytes: some Sequence<UInt8>) throws -> [String] {
    try TextLines.read(InputFile(path: "a.txt", bytes: Array(bytes)))
  }

  @Test func lineEndsOfAllKindsEndALine() throws {
    #expect(try lines("a\nb\r\nc\rd".utf8) == ["a", "b", "c", "d"])
    #expect(try lines("a\n\nb\n".utf8) == ["a", "", "b"])
    #expect(try lines("\r\n".utf8) == [""])
    #expect(try lines([]) == [])
  }

  @Test func encodingsAreTold() throws {
    #expect(try lines([0xEF, 0xBB, 0xBF] + Array("é".utf8)) == ["é"])
    #expect(try lines([0x66, 0xE9, 0x0A]) == ["fé"])
    #expect(try lines([0xFF, 0xFE, 0x61, 0, 0x0A, 0, 0x62, 0]) == ["a", "b"])
  }
}
