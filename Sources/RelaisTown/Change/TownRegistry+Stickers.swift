public import CoverageEngine
public import RelaisRegistry

/// Stickers that moved, and children that were sheltered. Functions throw as for other changes.
extension TownRegistry {
  /// What became of stickers; all of it or nothing is recorded.
  public struct StickerMoves: Sendable {
    public var bought: Int?
    public var lost: Int?
    /// The establishment that gave its own back.
    public var recovered: String?

    public init(bought: Int? = nil, lost: Int? = nil, recovered: String? = nil) {
      self.bought = bought
      self.lost = lost
      self.recovered = recovered
    }

    public var isEmpty: Bool { bought == nil && lost == nil && recovered == nil }
  }

  /// Records movements; buying makes a missing registry.
  ///
  /// - Returns: What other programs had changed in the file.
  public func record(
    _ moves: StickerMoves, _ occasion: Occasion = Occasion()
  ) throws -> [RegistryEdit] {
    guard let recovered = moves.recovered else { return try record(moves, from: nil, occasion) }
    return try named(recovered) { try record(moves, from: $0, occasion) }
  }

  private func record(
    _ moves: StickerMoves, from recovered: String?, _ occasion: Occasion
  ) throws -> [RegistryEdit] {
    try writing(creating: moves.bought != nil) { writer in
      if let bought = moves.bought {
        try writer.moveStickers(.bought, bought, on: occasion.day, reason: occasion.reason)
      }
      if let lost = moves.lost {
        try writer.moveStickers(.lost, lost, on: occasion.day, reason: occasion.reason)
      }
      if let recovered {
        let id = try writer.history(named: recovered).id
        let event = try writer.record(
          .changed, of: id, [.sticker: nil, .stickerOn: nil], from: occasion.day,
          reason: occasion.reason)
        // One that has none gives none back.
        if let event { try writer.moveStickers(.recovered, 1, on: occasion.day, with: event) }
      }
      return writer.edits
    }
  }

  /// Records that a relay sheltered a child; makes a missing registry.
  ///
  /// - Parameter day: Today if `nil`.
  /// - Returns: What other programs had changed in the file.
  public func recordSheltering(
    _ outcome: Sheltering.Outcome, in band: Sheltering.HourBand, on day: CalendarDay? = nil
  ) throws -> [RegistryEdit] {
    try writing(creating: true) { writer in
      try writer.record(Sheltering(day: day ?? work.today, band: band, outcome: outcome))
      return writer.edits
    }
  }
}
