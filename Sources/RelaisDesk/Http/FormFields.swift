import Foundation

/// The fields of a form: `application/x-www-form-urlencoded`.
struct FormFields: Sendable {
  /// Values by name, in their order.
  private var values: [String: [String]] = [:]

  /// The most fields that are read.
  private static let most = 2000

  init(_ bytes: [UInt8]) {
    for pair in bytes.split(separator: UInt8(ascii: "&")).prefix(FormFields.most) {
      let parts = pair.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      let name = FormFields.text(parts[0])
      values[name, default: []].append(parts.count > 1 ? FormFields.text(parts[1]) : "")
    }
  }

  init(query: String?) { self.init(Array((query ?? "").utf8)) }

  init(_ values: [String: [String]]) { self.values = values }

  /// A field as it was typed, without spaces at its ends; `nil` where it is not there.
  subscript(name: String) -> String? {
    values[name]?.first?.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// A field that says something.
  func filled(_ name: String) -> String? { self[name].flatMap { $0.isEmpty ? nil : $0 } }

  /// What the page called this request by.
  var request: String? { filled("request").flatMap { $0.utf8.count <= 200 ? $0 : nil } }

  func all(_ name: String) -> [String] { values[name] ?? [] }

  var names: [String] { values.keys.sorted() }

  private static func text(_ bytes: some Collection<UInt8>) -> String {
    var plain: [UInt8] = []
    var rest = bytes.makeIterator()
    while let byte = rest.next() {
      switch byte {
      case UInt8(ascii: "+"): plain.append(0x20)
      case UInt8(ascii: "%"):
        guard let first = rest.next(), let second = rest.next(),
          let high = Character(Unicode.Scalar(first)).hexDigitValue,
          let low = Character(Unicode.Scalar(second)).hexDigitValue
        else { return "" }
        plain.append(UInt8(high << 4 | low))
      default: plain.append(byte)
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }
}
