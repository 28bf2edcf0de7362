import CoverageEngine
import RelaisTestSupport
import Testing

/// Stickers are counted, and what does not add up is named.
@Suite struct StickerStockTests {
  private func history(_ id: String, _ gifts: [(day: String, sticker: String)]) throws
    -> EstablishmentHistory
  {
    EstablishmentHistory(
      id: id,
      events: try gifts.enumerated().map { index, gift in
        RegistryEvent(
          sequence: Int64(index), establishment: id, kind: .changed,
          holdsFrom: try #require(CalendarDay(gift.day)), recordedAt: gift.day + "T08:00:00.000Z",
          author: "a", changes: facts([.name: "Relais " + id, .sticker: gift.sticker]))
      })
  }

  @Test func wordsAreNoStickerAndOneNumberWrittenTwiceIsOne() throws {
    let stock = StickerStock(
      [
        try history(
          "a", [("2026-01-01", "à donner"), ("2026-01-02", "7"), ("2026-01-03", "n° 07")])
      ],
      movements: [.bought: 2])
    #expect(stock.issued == 1 && stock.remaining == 1 && stock.overdrawn.isEmpty)
  }

  @Test func lettersMayBeANumberAndPlansAreNone() {
    for text in ["A", "n° bleu", "B-7", "12"] { #expect(Establishment.stickerNumber(text) != nil) }
    for text in ["à donner", "À VOIR", "oui", "x", "?", "en attente", "néant"] {
      #expect(Establishment.stickerNumber(text) == nil, "\(text)")
    }
  }

  @Test func whatWasGivenOutInExcessIsNamedTheLastFirst() throws {
    let histories = [
      try history("a", [("2026-01-05", "1")]), try history("b", [("2026-01-09", "2")]),
      try history("c", [("2026-01-07", "3")]),
    ]
    let stock = StickerStock(histories, movements: [.bought: 2, .lost: 1])
    #expect(stock.remaining == -2)
    #expect(stock.overdrawn.map(\.sticker) == ["2", "3"])
    #expect(stock.overdrawn.map(\.holder.name) == ["Relais b", "Relais c"])
    #expect(stock.overdrawn.map(\.day.iso) == ["2026-01-09", "2026-01-07"])
  }
}
