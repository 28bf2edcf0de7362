/// Seeded towns with what real ones have: dead ends, loops, parallel streets, islands, detours,
/// edges of no length, equal distances.
extension Town {
  /// - Parameter random: drawn from; small whole-metre lengths make ties common.
  public static func random(_ random: inout SeededRandom) -> Town {
    var town = Town()
    let corners = Int.random(in: 2...9, using: &random)
    let place = (0..<corners).map { _ in
      (
        Double(Int.random(in: 0...12, using: &random)),
        Double(Int.random(in: 0...12, using: &random))
      )
    }
    let streets = Int.random(in: 1...14, using: &random)
    for number in 0..<streets {
      let from = Int.random(in: 0..<corners, using: &random)
      let to = Int.random(in: 0..<corners, using: &random)
      var points = [place[from]]
      if from == to || Bool.random(using: &random) {
        points.append(
          (
            Double(Int.random(in: 0...12, using: &random)),
            Double(Int.random(in: 0...12, using: &random))
          ))
      }
      points.append(place[to])
      let length: Double? =
        switch Int.random(in: 0..<6, using: &random) {
        case 0: 0
        case 1...3: Double(Int.random(in: 1...14_000, using: &random)) / 1000
        default: nil
        }
      let names = ["", "rue A", "rue B", "rue C"]
      town.street(
        "e\(number)", "n\(from)", "n\(to)", points, length: length,
        name: names[Int.random(in: 0..<names.count, using: &random)],
        isDemand: Int.random(in: 0..<4, using: &random) > 0)
    }
    return town
  }
}
