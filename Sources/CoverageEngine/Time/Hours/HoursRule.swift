/// One rule of opening hours: on which days, at which times, in which state.
struct HoursRule: Hashable, Sendable {
  /// How a rule meets those before it.
  enum Joint: Hashable, Sendable {
    /// `;`: on a day it matches, it replaces them, unless it closes.
    case normal
    /// `,`: it adds to them.
    case additional
    /// `||`: it counts where they leave the place closed.
    case fallback
  }

  var joint: Joint
  var days: DaySelector
  /// None: the whole day.
  var spans: [TimeSpan]
  var state: OpeningState
  var comment: String?
  /// What the rule is about, a comment before a colon.
  var label: String?

  /// Some span may reach into the next day.
  let reachesNextDay: Bool
  let followsSun: Bool

  init(
    joint: Joint, days: DaySelector, spans: [TimeSpan], state: OpeningState, comment: String?,
    label: String? = nil
  ) {
    self.joint = joint
    self.days = days
    self.spans = spans
    self.state = state
    self.comment = comment
    self.label = label
    reachesNextDay = spans.contains(where: \.reachesNextDay)
    followsSun = spans.contains(where: \.followsSun)
  }

  /// A later rule of this kind takes the place of those before it on the days it matches. A rule
  /// that closes takes away only its own times (specification, *rule modifier closed*).
  var replaces: Bool { joint == .normal && state != .closed }

  /// The same on other days, at other times or after another joint.
  func with(
    joint: Joint? = nil, days: DaySelector? = nil, spans: [TimeSpan]? = nil
  ) -> HoursRule {
    HoursRule(
      joint: joint ?? self.joint, days: days ?? self.days, spans: spans ?? self.spans, state: state,
      comment: comment, label: label)
  }
}
