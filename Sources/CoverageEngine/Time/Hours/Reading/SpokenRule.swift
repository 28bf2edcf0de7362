/// A rule as people wrote it, before what they left unsaid is filled in.
struct SpokenRule {
  var rule: HoursRule
  /// Of a closure: the half of its days.
  var half: HalfDay?
  /// `ouvert le dimanche`: nobody says at what hours.
  var lacksTimes = false
  /// Its weekdays were not said.
  var lacksDays = false
  /// It stood in parentheses.
  var isAside = false
  /// `sauf`
  var isException = false
  /// Its days are in people's words, not in the specification's.
  var hasSpokenDays = false

  init(_ rule: HoursRule, half: HalfDay? = nil, lacksTimes: Bool = false) {
    self.rule = rule
    self.half = half
    self.lacksTimes = lacksTimes
  }

  var isClosure: Bool { rule.state == .closed }
}
