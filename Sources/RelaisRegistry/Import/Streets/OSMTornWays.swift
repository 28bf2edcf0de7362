import RelaisFormats

extension OSMStreets {
  /// Whether two nodes in a row lie a degree or more apart: a node with a slip in its coordinates.
  static func isTorn(_ numbers: ArraySlice<UInt32>, _ locations: OSMLocations) -> Bool {
    let degree: Int32 = 10_000_000
    var previous: Int?
    for number in numbers {
      let node = Int(number)
      guard locations.latitudes[node] != .max else { continue }
      if let previous,
        abs(locations.latitudes[node] - locations.latitudes[previous]) >= degree
          || abs(Int64(locations.longitudes[node]) - Int64(locations.longitudes[previous]))
            >= Int64(degree)
      {
        return true
      }
      previous = node
    }
    return false
  }
}
