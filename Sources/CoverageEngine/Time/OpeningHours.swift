/// When a place is open, parsed from the syntax of OpenStreetMap's `opening_hours`.
///
/// The grammar and its meaning are those of the published specification
/// (`wiki.openstreetmap.org/wiki/Key:opening_hours/specification`, version 0.7); where it leaves a
/// question open, `Documentation/OpeningHours.md` says what is done. What French shops write is
/// taken too where it has one meaning only; ``understoodAs`` shows it.
public struct OpeningHours: Hashable, Sendable {
  let rules: [HoursRule]

  /// - Throws: ``OpeningHoursError``, with the place the text could not be read beyond.
  /// - Complexity: O(n) in the length of the text.
  public init(parsing text: String) throws(OpeningHoursError) {
    rules = try HoursReading.rules(of: text)
  }

  /// The same hours in plain OpenStreetMap syntax; parsing it gives the same hours.
  public var understoodAs: String { HoursText.text(of: rules) }

  /// One of its rules in the same syntax, by the number an evaluation gives.
  public func text(ofRule rule: Int) -> String { HoursText.text(of: [rules[rule]]) }
}
