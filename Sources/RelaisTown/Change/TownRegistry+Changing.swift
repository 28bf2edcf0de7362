public import CoverageEngine
public import RelaisRegistry

/// Changes of a registry, each written whole or not at all. Every function throws `RegistryError`, and what finding a
/// territory's candidates and addresses throws.
extension TownRegistry {
  public typealias Occasion = RegistryWriter.Occasion

  /// Adds an establishment; makes a missing registry.
  ///
  /// - Parameter generator: Where its identifier comes from.
  /// - Throws: also `RegistryError.probableDoubles` where the registry probably has it, unless that was considered.
  public func add(
    _ new: NewEstablishment, _ occasion: Occasion = Occasion(),
    using generator: inout some RandomNumberGenerator
  ) throws -> RegistryChange {
    var values = new.values
    let address = try AddressLookup(territory, for: values)?.place(&values)
    let id = RegistryUUID.random(using: &generator)
    var change = try change(creating: true) { writer in
      if !new.isOther { try writer.refuseDoubles(of: values, phone: new.contact.phone) }
      try writer.add(id: id, values, occasion)
      if let contact = new.contact.contact(of: id, known: nil) { try writer.setContact(contact) }
      return id
    }
    change.address = address
    change.doubts = doubts(of: values, new.contact, change.establishment)
    return change
  }

  /// What looks wrong in what somebody says of an establishment.
  private func doubts(
    of values: [EstablishmentField: FactValue?], _ contact: ContactChange, _ now: Establishment?
  ) -> [AdherentDoubt.Reason] {
    guard let now else { return [] }
    return FactDoubts.reasons(of: values, in: now, today: work.today)
      + (contact.contact(of: now.id, known: nil).map(FactDoubts.reasons) ?? [])
  }

  /// Changes facts and the contact; `nil` for a fact no longer known.
  ///
  /// - Parameter version: What was read before: where others changed the same facts since,
  ///   `RegistryError.changedMeanwhile` is thrown. `nil` to change them whatever happened.
  public func set(
    _ facts: [EstablishmentField: FactValue?], _ contact: ContactChange = ContactChange(),
    of code: String, _ occasion: Occasion = Occasion(), read version: Int64? = nil
  ) throws -> RegistryChange {
    let lookup = try AddressLookup(territory, for: facts)
    var address: AddressLookup.Found?
    var change = try changing(code) { writer, history in
      let id = history.id
      if let version, let now = history.establishment() {
        let later = history.changes(
          since: version, of: Set(facts.keys), orContact: contact.isSaid)
        if !later.isEmpty { throw RegistryError.changedMeanwhile(now, later) }
      }
      var facts = facts
      address = lookup?.place(&facts, of: history.establishment())
      var isChanged = try writer.set(id, facts, today: work.today, occasion) != nil
      if let contact = contact.contact(of: id, known: try writer.contact(of: id)) {
        try writer.setContact(contact)
        isChanged = true
      }
      return isChanged ? id : nil
    }
    change.address = address
    change.doubts = doubts(of: facts, contact, change.establishment)
    return change
  }

  /// Records a visit to an establishment, or to a candidate, who then becomes one.
  public func record(
    _ visit: Visit, to code: String, _ occasion: Occasion = Occasion()
  ) throws -> RegistryChange {
    func visited(_ writer: inout RegistryWriter, _ id: String) throws -> String {
      try writer.visit(
        id, visit.outcome, callBackOn: visit.callBackOn, condition: visit.condition,
        today: work.today, occasion)
      return id
    }
    if try RegistryStore.exists(at: territory.registryFile) {
      do {
        return try change { try visited(&$0, $0.history(named: code).id) }
      } catch RegistryError.unknownCode(code, nearest: _) {
      } catch RegistryError.guessedCode(code, _) {}
    }
    let candidate = try TakenCandidate.named(code, territory, work)
    return try change(creating: candidate?.makesRegistry ?? false) { writer in
      let id =
        try candidate.map { try $0.takeUp(in: &writer, occasion) }
        ?? writer.history(named: code).id
      return try visited(&writer, id)
    }
  }

  /// One signs the charter, or comes back.
  ///
  /// - Parameter sticker: The number of the sticker it gets.
  public func join(
    _ code: String, sticker: String? = nil, _ occasion: Occasion = Occasion()
  ) throws -> RegistryChange {
    return try changing(code) { writer, history in
      let day = FactValue.day(occasion.day ?? work.today)
      var values: [EstablishmentField: FactValue?] = [:]
      // One who comes back after a suspension signed already.
      if history.establishment()?.state != .suspended { values[.charterOn] = day }
      if let sticker {
        values[.sticker] = .text(sticker)
        values[.stickerOn] = day
      }
      return try writer.move(history.id, to: .adherent, values, occasion)?.establishment
    }
  }

  public func suspend(
    _ code: String, _ occasion: Occasion = Occasion()
  ) throws -> RegistryChange {
    try move(code, to: .suspended, occasion)
  }

  public func leave(_ code: String, _ occasion: Occasion = Occasion()) throws -> RegistryChange {
    try move(code, to: .left, occasion)
  }

  private func move(
    _ code: String, to state: AdherentState, _ occasion: Occasion
  ) throws -> RegistryChange {
    try changing(code) { writer, history in
      try writer.move(history.id, to: state, [:], occasion)?.establishment
    }
  }

  /// Does the same to several establishments, as one change that is taken back as one.
  ///
  /// - Parameter body: Does it to one, by its identifier, and gives the event, `nil` where nothing changed.
  /// - Returns: The number the change is taken back by, `nil` where nothing changed; how many establishments changed.
  private func several(
    _ codes: [String], _ body: (inout RegistryWriter, String) throws -> RegistryEvent?
  ) throws -> (number: Int64?, count: Int) {
    try named(codes) { codes in
      try writing { writer in
        var number: Int64?
        var count = 0
        _ = try writer.once(work.request) { writer in
          for code in codes {
            guard let event = try body(&writer, writer.history(named: code).id) else { continue }
            number = number ?? event.act ?? event.sequence
            count += 1
          }
          return nil
        }
        return (number, count)
      }
    }
  }

  /// Records that several adherents were followed up, all or none.
  public func followUp(
    all codes: [String], _ occasion: Occasion = Occasion()
  ) throws -> (number: Int64?, count: Int) {
    try several(codes) { try $0.followUp($1, today: work.today, occasion) }
  }

  /// Changes the same facts of several establishments, all or none.
  public func set(
    _ facts: [EstablishmentField: FactValue?], ofAll codes: [String],
    _ occasion: Occasion = Occasion()
  ) throws -> (number: Int64?, count: Int) {
    try several(codes) { try $0.set($1, facts, today: work.today, occasion) }
  }

  /// Records that an adherent was followed up.
  public func followUp(
    _ code: String, _ occasion: Occasion = Occasion()
  ) throws -> RegistryChange {
    try changing(code) { writer, history in
      try writer.followUp(history.id, today: work.today, occasion)
      return history.id
    }
  }
}
