import RelaisGeo

/// What was spent, and what recruits would cost: sums in whole cents, rounded to the nearest.
struct CostAccount {
  /// Recruits to come and the streets they would newly cover.
  struct Plan {
    var recruits: Int
    var gained: Length
  }

  let costs: Costs
  let relays: Int
  let covered: Length
  let plan: Plan?

  init(_ costs: Costs, relays: Int, covered: Length, plan: Plan? = nil) {
    self.costs = costs
    self.relays = relays
    self.covered = covered
    self.plan = plan
  }

  /// Lots of stickers bought: as the registry saw, else as many as the relays need, one at least.
  var lots: Int {
    let bought = costs.stock?.bought ?? 0
    return CostAccount.lots(for: bought > 0 ? bought : max(1, relays), of: costs.stickerLot)
  }

  /// Stickers in the drawer; below zero where more were given out than the registry saw bought.
  var stickersLeft: Int {
    if let stock = costs.stock, stock.bought > 0 { return stock.remaining }
    return lots * costs.stickerLot - relays
  }

  var spent: Int { costs.leaflets + lots * costs.stickers }

  var spentPerRelay: Int? { CostAccount.ratio(spent, relays) }
  /// A kilometre of street covered.
  var spentPerKilometre: Int? {
    CostAccount.ratio(spent * 1_000_000, Int(covered.millimetres))
  }

  /// What is to be paid for the recruits: the stickers missing, by whole lots, and their own cost.
  var bill: Int? {
    plan.map { plan in
      let missing = max(0, plan.recruits - max(0, stickersLeft))
      return CostAccount.lots(for: missing, of: costs.stickerLot) * costs.stickers
        + plan.recruits * costs.recruit
    }
  }

  /// A recruit's sticker, in the drawer or not, and its own cost.
  var costPerRecruit: Int {
    (CostAccount.ratio(costs.stickers, costs.stickerLot) ?? 0) + costs.recruit
  }

  /// What recruits consume, for a kilometre newly covered.
  var costPerKilometre: Int? {
    plan.flatMap { plan in
      let consumed = plan.recruits * (costs.stickers + costs.recruit * costs.stickerLot)
      return CostAccount.ratio(
        consumed * 1_000_000, Int(plan.gained.millimetres) * costs.stickerLot)
    }
  }

  private static func lots(for count: Int, of size: Int) -> Int { (count + size - 1) / size }

  /// To the nearest, halves up; `nil` of nothing.
  private static func ratio(_ sum: Int, _ count: Int) -> Int? {
    count > 0 ? (sum + count / 2) / count : nil
  }
}
