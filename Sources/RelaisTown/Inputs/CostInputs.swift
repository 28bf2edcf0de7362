import CoverageEngine
import RelaisRegistry
import RelaisReports

/// What the network costs, with the stickers the registry has seen.
enum CostInputs {
  /// - Throws: `RegistryError`.
  static func costs(_ territory: Territory) throws(RegistryError) -> Costs {
    var costs = territory.configuration.costs
    guard try RegistryStore.exists(at: territory.registryFile) else { return costs }
    let store = try RegistryStore(path: territory.registryFile, for: .reading)
    defer { store.close() }
    let stock = StickerStock(try store.histories(), movements: try store.stickerMovements())
    if stock.bought > 0 {
      costs.stock = .init(bought: stock.bought, remaining: stock.remaining)
    }
    return costs
  }
}
