extension FactValue {
  /// The one form files and the registry keep.
  public var text: String {
    switch self {
    case .text(let text), .siret(let text), .unread(let text): text
    case .kind(let kind): kind.rawValue
    case .state(let state): state.rawValue
    case .check(let check): check.rawValue
    case .day(let day): day.iso
    case .position(let position): PositionText.text(position)
    case .source(let source): source.text
    case .quality(let quality): quality.text
    }
  }
}

extension EstablishmentField {
  /// A value of the registry's history, as it stands; what the field cannot hold is ``FactValue/unread(_:)``.
  public func value(stored text: String) -> FactValue {
    let value: FactValue? =
      switch content {
      case .text: .text(text)
      case .kind: EstablishmentKind(rawValue: text).map { .kind($0) }
      case .state: AdherentState(rawValue: text).map { .state($0) }
      case .check: ConditionCheck(rawValue: text).map { .check($0) }
      case .day: CalendarDay(text).map { .day($0) }
      case .position: PositionText.position(text).map { .position($0) }
      case .siret: SIRET.digits(of: text) == text ? .siret(text) : nil
      case .source: .source(PositionSource(text))
      case .quality: .quality(PositionQuality(text))
      }
    return value ?? .unread(text)
  }

  /// A text of a cell or an argument, spaces around it and capitals aside; `nil` if the field cannot hold
  /// it.
  public func value(reading text: String) -> FactValue? {
    guard let text = EstablishmentField.clean(text) else { return nil }
    switch content {
    case .kind: return EstablishmentKind(rawValue: text.lowercased()).map { .kind($0) }
    case .state: return AdherentState(rawValue: text.lowercased()).map { .state($0) }
    case .check: return ConditionCheck(rawValue: text.lowercased()).map { .check($0) }
    case .siret: return SIRET.digits(of: text).map { .siret($0) }
    case .day, .position:
      let value = value(stored: text)
      if case .unread = value { return nil }
      return value
    case .text, .source, .quality:
      guard let words = EstablishmentField.words(text) else { return nil }
      return value(stored: words)
    }
  }

  /// A value in the one form the registry keeps; `nil` if the field cannot hold it.
  public func canonical(_ value: FactValue) -> FactValue? {
    switch (content, value) {
    case (.text, .text(let text)): self.value(reading: text)
    case (.source, .source(let source)): self.value(reading: source.text)
    case (.quality, .quality(let quality)): self.value(reading: quality.text)
    case (.siret, .siret(let text)): SIRET.digits(of: text).map { .siret($0) }
    case (.position, .position): self.value(reading: value.text)
    case (.kind, .kind), (.state, .state), (.check, .check), (.day, .day): value
    case (.text, _), (.source, _), (.quality, _), (.siret, _), (.position, _), (.kind, _),
      (.state, _),
      (.check, _), (.day, _):
      nil
    }
  }

  /// A text without spaces around it; `nil` where nothing is left, and for more than 10,000 bytes.
  private static func clean(_ text: String) -> String? {
    var slice = text[...]
    while slice.first?.isWhitespace == true { slice.removeFirst() }
    while slice.last?.isWhitespace == true { slice.removeLast() }
    return slice.isEmpty || slice.utf8.count > 10_000 ? nil : String(slice)
  }

  /// Line ends as this program writes them; no other control character.
  private static func words(_ text: String) -> String? {
    // Bytes that begin a line end of Unicode, U+0085 or U+2028, or are one of ASCII: most texts hold none.
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F && $0 != 0xC2 && $0 != 0xE2 }) {
      return text.isEmpty ? nil : text
    }
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    let clean = lines.joined(separator: "\n").unicodeScalars.filter {
      $0.value >= 0x20 && $0.value != 0x7F || $0 == "\n" || $0 == "\t"
    }
    return clean.isEmpty ? nil : String(String.UnicodeScalarView(clean))
  }
}
