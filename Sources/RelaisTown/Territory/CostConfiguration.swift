import RelaisReports
import RelaisWording
import Yams

/// What `relais.yml` says of money: `costs: { leaflets: 518.40, stickers: { lot: 200, price: 259.20 } }`.
extension TerritoryConfiguration {
  static let costKeys = ["costs"]

  /// - Parameter bad: makes the error of a value, with what was expected, at a node.
  mutating func readCosts(
    _ value: Node, bad: (_ expected: String, _ at: Node?) -> TerritoryError
  ) throws {
    let expected = "{ leaflets: 518.40, stickers: { lot: 200, price: 259.20 }, recruit: 0 }"
    if value.null != nil || value.scalar?.string.isEmpty ?? false { return }
    guard let mapping = value.mapping else { throw bad(expected, nil) }
    /// Euros as whole cents; a decimal comma is one too.
    func cents(_ node: Node) throws -> Int {
      guard let text = node.scalar?.string.replacing(",", with: "."), let euros = Double(text),
        euros >= 0, euros <= 10_000_000
      else { throw bad(expected, node) }
      return Int((euros * 100).rounded())
    }
    for (key, node) in mapping {
      switch key.string {
      case "leaflets": costs.leaflets = try cents(node)
      case "recruit": costs.recruit = try cents(node)
      case "stickers":
        guard let lot = node.mapping?["lot"]?.int, (1...1_000_000).contains(lot),
          let price = node.mapping?["price"], node.mapping?.count == 2
        else { throw bad(expected, node) }
        costs.stickerLot = lot
        costs.stickers = try cents(price)
      default: throw bad(expected, key)
      }
    }
  }
}
