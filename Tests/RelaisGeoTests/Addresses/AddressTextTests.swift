import RelaisTestSupport
import Testing

@testable import RelaisGeo

@Suite struct AddressTextTests {
  private func texts(_ text: String) -> [String] { AddressText.words(text).map(\.text) }

  @Test func caseAccentsAndMarksFall() {
    #expect(texts("Rue de l’Œuvre ÉLÈVES") == ["rue", "de", "l", "oeuvre", "eleves"])
    #expect(texts("e\u{301}tang Strauß") == ["etang", "strauss"])
    #expect(texts("Saint‑Dié–des`Vosges") == ["saint", "die", "des", "vosges"])
  }

  @Test func digitsPartFromLetters() {
    #expect(texts("rue Carnot12") == ["rue", "carnot", "12"])
    #expect(texts("93140Bondy") == ["93140", "bondy"])
    let suffixed = AddressText.words("12bis rue")
    #expect(suffixed[0].value == 12)
    #expect(suffixed[0].glued == "bis")
    #expect(AddressText.words("12bisrue").map(\.text) == ["12", "rue"])
    #expect(AddressText.words("8ème")[0].isOrdinal)
  }

  @Test(arguments: [
    ("huit mai", ["8", "mai"]), ("dix-neuf mars", ["19", "mars"]), ("Henri IV", ["henri", "4"]),
    ("Léon XIII", ["leon", "13"]), ("quatre-vingt-deux", ["82"]), ("vingt et unième", ["21"]),
    ("XXe Corps", ["20", "corps"]), ("4 sept.", ["4", "sept"]),
    ("rue de la Vie", ["rue", "de", "la", "vie"]),
    ("Albert Ier", ["albert", "1"]), ("26e R.I.", ["26", "ri"]),
    ("2e régiment d'infanterie", ["2", "ri"]), ("Rond-Point", ["rondpoint"]),
  ])
  func numeralsAndPhrasesHaveOneWriting(_ text: String, _ expected: [String]) {
    #expect(texts(text) == expected)
  }

  @Test func segmentsFollowCommasLinesAndSpacedHyphens() {
    let words = AddressText.words("Café, 12 rue A - 54000\nNancy")
    #expect(words.map(\.segment) == [0, 1, 1, 1, 2, 3])
    #expect(AddressText.words("12 - 14").map(\.segment) == [0, 0])
  }

  @Test func editDistanceIsThatOfTheTextbook() {
    func slow(_ a: [UInt8], _ b: [UInt8]) -> Int {
      var d = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
      for i in 0...a.count { d[i][0] = i }
      for j in 0...b.count { d[0][j] = j }
      for i in stride(from: 1, through: a.count, by: 1) {
        for j in stride(from: 1, through: b.count, by: 1) {
          d[i][j] = min(
            d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
          if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
            d[i][j] = min(d[i][j], d[i - 2][j - 2] + 1)
          }
        }
      }
      return d[a.count][b.count]
    }
    var random = SeededRandom(seed: 9)
    for _ in 0..<2000 {
      let a = (0..<Int.random(in: 0...7, using: &random)).map { _ in
        UInt8.random(in: 97...100, using: &random)
      }
      let b = (0..<Int.random(in: 0...7, using: &random)).map { _ in
        UInt8.random(in: 97...100, using: &random)
      }
      for limit in 0...3 {
        let expected = slow(a, b)
        #expect(EditDistance.within(limit, a, b) == (expected <= limit ? expected : nil))
      }
    }
  }
}
