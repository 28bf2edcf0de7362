/// Sentences made of the catalogue's rows.
extension Wording {
  /// The sentence of a key, its places filled.
  ///
  /// - Parameter values: One for each name of the row, of the kind its format takes.
  package func say(_ key: String, _ values: KeyValuePairs<String, Value> = [:]) -> String {
    let parts = language.catalogue.template(key).parts
    if parts.count == 1, case .text(let text) = parts[0] { return text }
    var result = ""
    for part in parts {
      switch part {
      case .text(let text): result += text
      case .place(let name, let format):
        guard let value = values.first(where: { $0.key == name })?.value else {
          preconditionFailure("\(key): nothing for \(name)")
        }
        result += written(value, format, key)
      }
    }
    return result
  }

  /// Texts that belong together in one row, apart by bars: the months, for one.
  func words(_ key: String) -> [String] { say(key).split(separator: "|").map(String.init) }

  private func written(_ value: Value, _ format: Format, _ key: String) -> String {
    switch (format, value.payload) {
    case (.integer, .integer(let number)): integer(number)
    case (.digits, .integer(let number)): String(number)
    case (.padded, .integer(let number)): number < 10 ? "0\(number)" : String(number)
    case (.ordinal, .integer(let number)): language.grammar.ordinal(number)
    case (.count(let forms), .integer(let number)):
      integer(number) + unitSpace + agreeing(forms, number)
    case (.plural(let forms), .integer(let number)): agreeing(forms, number)
    case (.clock, .integer(let minute)): clock(minute)
    case (.money, .integer(let cents)): money(cents)
    case (.distance, .length(let length)): distance(length)
    case (.metres, .length(let length)): metres(length)
    case (.exact, .length(let length)): exactMetres(length)
    case (.budget, .budget(let budget)): self.budget(budget)
    case (.kilometres, .length(let length)): kilometres(length)
    case (.wholeMetres, .length(let length)): wholeMetres(length)
    case (.share, .number(let number)): share(number)
    case (.decimal(let places), .number(let number)): decimal(number, places: places)
    case (.minutes, .number(let number)): minutes(number)
    case (.date, .date(let year, let month, let day)): date(year: year, month: month, day: day)
    case (.text, .text(let text)), (.date, .text(let text)): text
    case (.quoted, .text(let text)): quoted(text)
    case (.of, .text(let text)): of(text)
    case (.ofStreet, .text(let text)): language.grammar.ofStreet(text)
    case (.capitalised, .text(let text)): capitalised(text)
    case (.list(let separator), .list(let texts)): texts.joined(separator: separator)
    default: preconditionFailure("\(key): \(format) does not take \(value.payload)")
    }
  }

  private func agreeing(_ forms: [String], _ number: Int) -> String {
    forms[min(language.grammar.plural(number), forms.count - 1)]
  }
}
