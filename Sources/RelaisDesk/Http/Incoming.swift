import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// What a request brings, read whole within bounds of size and time.
enum Incoming {
  /// Seconds a body may take to arrive.
  static let patience = 60

  /// - Throws: ``Problem``.
  static func bytes(of request: Request, most: Int) async throws -> [UInt8] {
    if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > most {
      throw Problem(.tooLarge)
    }
    let body = request.body
    return try await withThrowingTaskGroup(of: [UInt8].self) { group in
      group.addTask {
        var bytes: [UInt8] = []
        for try await part in body {
          if bytes.count + part.readableBytes > most { throw Problem(.tooLarge) }
          bytes.append(contentsOf: part.readableBytesView)
        }
        return bytes
      }
      group.addTask {
        try await Task.sleep(for: .seconds(patience))
        throw Problem(.badRequest)
      }
      defer { group.cancelAll() }
      return try await group.next() ?? []
    }
  }

  /// What a program calls its request by, in a header of its own: sent again under the same key, it is done once.
  ///
  /// - Throws: ``Problem`` for a key that is empty, too long, or no plain text.
  static func key(of request: Request) throws -> String? {
    guard let name = HTTPField.Name("Idempotency-Key"), let key = request.headers[name] else {
      return nil
    }
    guard (1...200).contains(key.utf8.count), key.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
    else { throw Problem(.badRequest, "Idempotency-Key") }
    return key
  }

  /// JSON as what it should be.
  ///
  /// - Throws: ``Problem``, with the place that does not fit.
  static func json<Value: Decodable>(
    _ type: Value.Type, of request: Request, most: Int
  ) async throws -> Value {
    try decoded(type, try await bytes(of: request, most: most))
  }

  static func decoded<Value: Decodable>(_ type: Value.Type, _ bytes: [UInt8]) throws -> Value {
    do {
      return try JSONDecoder().decode(type, from: Data(bytes))
    } catch let error as DecodingError {
      throw Problem(.badRequest, place(of: error))
    }
  }

  /// Where JSON does not fit: `events.date`.
  private static func place(of error: DecodingError) -> String? {
    let context: DecodingError.Context
    var last: String?
    switch error {
    case .typeMismatch(_, let own), .valueNotFound(_, let own), .dataCorrupted(let own):
      context = own
    case .keyNotFound(let key, let own):
      context = own
      last = key.stringValue
    @unknown default: return nil
    }
    let path = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }
    let text = (path + [last].compactMap { $0 }).joined(separator: ".")
    return text.isEmpty ? nil : String(text.prefix(200))
  }
}
