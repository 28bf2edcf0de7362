public import CoverageEngine
public import RelaisGeo
import RelaisRegistry

/// One change of the registry as it was written, and what is worth saying of it.
public struct RegistryChange: Sendable {
  /// What other programs had changed in the file, taken or put back.
  public var edits: [RegistryEdit]
  /// The establishment as it now is; `nil` where nothing changed.
  public var establishment: Establishment?
  /// Facts just recorded that a later event had changed already.
  public var overtaken: Set<EstablishmentField>
  /// Who else holds the sticker that was just given.
  public var otherHolder: Establishment?
  /// The account of stickers, where the sticker just given is one more than were bought; `nil` also where purchases are not
  /// recorded at all.
  public var overdrawn: StickerStock?
  /// Whether the position just written lies where no relay of the territory should.
  public var isOutside = false
  /// What looks wrong in what was just recorded, and stands all the same.
  public var doubts: [AdherentDoubt.Reason] = []
  /// What was found of an address that was looked up, and whether the establishment stands there now.
  public var address: (match: GeocodingMatch, isPlaced: Bool)?
}

extension TownRegistry {
  /// Writes a change of the establishment a person names.
  func changing(
    _ code: String,
    _ body: (inout RegistryWriter, EstablishmentHistory) throws -> String?
  ) throws -> RegistryChange {
    try named(code) { code in try change { try body(&$0, $0.history(named: code)) } }
  }

  /// Writes a change.
  ///
  /// - Parameters:
  ///   - creating: Whether a missing registry is made.
  ///   - body: Makes the change and gives the identifier it is about, `nil` for none.
  /// - Throws: `RegistryError`; nothing was then changed.
  func change(
    creating: Bool = false, _ body: (inout RegistryWriter) throws -> String?
  ) throws -> RegistryChange {
    let store = try territory.registry(for: creating ? .creating : .writing)
    var recorded: Set<EstablishmentField> = []
    defer { store.close() }
    var change = try store.write(work.stamp) { writer in
      let id = try writer.once(work.request, body)
      let one = id.flatMap { writer.history(id: $0)?.establishment() }
      recorded = writer.recorded
      var change = RegistryChange(
        edits: writer.edits, establishment: one, overtaken: writer.overtaken)
      guard recorded.contains(.sticker) else { return change }
      change.otherHolder = one.flatMap { writer.otherHolder(ofStickerOf: $0.id) }
      let stock = try writer.stickerStock()
      if stock.bought > 0, stock.remaining < 0 { change.overdrawn = stock }
      return change
    }
    if recorded.contains(.position), let position = change.establishment?.position {
      // Reads the streets perhaps: not while others wait for the file.
      change.isOutside = store.isOutside(position)
    }
    return change
  }
}
