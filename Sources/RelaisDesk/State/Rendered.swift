/// Something that takes long to make and is asked for often: made again when what it is made of has changed, and the former
/// one is given meanwhile.
actor Rendered {
  private var bytes: [UInt8]?
  private var mark: RegistryMark?
  private var making: Task<[UInt8], any Error>?

  /// - Parameters:
  ///   - now: What it would be made of.
  ///   - make: Makes it.
  /// - Throws: what making throws, where there is no former one.
  func value(
    of now: RegistryMark, _ make: @escaping @Sendable () async throws -> [UInt8]
  ) async throws -> [UInt8] {
    if let bytes, mark == now { return bytes }
    if making == nil {
      making = Task {
        defer { finish() }
        let made = try await make()
        keep(made, now)
        return made
      }
    }
    if let bytes { return bytes }
    guard let making else { throw Problem(.unavailable) }
    return try await making.value
  }

  private func keep(_ made: [UInt8], _ now: RegistryMark) {
    bytes = made
    mark = now
  }

  private func finish() { making = nil }
}
