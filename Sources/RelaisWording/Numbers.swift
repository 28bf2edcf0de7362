package import RelaisGeo

/// Numbers, lengths and shares as each language writes them, never without their unit.
extension Wording {
  package var thousandsSeparator: String { language.grammar.thousandsSeparator }
  package var decimalSeparator: String { language.grammar.decimalSeparator }
  /// Between a number and its unit, so that a line never breaks there.
  package var unitSpace: String { "\u{A0}" }

  /// `1 234 567` or `1,234,567`.
  package func integer(_ value: Int) -> String {
    (value < 0 ? "−" : "") + grouped(value.magnitude)
  }

  /// A number with a fixed count of decimals, halves away from zero; `—` when it is not finite.
  package func decimal(_ value: Double, places: Int) -> String {
    guard let scaled = ScaledNumber(value, places: places) else { return "—" }
    return decimal(scaled)
  }

  func decimal(_ number: ScaledNumber) -> String {
    let parts = number.parts
    let sign = number.isNegative ? "−" : ""
    guard number.places > 0 else { return sign + grouped(parts.whole) }
    return sign + grouped(parts.whole) + decimalSeparator + parts.fraction
  }

  /// Metres below a kilometre, kilometres with one decimal from there: `340 m`, `12,4 km`.
  package func distance(_ length: Length) -> String {
    let metres = ScaledNumber(millimetres: length.millimetres, unit: 1000, places: 0)
    if metres.magnitude < 1000 { return decimal(metres) + unitSpace + "m" }
    return kilometres(length) + unitSpace + "km"
  }

  /// Metres, with one decimal below a hundred where they are not whole; kilometres with one decimal
  /// from one on: `84,2 m`, `60 m`, `1,2 km`.
  package func shortDistance(_ length: Length) -> String {
    let metres = length.metres
    if metres >= 999.5 { return decimal(metres / 1000, places: 1) + unitSpace + "km" }
    let places = metres < 100 && metres != metres.rounded() ? 1 : 0
    return decimal(metres, places: places) + unitSpace + "m"
  }

  /// Whole metres with the unit: `1 240 m`, for what is compared metre by metre.
  package func metres(_ length: Length) -> String { wholeMetres(length) + unitSpace + "m" }

  /// Kilometres with one decimal, without the unit, for a column that bears it in its header.
  package func kilometres(_ length: Length) -> String {
    decimal(ScaledNumber(millimetres: length.millimetres, unit: 1_000_000, places: 1))
  }

  /// Whole metres without the unit, for a column that bears it in its header.
  package func wholeMetres(_ length: Length) -> String {
    decimal(ScaledNumber(millimetres: length.millimetres, unit: 1000, places: 0))
  }

  /// A share of 0…1 as a percentage with one decimal: `63,2 %`.
  ///
  /// What is not quite all never reads 100, and what is not quite nothing never reads 0.
  package func share(_ share: Double) -> String {
    say("numbers.percent", ["number": .number(roundedPercent(share))])
  }

  /// The same without a decimal, for shares that are asked for: `80 %`.
  package func wholeShare(_ share: Double) -> String {
    say("numbers.wholePercent", ["number": .number(share * 100)])
  }

  /// The same without the sign, for a column that bears it in its header.
  package func percentNumber(_ share: Double) -> String {
    decimal(roundedPercent(share), places: 1)
  }

  /// The percentage as it is printed, so that a difference is one of printed numbers.
  package func roundedPercent(_ share: Double) -> Double {
    guard share.isFinite else { return .nan }
    let tenths = Double(Int((share * 1000).rounded(.toNearestOrAwayFromZero)))
    if share < 1, share > 0 { return min(max(tenths, 1), 999) / 10 }
    return tenths / 10
  }

  private func grouped(_ value: UInt) -> String {
    let digits = String(value)
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { result += thousandsSeparator }
      result.append(digit)
    }
    return result
  }
}
