import CoverageEngine
import RelaisFormats
import RelaisGeo

extension JSONWriter {
  /// How far a budget goes, in metres, to the millimetre.
  mutating func member(_ name: String, _ budget: Budget) { member(name, budget.length) }
}
