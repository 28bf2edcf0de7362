/// The facts of a finding, read by position; one that is absent reads as a dash, never a crash.
struct Facts {
  private let facts: [String]
  private let wording: Wording

  init(_ facts: [String], _ wording: Wording) {
    self.facts = facts
    self.wording = wording
  }

  func text(_ index: Int) -> String { facts.indices.contains(index) ? facts[index] : "" }

  /// A whole number as the language writes it.
  func count(_ index: Int) -> String {
    Int(text(index)).map(wording.integer) ?? (text(index).isEmpty ? "—" : text(index))
  }

  /// Metres: one decimal below a hundred, whole up to a kilometre, then kilometres.
  func metres(_ index: Int) -> String {
    guard let value = Double(text(index)), value.isFinite, abs(value) < 1e12 else {
      return text(index).isEmpty ? "—" : text(index)
    }
    if value >= 999.5 { return wording.decimal(value / 1000, places: 1) + wording.unitSpace + "km" }
    let places = value < 100 && value != value.rounded() ? 1 : 0
    return wording.decimal(value, places: places) + wording.unitSpace + "m"
  }
}
