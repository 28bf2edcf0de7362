/// What a network of relays costs its town, in whole cents.
package struct Costs: Hashable, Sendable {
  /// Leaflets, printed once.
  package var leaflets: Int
  /// Stickers are bought by lots of so many, at least one.
  package var stickerLot: Int
  /// The price of a lot.
  package var stickers: Int
  /// What every further relay costs apart from its sticker.
  package var recruit: Int
  /// Stickers the registry has seen bought, and those still in the drawer; `nil` where it knows of none.
  package var stock: Stock?

  /// Stickers as the registry counts them.
  package struct Stock: Hashable, Sendable {
    /// Stickers bought in all.
    package var bought: Int
    /// Stickers not given out; negative where more were given than bought.
    package var remaining: Int

    /// - Parameters:
    ///   - bought: Stickers bought in all.
    ///   - remaining: Those still there.
    package init(bought: Int, remaining: Int) {
      self.bought = bought
      self.remaining = remaining
    }
  }

  /// All amounts are whole cents, not negative.
  ///
  /// - Precondition: A lot holds one sticker at least.
  package init(
    leaflets: Int = 518_40, stickerLot: Int = 200, stickers: Int = 259_20, recruit: Int = 0,
    stock: Stock? = nil
  ) {
    precondition(leaflets >= 0 && stickerLot > 0 && stickers >= 0 && recruit >= 0)
    self.leaflets = leaflets
    self.stickerLot = stickerLot
    self.stickers = stickers
    self.recruit = recruit
    self.stock = stock
  }
}
