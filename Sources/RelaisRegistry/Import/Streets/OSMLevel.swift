/// How high an OpenStreetMap way runs, by its tags: 0 on the ground.
///
/// Ways join at shared nodes, whatever their levels; the level tells a bridge over a street from two streets that
/// someone forgot to join.
enum OSMLevel {
  static let keys = ["layer", "bridge", "tunnel"]

  /// - Parameter tags: Numbers of texts, in the order of ``keys``; 0 where the way lacks the key.
  /// - Complexity: O(1) for a way without any of them.
  @inline(__always)
  static func level(_ tags: Slice<UnsafeBufferPointer<UInt32>>, _ texts: [String]) -> Int8 {
    if tags.allSatisfy({ $0 == 0 }) { return 0 }
    let values = tags.map { texts[Int($0)] }
    return level(layer: values[0], bridge: values[1], tunnel: values[2])
  }

  /// The layer where it is a number, else one up for a bridge and one down for a tunnel.
  ///
  /// A passage through a building is no tunnel: it runs on the ground.
  static func level(layer: String, bridge: String, tunnel: String) -> Int8 {
    if let number = Int(layer.trimmingPrefix("+")), number != 0 { return Int8(clamping: number) }
    if !bridge.isEmpty, bridge != "no" { return 1 }
    if !tunnel.isEmpty, tunnel != "no", tunnel != "building_passage" { return -1 }
    return 0
  }
}
