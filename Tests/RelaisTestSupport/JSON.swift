import Foundation

/// A JSON value to be asked by key and index; what is not there is `nil`.
public struct JSON: @unchecked Sendable {
  private let value: Any?

  public init(_ bytes: some Sequence<UInt8>) throws {
    value = try JSONSerialization.jsonObject(with: Data(bytes))
  }

  private init(value: Any?) { self.value = value is NSNull ? nil : value }

  public subscript(key: String) -> JSON { JSON(value: (value as? [String: Any])?[key]) }
  public subscript(index: Int) -> JSON {
    let list = value as? [Any] ?? []
    return JSON(value: list.indices.contains(index) ? list[index] : nil)
  }

  public var keys: Set<String> { Set((value as? [String: Any])?.keys.map { $0 } ?? []) }
  public var list: [JSON] { (value as? [Any] ?? []).map { JSON(value: $0) } }
  public var text: String? { value as? String }
  public var number: Double? { (value as? NSNumber)?.doubleValue }
  public var bool: Bool? { value as? Bool }
  /// Lists of numbers, as intervals are.
  public var pairs: [[Double]] { list.map { $0.list.compactMap(\.number) } }
  public var isNull: Bool { value == nil }
}
