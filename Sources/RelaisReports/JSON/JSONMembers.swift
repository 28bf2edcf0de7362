import CoverageEngine
import RelaisFormats
import RelaisGeo

/// A key and its value in one call; an absent value is `null`.
extension JSONWriter {
  mutating func member(_ name: String, _ value: String?) {
    key(name)
    if let value { string(value) } else { null() }
  }

  /// Metres, to the millimetre.
  mutating func member(_ name: String, _ value: Length?) {
    key(name)
    if let value { metres(value) } else { null() }
  }

  /// Metres, to the millimetre.
  mutating func member(_ name: String, _ budget: Budget) { member(name, budget.length) }

  mutating func member(_ name: String, _ value: Int) {
    key(name)
    integer(value)
  }

  mutating func member(_ name: String, _ value: Double) {
    key(name)
    number(value)
  }

  mutating func member(_ name: String, _ value: Bool) {
    key(name)
    bool(value)
  }

  mutating func object(_ body: (inout JSONWriter) -> Void) {
    beginObject()
    body(&self)
    endObject()
  }

  mutating func array(_ body: (inout JSONWriter) -> Void) {
    beginArray()
    body(&self)
    endArray()
  }
}
