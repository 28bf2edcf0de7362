/// The tags that decide, as one key: ways are judged once per combination.
struct WayTags: Hashable {
  /// All but the name.
  var tags: SIMD16<UInt32>
  var isNamed: Bool
  /// Those of ``ConditionalTags``; zeros for nearly every way.
  var conditional: SIMD4<UInt32>

  func hash(into hasher: inout Hasher) {
    // All at once: by themselves they take as long as the rules.
    withUnsafeBytes(of: tags) { hasher.combine(bytes: $0) }
  }
}
