import Testing

@testable import RelaisGeo

@Suite struct QRSymbolTests {
  /// Reads a symbol of version 1 (21 modules a side, one block) as ISO/IEC 18004 says, without correcting errors.
  private static func read(_ symbol: QRSymbol) -> String? {
    // Format: five bits beside the upper left finder, behind a fixed mask; the last three are the mask of the data.
    let format = [(8, 0), (8, 1), (8, 2), (8, 3), (8, 4)].map { symbol[$0.0, $0.1] }
    let fixed = [true, false, true, false, true]
    let bits = zip(format, fixed).map { $0 != $1 }
    let mask = bits[2...].reduce(0) { $0 * 2 + ($1 ? 1 : 0) }
    func isMasked(_ i: Int, _ j: Int) -> Bool {
      switch mask {
      case 0: (i + j) % 2 == 0
      case 1: i % 2 == 0
      case 2: j % 3 == 0
      case 3: (i + j) % 3 == 0
      case 4: (i / 2 + j / 3) % 2 == 0
      case 5: i * j % 2 + i * j % 3 == 0
      case 6: (i * j % 2 + i * j % 3) % 2 == 0
      default: ((i + j) % 2 + i * j % 3) % 2 == 0
      }
    }
    func isData(_ i: Int, _ j: Int) -> Bool {
      let isCorner = (i < 9 && (j < 9 || j > 12)) || (i > 12 && j < 9)
      return !isCorner && i != 6 && j != 6
    }
    var stream: [Bool] = []
    var right = 20
    var isUpward = true
    while right > 0 {
      if right == 6 { right -= 1 }
      for step in 0..<21 {
        let i = isUpward ? 20 - step : step
        for j in [right, right - 1] where isData(i, j) {
          stream.append(symbol[i, j] != isMasked(i, j))
        }
      }
      right -= 2
      isUpward.toggle()
    }
    func number(_ bits: some Sequence<Bool>) -> Int { bits.reduce(0) { $0 * 2 + ($1 ? 1 : 0) } }
    guard number(stream[0..<4]) == 4 else { return nil }  // Bytes.
    let count = number(stream[4..<12])
    let bytes = (0..<count).map { UInt8(number(stream[(12 + 8 * $0)..<(20 + 8 * $0)])) }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: ["http://a.fr/1", "été à 8 h", "x", "01234567890abc"])
  func whatIsWrittenIsRead(text: String) throws {
    let symbol = try #require(QRSymbol(text))
    #expect(symbol.width == 21)
    #expect(Self.read(symbol) == text)
  }

  @Test func aLinkOfTheDeskFitsAndThePathDrawsEveryDarkModuleOnce() throws {
    let link = "https://relais.mairie-de-quelque-part.example/telephone/"
    let symbol = try #require(QRSymbol(link + String(repeating: "a7", count: 32)))
    var drawn: Set<[Int]> = []
    for piece in symbol.path.split(separator: "z") {
      // M column row h length v1 h -length
      let numbers = piece.split { !"-0123456789".contains($0) }.compactMap { Int($0) }
      try #require(numbers.count == 5 && numbers[2] == -numbers[4])
      for column in numbers[0]..<(numbers[0] + numbers[2]) {
        #expect(drawn.insert([numbers[1], column]).inserted)
      }
    }
    for row in 0..<symbol.width {
      for column in 0..<symbol.width {
        #expect(drawn.contains([row, column]) == symbol[row, column])
      }
    }
  }

  @Test func whatNoSymbolHoldsIsNone() {
    #expect(QRSymbol("") == nil)
    #expect(QRSymbol("a\0b") == nil)
    #expect(QRSymbol(String(repeating: "a", count: 2331)) != nil)
    #expect(QRSymbol(String(repeating: "a", count: 2332)) == nil)
  }
}
