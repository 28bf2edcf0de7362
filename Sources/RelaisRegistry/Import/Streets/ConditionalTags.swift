import CoverageEngine

/// The hours of a way or gate, from the conditional tags of OpenStreetMap
/// (`wiki.openstreetmap.org/wiki/Conditional_restrictions`) and `opening_hours`.
enum ConditionalTags {
  /// The tags looked at.
  static let keys = ["foot:conditional", "access:conditional", "opening_hours"]

  /// - Parameters:
  ///   - base: Whether the tags without a condition let people on foot through.
  ///   - value: The value of a key, empty where it is lacking.
  /// - Returns: `nil` where hours make no difference: it is then open, or closed, as `base` says.
  static func hours(base: Bool, _ value: (String) -> String) -> WalkingHours? {
    var clauses: [WalkingHours.Clause] = []
    // What is said of people on foot comes before what is said of everybody.
    if !WalkingRules.allowed.contains(value("foot")) {
      clauses += self.clauses(of: value("access:conditional"), WalkingRules.closedAccess)
    }
    clauses += self.clauses(of: value("foot:conditional"), WalkingRules.forbidden)
    let text = value("opening_hours")
    let opening: OpeningHours?? = text.isEmpty ? .none : .some(try? OpeningHours(parsing: text))
    // Something must be able to close what is open, or open what is closed.
    guard clauses.contains(where: { $0.allows != base }) || (base && !text.isEmpty) else {
      return nil
    }
    return WalkingHours(base: base, clauses: clauses, opening: opening)
  }

  /// `no @ (20:00-08:00); yes @ (Sa 20:00-22:00)`.
  private static func clauses(
    of text: String, _ closed: Set<String>
  ) -> [WalkingHours.Clause] {
    guard !text.isEmpty else { return [] }
    return split(text, at: ";").compactMap { part in
      let halves = part.split(separator: "@", maxSplits: 1).map { String($0).trimmed }
      guard halves.count == 2 else { return nil }
      var condition = halves[1]
      if condition.hasPrefix("("), condition.hasSuffix(")") {
        condition = String(condition.dropFirst().dropLast())
      }
      let allows = !closed.contains(halves[0])
      var time: OpeningHours?
      var isUnknown = false
      for own in condition.replacing(" and ", with: " AND ").split(separator: " AND ") {
        let own = String(own).trimmed
        // What vehicles weigh or measure is no matter of people on foot: the clause is none of theirs.
        if ["<", ">", "="].contains(where: own.contains) { return nil }
        guard let hours = try? OpeningHours(parsing: own), time == nil else {
          isUnknown = true
          continue
        }
        time = hours
      }
      return .init(allows: allows, time: isUnknown ? nil : time)
    }
  }

  /// Splits outside parentheses.
  private static func split(_ text: String, at mark: Character) -> [String] {
    var parts = [""]
    var depth = 0
    for character in text {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if character == mark, depth <= 0 {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts.map(\.trimmed).filter { !$0.isEmpty }
  }
}
