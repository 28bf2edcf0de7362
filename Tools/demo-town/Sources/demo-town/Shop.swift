/// A shop of the town.
struct Shop {
  let trade: ShopTrade
  let name: String
  let address: Address
  /// In the map's syntax; empty when the map does not know.
  let hours: String
}

/// Settles shops at the doors where shops settle: the centre, the great streets, the station.
struct ShopPlanter {
  private var random: SeededGenerator
  private var names: Set<String> = []

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed, stream: 8)
  }

  /// - Parameter count: How many; each takes one address of its own.
  /// - Returns: The shops in the order of their addresses.
  mutating func plant(_ count: Int, at addresses: [Address]) -> [Shop] {
    var weights = addresses.map { attraction(of: $0) }
    var chosen: [Int] = []
    while chosen.count < count {
      let position = random.pick(weights: weights)
      guard weights[position] > 0 else { continue }
      weights[position] = 0
      chosen.append(position)
    }
    return chosen.sorted().map { shop(at: addresses[$0]) }
  }

  /// How much a door draws a shop.
  private func attraction(of address: Address) -> Double {
    let distance = address.place.norm
    let street = address.isOnArtery ? 3.2 : 1.0
    let base: Double
    switch Zone.all[address.zone].style {
    case .oldTown: base = distance < 170 ? 9 : distance < 300 ? 3.4 : 1.2
    case .grid: base = 0.55
    case .faubourg: base = 0.42
    case .towers: base = 0.42
    case .suburb: base = 0.2
    case .industry: base = 0.9
    case .hill: base = 0.1
    case .estate: base = 0.06
    }
    return base * street * (address.suffix.isEmpty ? 1 : 0.3)
  }

  private mutating func shop(at address: Address) -> Shop {
    let isCentral = address.place.norm < 420
    let isIndustrial = Zone.all[address.zone].style == .industry
    let trades = ShopTrade.all.filter { !isIndustrial || $0.outer > $0.central }
    let trade = trades[random.pick(weights: trades.map { isCentral ? $0.central : $0.outer })]
    let hours = random.chance(0.72) ? random.pick(trade.hours.patterns) : ""
    return Shop(trade: trade, name: name(for: trade, at: address), address: address, hours: hours)
  }

  /// A name after the street, the quarter or the river; never the same twice.
  private mutating func name(for trade: ShopTrade, at address: Address) -> String {
    let words = address.street.split(separator: " ").map(String.init)
    // “Rue des Lilas” lends its lilacs; “Grande Rue” and “Rue Haute” only their whole name.
    let isWhole = words.last == "Rue" || ["Haute", "Ronde"].contains(words.last)
    let subject =
      isWhole ? "de la " + words.joined(separator: "-") : words.dropFirst().joined(separator: " ")
    let prefix = random.pick(trade.prefixes)
    var choices = [prefix + " " + subject]
    choices += trade.prefixes.map { $0 + " " + subject }
    choices += ["de l'Orle", "de Valmeuse", "du Coin", "du Centre", "d'en Face", "d'Angle"].map {
      prefix + " " + $0
    }
    if random.chance(0.25) { choices.insert(random.pick(choices), at: 0) }
    for choice in choices where names.insert(choice).inserted { return choice }
    var number = 2
    while !names.insert("\(choices[0]) \(number)").inserted { number += 1 }
    return "\(choices[0]) \(number)"
  }
}
