package import CoverageEngine
package import RelaisGeo

/// What fills a place of a sentence: a value, not yet a text.
package struct Value: Sendable {
  package enum Kind: String, Hashable, Sendable {
    case integer, number, length, budget, date, text, list
  }

  enum Payload: Sendable {
    case integer(Int)
    case number(Double)
    case length(Length)
    case budget(Budget)
    case date(year: Int, month: Int, day: Int)
    case text(String)
    case list([String])
  }

  let payload: Payload

  private init(_ payload: Payload) { self.payload = payload }

  package static func integer(_ value: some BinaryInteger) -> Value {
    Value(.integer(Int(clamping: value)))
  }
  /// The same, where the sentence is to have bare digits.
  package static func digits(_ value: some BinaryInteger) -> Value { integer(value) }
  package static func number(_ value: Double) -> Value { Value(.number(value)) }
  package static func length(_ value: Length) -> Value { Value(.length(value)) }
  package static func budget(_ value: Budget) -> Value { Value(.budget(value)) }
  package static func date(_ day: CalendarDay) -> Value {
    Value(.date(year: day.year, month: day.month, day: day.day))
  }
  package static func text(_ value: some StringProtocol) -> Value { Value(.text(String(value))) }
  /// The text; empty for `nil`.
  package static func text(_ value: String?) -> Value { Value(.text(value ?? "")) }
  package static func list(_ values: some Sequence<String>) -> Value { Value(.list(Array(values))) }
}
