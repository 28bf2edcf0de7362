import RelaisGeo
import RelaisWording

/// What was spent so far, and what is to come.
struct CostsTable {
  let account: CostAccount
  let wording: Wording

  func table() -> Table {
    Table(
      id: "costs-table", caption: wording.costsCaption, columns: wording.costColumns,
      rows: (spent() + toCome()).map { label, cents in
        Table.Row([
          .text(label), Table.Cell(wording.money(cents), .decimal(Double(cents) / 100, places: 2)),
        ])
      })
  }

  private func spent() -> [(String, Int)] {
    let lots = account.lots
    return [
      (wording.leafletsBought, account.costs.leaflets),
      (
        wording.stickersBought(lots, of: account.costs.stickerLot, left: account.stickersLeft),
        lots * account.costs.stickers
      ),
      (wording.spentSoFar, account.spent),
    ]
      + [
        account.spentPerRelay.map { (wording.spentPerRelay(account.relays), $0) },
        account.spentPerKilometre.map { (wording.spentPerKilometre(account.covered), $0) },
      ].compactMap { $0 }
  }

  private func toCome() -> [(String, Int)] {
    guard let plan = account.plan, plan.recruits > 0, let bill = account.bill else { return [] }
    return [
      (wording.billToCome(plan.recruits), bill),
      (wording.perRecruit, account.costPerRecruit),
    ] + (account.costPerKilometre.map { [(wording.perKilometreGained(plan.gained), $0)] } ?? [])
  }
}
