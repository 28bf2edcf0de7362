import CoverageEngine
import RelaisGeo

/// Relays beside random streets, the same for the same network.
enum RandomRelays {
  static func facilities(_ network: StreetNetwork, count: Int) -> [Facility] {
    var state: UInt64 = 42
    return (0..<count).map { number in
      // Knuth's MMIX generator; its high bits are the good ones.
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let edge = EdgeID(Int((state >> 33) % UInt64(network.edgeCount)))
      let line = network.vertices(of: edge)
      let vertex = line[line.startIndex]
      return Facility(
        id: "r\(number)", position: Position(x: vertex.x + 1e-5, y: vertex.y + 1e-5))
    }
  }
}
