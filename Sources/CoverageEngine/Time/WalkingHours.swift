/// When a way may be walked, or a gate passed, by its own tags.
///
/// The state begins at ``base``; of the clauses whose time holds, the last one decides; hours of opening close it outside
/// them. What cannot be read makes it unknown. Without a time asked for it counts as open.
public struct WalkingHours: Hashable, Sendable {
  /// Something allowed or forbidden at some time.
  public struct Clause: Hashable, Sendable {
    public var allows: Bool
    /// `nil` for a condition that is no time, or cannot be read: it may hold or not.
    public var time: OpeningHours?

    public init(allows: Bool, time: OpeningHours?) {
      self.allows = allows
      self.time = time
    }
  }

  /// Whether it is open where no clause holds.
  public var base: Bool
  public var clauses: [Clause]
  /// Where the source gives opening hours; `.some(nil)` for what cannot be read.
  public var opening: OpeningHours??

  public init(base: Bool, clauses: [Clause], opening: OpeningHours?? = nil) {
    self.base = base
    self.clauses = clauses
    self.opening = opening
  }

  /// Whether some of it cannot be read, so that it is not open for certain at such times.
  public var isUnread: Bool {
    if case .some(.none) = opening { return true }
    return clauses.contains { $0.time == nil }
  }

  /// The state at an instant.
  public func state(at instant: LocalInstant, in setting: HoursSetting) -> OpeningState {
    state(day: instant.day.number, minute: instant.minute, in: setting)
  }

  /// Open only if certainly open at every minute; closed if certainly closed at some minute.
  ///
  /// - Parameter window: Not empty.
  /// - Complexity: That of its opening hours together.
  public func state(
    throughout window: Range<LocalInstant>, in setting: HoursSetting
  ) -> OpeningState {
    precondition(!window.isEmpty, "a window without a minute")
    let hours = clauses.compactMap(\.time) + [opening ?? nil].compactMap { $0 }
    let first = window.lowerBound.day.number
    let last = window.upperBound.day.number
    var isUnknown = false
    for day in first...last {
      let from = day == first ? window.lowerBound.minute : 0
      let to = day == last ? window.upperBound.minute : 1440
      guard from < to else { break }
      var minutes = Set([from])
      for own in hours { minutes.formUnion(own.breaks(day: day, in: setting, within: from..<to)) }
      for minute in minutes.sorted() {
        switch state(day: day, minute: minute, in: setting) {
        case .closed: return .closed
        case .unknown: isUnknown = true
        case .open: break
        }
      }
    }
    return isUnknown ? .unknown : .open
  }

  private func state(day: Int, minute: Int, in setting: HoursSetting) -> OpeningState {
    var state: OpeningState = base ? .open : .closed
    for clause in clauses {
      let own: OpeningState = clause.allows ? .open : .closed
      switch clause.time?.evaluation(day: day, minute: minute, in: setting).state ?? .unknown {
      case .open: state = own
      case .unknown: if state != own { state = .unknown }
      case .closed: break
      }
    }
    guard let opening else { return state }
    switch opening?.evaluation(day: day, minute: minute, in: setting).state ?? .unknown {
    case .closed: return .closed
    case .unknown: return state == .closed ? .closed : .unknown
    case .open: return state
    }
  }
}
