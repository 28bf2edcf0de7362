import RelaisTestSupport
import Testing

@testable import RelaisFormats

@Suite struct PBFBlobsTests {
  /// A block as a file has it: the length of its head, the head with kind and size, the sizes and the packed bytes.
  private func block(unpacked: Int, packed: Int) -> [UInt8] {
    func number(_ value: Int) -> [UInt8] {
      value < 128 ? [UInt8(value)] : [UInt8(value & 127) | 128] + number(value >> 7)
    }
    let data =
      [0x10] + number(unpacked) + [0x1A] + number(packed) + [UInt8](repeating: 0, count: packed)
    let head = [0x0A, 0x07] + Array("OSMData".utf8) + [0x18] + number(data.count)
    return [0, 0, 0, UInt8(head.count)] + head + data
  }

  @Test func aBlockOutOfProportionIsRefusedWhereverItStands() throws {
    let folder = try TemporaryFolder()
    // Small ones may shrink as they like; large ones a hundred times.
    let sound = block(unpacked: 4 << 20, packed: 900) + block(unpacked: 5_000_000, packed: 50_000)
    try PBFBlobs.check(folder.write(sound, "a.pbf"), named: "a.pbf")
    let bomb = try folder.write(sound + block(unpacked: 32_000_000, packed: 31_000), "b.pbf")
    #expect(throws: FormatError.tooMuch(file: "n", place: nil, of: .blockRatio)) {
      try PBFBlobs.check(bomb, named: "n")
    }
  }

  @Test func whatIsNoPBFIsLeftToItsReader() throws {
    let folder = try TemporaryFolder()
    var random = SeededRandom(seed: 19)
    for number in 0..<300 {
      let size = Int.random(in: 0...200, using: &random)
      var bytes = (0..<size).map { _ in UInt8.random(in: 0...255, using: &random) }
      if number % 2 == 0, size > 4 { bytes.replaceSubrange(0..<3, with: [0, 0, 0]) }
      try PBFBlobs.check(folder.write(bytes, "x.pbf"), named: "x")
    }
  }
}
