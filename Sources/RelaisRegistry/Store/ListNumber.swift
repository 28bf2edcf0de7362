/// The numbers lists give their establishments, which decide the keys of those they bring.
enum ListNumber {
  /// The key a number gives, in the form it has.
  static func key(_ number: String) -> String {
    RegistryUUID.derived(from: ["id", number.lowercased()])
  }

  /// The keys a number may have given, in whatever form spreadsheets wrote it: `007`, `7`, `7,0`, `n° 7`. Its own form comes
  /// first.
  static func keys(of number: String) -> [String] {
    var forms = [number.lowercased()]
    if let digits = digits(of: number) {
      forms.append(digits)
      forms += padded(digits)
      forms += [
        "\(digits),0", "\(digits).0", "#\(digits)", "n°\(digits)", "n° \(digits)",
        "n°\u{A0}\(digits)",
      ]
    }
    return forms.map(key)
  }

  /// Likewise for what people type, who leave out zeros after letters, too: `PR-7` for `PR-007`.
  static func keys(ofTyped text: String) -> [String] {
    let text = text.lowercased()
    let digits = text.reversed().prefix { $0.isASCII && $0.isNumber }.count
    guard digits > 0, digits < text.count, digits <= 12 else { return keys(of: text) }
    let head = text.dropLast(digits)
    let number = text.suffix(digits).drop { $0 == "0" }
    let short = number.isEmpty ? "0" : String(number)
    return keys(of: text) + ([short] + padded(short)).map { key(head + $0) }
  }

  private static func padded(_ digits: String) -> [String] {
    (2...8).filter { $0 > digits.count }.map { width in
      String(repeating: "0", count: width - digits.count) + digits
    }
  }

  /// The number that a list's own has in it, without zeros before it: `1` of `PR-001`; of several the last one, if it ends
  /// with that; `nil` for none.
  static func digits(in number: String) -> String? {
    let groups = number.split { !$0.isASCII || !$0.isNumber }
    let isAtEnd = number.last.map { $0.isASCII && $0.isNumber } ?? false
    guard let last = groups.last, groups.count == 1 || isAtEnd else { return nil }
    let digits = last.drop { $0 == "0" }
    return digits.isEmpty ? "0" : String(digits)
  }

  /// One form for all that spreadsheets make of a number.
  static func canonical(_ number: String) -> String {
    digits(of: number) ?? number.lowercased()
  }

  /// A number without what spreadsheets add to it and take from it; `nil` for a text that is no number.
  static func digits(of text: String) -> String? {
    var rest = text.lowercased()[...].drop { $0.isWhitespace }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    for head in ["n°", "no.", "no", "n", "#"] where rest.hasPrefix(head) {
      rest = rest.dropFirst(head.count)
      break
    }
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    if let mark = rest.firstIndex(where: { $0 == "," || $0 == "." }),
      rest[rest.index(after: mark)...].allSatisfy({ $0 == "0" })
    {
      rest = rest[..<mark]
    }
    guard !rest.isEmpty, rest.count <= 12, rest.allSatisfy({ $0.isASCII && $0.isNumber }) else {
      return nil
    }
    let digits = rest.drop { $0 == "0" }
    return digits.isEmpty ? "0" : String(digits)
  }
}
