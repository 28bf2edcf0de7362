public import RelaisGeo

/// One row of an input that was not taken, for `rejects/<file>.csv`.
///
/// Rows in = rows taken + rows rejected, in every importer.
public struct RejectedRow: Hashable, Sendable {
  public var place: SourcePlace
  /// The row's own identifier, where it could be read.
  public var id: String?
  public var reason: Reason

  public init(place: SourcePlace, id: String? = nil, reason: Reason) {
    self.place = place
    self.id = id
    self.reason = reason
  }

  public var code: Code { reason.code }
  /// What was found, as text; empty where the reason has nothing to show.
  public var found: String { reason.found ?? "" }

  /// Rows a reader could not take, which no importer can.
  public static func rows(_ damaged: [DamagedRow]) -> [RejectedRow] {
    damaged.map { RejectedRow(place: $0.place, id: $0.id, reason: Reason($0.defect)) }
  }
}
