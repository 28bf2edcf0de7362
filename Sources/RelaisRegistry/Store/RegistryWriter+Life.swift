public import CoverageEngine

/// What happens in an establishment's life, each as one event.
extension RegistryWriter {
  /// The day and the words an event is recorded with.
  public struct Occasion: Sendable {
    /// Today unless given.
    public var day: CalendarDay?
    public var reason: String?

    public init(day: CalendarDay? = nil, reason: String? = nil) {
      self.day = day
      self.reason = reason
    }
  }

  /// Adds an establishment, a prospect unless its values say otherwise.
  public mutating func add(
    id: String, _ values: [EstablishmentField: FactValue?], _ occasion: Occasion = Occasion()
  ) throws {
    var values = values
    if values[.state] == nil { values[.state] = .state(.prospect) }
    try record(.added, of: id, values, from: occasion.day, reason: occasion.reason)
  }

  /// Changes facts. A condition gets the day of the occasion unless one is given.
  @discardableResult
  public mutating func set(
    _ id: String, _ values: [EstablishmentField: FactValue?], today: CalendarDay,
    _ occasion: Occasion = Occasion()
  ) throws -> RegistryEvent? {
    var values = values
    for (check, day) in EstablishmentField.conditions {
      guard let value = values[check], value != nil, values[day] == nil else { continue }
      values[day] = .day(occasion.day ?? today)
    }
    if values[.position].flatMap({ $0 }) != nil, values[.positionSource] == nil {
      // A point somebody gives is no longer that of the address.
      values[.positionSource] = .source(.hand)
      values.updateValue(nil, forKey: .positionQuality)
    }
    return try record(.changed, of: id, values, from: occasion.day, reason: occasion.reason)
  }

  /// Moves to another state.
  @discardableResult
  public mutating func move(
    _ id: String, to state: AdherentState, _ further: [EstablishmentField: FactValue?] = [:],
    _ occasion: Occasion = Occasion()
  ) throws -> RegistryEvent? {
    if state == .adherent, let one = history(id: id)?.establishment() {
      for (check, _) in EstablishmentField.conditions where one.check(check) == .no {
        throw RegistryError.conditionUnmet(check)
      }
    }
    var values = further
    values[.state] = .state(state)
    return try record(.state, of: id, values, from: occasion.day, reason: occasion.reason)
  }

  /// Records a visit and what follows from its outcome.
  ///
  /// - Parameters:
  ///   - callBackOn: For `.callBack`.
  ///   - condition: For `.notEligible`, the condition that is not met.
  ///   - seen: Conditions somebody looked at, and whether each is met.
  ///   - keepsState: Whether the state stays, whatever would follow from the outcome.
  @discardableResult
  public mutating func visit(
    _ id: String, _ outcome: VisitOutcome, callBackOn: CalendarDay? = nil,
    condition: EstablishmentField? = nil, seen: [EstablishmentField: Bool] = [:],
    today: CalendarDay, keepsState: Bool = false, _ occasion: Occasion = Occasion()
  ) throws -> RegistryEvent? {
    // Of that day: an answer may come late.
    let state = history(id: id)?.establishment(on: occasion.day)?.state
    let isProspect = state.map { ![.adherent, .suspended].contains($0) } ?? true
    var values: [EstablishmentField: FactValue?] = [:]
    switch outcome {
    case .yes:
      if isProspect { values[.state] = .state(.agreed) }
      values.updateValue(nil, forKey: .callBackOn)
    case .no:
      values[.state] = .state(isProspect ? .refused : .left)
      values.updateValue(nil, forKey: .callBackOn)
    case .callBack:
      if isProspect { values[.state] = .state(.contacted) }
      values.updateValue(nil, forKey: .callBackOn)
    case .closed, .absent: break
    case .notEligible:
      values[.state] = .state(isProspect ? .refused : .left)
      if let condition { values[condition] = .check(.no) }
    }
    // Whoever asks to be called back on a day says so with any answer.
    if let callBackOn { values[.callBackOn] = .day(callBackOn) }
    for (field, isMet) in seen { values[field] = .check(isMet ? .yes : .no) }
    for (check, day) in EstablishmentField.conditions where values[check] != nil {
      values[day] = .day(occasion.day ?? today)
    }
    if keepsState { values[.state] = nil }
    return try record(
      .visit, of: id, values, from: occasion.day, reason: occasion.reason, outcome: outcome)
  }

  /// Records that an adherent was followed up.
  @discardableResult
  public mutating func followUp(
    _ id: String, today: CalendarDay, _ occasion: Occasion = Occasion()
  ) throws -> RegistryEvent? {
    // A follow-up older than the registry is kept as its date.
    let first = history(id: id)?.standing.first?.holdsFrom
    return try record(
      .followUp, of: id, [.followedUpOn: .day(occasion.day ?? today)],
      from: [occasion.day, occasion.day == nil ? nil : first].compactMap { $0 }.max(),
      reason: occasion.reason)
  }
}

extension RegistryWriter {
  /// Sees that an establishment to add is none the registry probably has.
  ///
  /// - Throws: ``RegistryError/probableDoubles(_:)``.
  public func refuseDoubles(
    of values: [EstablishmentField: FactValue?], phone: String?
  ) throws {
    var new = Establishment(id: "")
    // In the form the registry keeps, in which they are compared.
    new.apply(
      Dictionary(
        uniqueKeysWithValues: values.map { field, value in
          (field, value.flatMap { field.canonical($0) })
        }))
    let phones = Dictionary(grouping: try ContactRecord.all(database), by: \.establishment)
      .mapValues { $0.compactMap(\.phone) }
    let doubles = ProbableDouble.all(
      of: new, phone: phone, among: allHistories.compactMap { $0.establishment() },
      phones: phones)
    guard doubles.isEmpty else { throw RegistryError.probableDoubles(doubles) }
  }

  /// Does something once: a request that was done already is not done again.
  ///
  /// - Parameters:
  ///   - key: What whoever asks calls the request by; `nil` to do it however often it comes.
  ///   - body: Does it, and gives what it is about, an establishment's identifier or a change's number; `nil` for nothing.
  /// - Returns: The same, as it was then where it was done before.
  package mutating func once(
    _ key: String?, _ body: (inout RegistryWriter) throws -> String?
  ) throws -> String? {
    guard let key else { return try body(&self) }
    if let known = try RequestTable.subject(of: key, database) { return known.first }
    let id = try body(&self)
    try RequestTable.remember(key, id, at: stamp.recordedAt, database)
    noteWriting()
    return id
  }
}
