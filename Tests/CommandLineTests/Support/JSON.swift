import Foundation
import RelaisTestSupport
import Testing

/// A JSON value to be asked by key and index; what is not there is `nil`.
struct JSON {
  private let value: Any?

  init(_ bytes: some Sequence<UInt8>) throws {
    value = try JSONSerialization.jsonObject(with: Data(bytes))
  }

  private init(value: Any?) { self.value = value is NSNull ? nil : value }

  subscript(key: String) -> JSON { JSON(value: (value as? [String: Any])?[key]) }
  subscript(index: Int) -> JSON {
    let list = value as? [Any] ?? []
    return JSON(value: list.indices.contains(index) ? list[index] : nil)
  }

  var keys: Set<String> { Set((value as? [String: Any])?.keys.map { $0 } ?? []) }
  var list: [JSON] { (value as? [Any] ?? []).map { JSON(value: $0) } }
  var text: String? { value as? String }
  var number: Double? { (value as? NSNumber)?.doubleValue }
  var bool: Bool? { value as? Bool }
  /// Lists of numbers, as intervals are.
  var pairs: [[Double]] { list.map { $0.list.compactMap(\.number) } }
  var isNull: Bool { value == nil }
}
