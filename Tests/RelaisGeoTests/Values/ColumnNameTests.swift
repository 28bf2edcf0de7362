import RelaisTestSupport
import Testing

@testable import RelaisGeo

@Suite struct ColumnNameTests {
  @Test func caseAccentsSpacesAndHyphensDoNotCount() {
    #expect(ColumnName.folded("Code Postal") == "codepostal")
    #expect(ColumnName.folded("CODE-POSTAL_") == "codepostal")
    #expect(ColumnName.folded("N° Siège") == "n°siege")
    #expect(ColumnName.folded("Sie\u{300}ge") == "siege")
    #expect(ColumnName.folded("Cœur, Æther") == "coeur,aether")
    #expect(ColumnName.folded("\u{FEFF}İd\r\n") == "id")
    #expect(ColumnName.foldedLetters("L’Épi d'Or n° 2") == "lepidorn2")
  }

  @Test func lettersFoldAloneAsTheyDoTogether() {
    let seed: UInt64 = 54_395
    var generator = SeededRandom(seed: seed)
    let alphabets: [ClosedRange<UInt32>] = [
      0x20...0x7E, 0x20...0x7E, 0x00...0xFF, 0xA0...0x17F, 0x300...0x345, 0x370...0x3FF,
      0x1100...0x11FF, 0xAC00...0xAC20, 0x1E00...0x1EFF, 0x2000...0x206F, 0xFB00...0xFB06,
      0x1F600...0x1F64F, 0x0E00...0x0E4F,
    ]
    for _ in 0..<5000 {
      let alphabet = alphabets.prefix(Int.random(in: 1...alphabets.count, using: &generator))
      var text = ""
      for _ in 0..<Int.random(in: 0...20, using: &generator) {
        let range = alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
        text.unicodeScalars.append(
          Unicode.Scalar(UInt32.random(in: range, using: &generator)) ?? " ")
      }
      let together = ColumnName.foldedTogether(text)
      #expect(ColumnName.folded(text) == together, "seed \(seed): \(text.debugDescription)")
      #expect(
        ColumnName.foldedLetters(text) == together.filter { $0.isLetter || $0.isNumber },
        "seed \(seed): \(text.debugDescription)")
    }
  }
}
