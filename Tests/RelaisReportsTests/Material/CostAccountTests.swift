import RelaisGeo
import RelaisWording
import Testing

@testable import RelaisReports

/// Sums a town's treasurer can do by hand.
@Suite struct CostAccountTests {
  @Test func withoutARegistryTheRelaysTellHowManyLotsThereWere() {
    let account = CostAccount(Costs(), relays: 81, covered: Length(metres: 113_400))
    #expect(account.lots == 1 && account.stickersLeft == 119)
    // 518.40 + 259.20
    #expect(account.spent == 777_60)
    #expect(account.spentPerRelay == 9_60)
    // 777.60 / 113.4 = 6.857…
    #expect(account.spentPerKilometre == 6_86)
    #expect(account.bill == nil && account.costPerKilometre == nil)
    #expect(CostAccount(Costs(), relays: 201, covered: .zero).spent == 518_40 + 2 * 259_20)
  }

  @Test func theRegistrysStickersComeFirst() {
    let costs = Costs(stock: .init(bought: 400, remaining: 12))
    let account = CostAccount(costs, relays: 81, covered: Length(metres: 1))
    #expect(account.lots == 2 && account.stickersLeft == 12)
  }

  @Test func recruitsAreBilledByWholeLotsAndCostedByTheSticker() {
    let costs = Costs(recruit: 5_00, stock: .init(bought: 200, remaining: 12))
    let account = CostAccount(
      costs, relays: 188, covered: Length(metres: 1),
      plan: .init(recruits: 20, gained: Length(metres: 8_000)))
    // Eight stickers are missing: one lot; and twenty times five euros.
    #expect(account.bill == 259_20 + 100_00)
    // 259.20 / 200 = 1.296, and five euros.
    #expect(account.costPerRecruit == 6_30)
    // 20 × 6.296 = 125.92 euros over 8 km.
    #expect(account.costPerKilometre == 15_74)
    let few = CostAccount(
      costs, relays: 188, covered: Length(metres: 1),
      plan: .init(recruits: 12, gained: .zero))
    #expect(few.bill == 60_00 && few.costPerKilometre == nil)
  }

  @Test func moneyIsWrittenAsEachLanguageDoes() {
    #expect(Wording(.french).money(518_40) == "518,40\u{A0}€")
    #expect(Wording(.english).money(1_234_05) == "€1,234.05")
    #expect(Wording(.french).money(0) == "0,00\u{A0}€")
  }
}
