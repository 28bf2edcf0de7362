/// What a network of relays costs its town, in whole cents.
public struct Costs: Hashable, Sendable {
  /// Leaflets, printed once.
  public var leaflets: Int
  /// Stickers are bought by lots of so many, at least one.
  public var stickerLot: Int
  /// The price of a lot.
  public var stickers: Int
  /// What every further relay costs apart from its sticker.
  public var recruit: Int
  /// Stickers the registry has seen bought, and those still in the drawer; `nil` where it knows of none.
  public var stock: Stock?

  public struct Stock: Hashable, Sendable {
    public var bought: Int
    public var remaining: Int

    public init(bought: Int, remaining: Int) {
      self.bought = bought
      self.remaining = remaining
    }
  }

  public init(
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
