/// A form with a file in it: RFC 7578.
struct Multipart {
  struct File {
    /// As the browser gives it; never a path of ours.
    var name: String
    var bytes: [UInt8]
  }

  private(set) var fields: FormFields
  private(set) var files: [String: File] = [:]

  /// - Throws: ``Problem``.
  init(_ bytes: [UInt8], type: String) throws {
    guard let start = type.range(of: "boundary=") else { throw Problem(.badRequest) }
    var boundary = String(type[start.upperBound...].prefix { $0 != ";" })
    if boundary.hasPrefix("\""), boundary.hasSuffix("\""), boundary.count > 2 {
      boundary = String(boundary.dropFirst().dropLast())
    }
    guard !boundary.isEmpty, boundary.utf8.count <= 70 else { throw Problem(.badRequest) }
    let mark = Array("--\(boundary)".utf8)
    var values: [String: [String]] = [:]
    var place = Multipart.find(mark, in: bytes, from: 0)
    var count = 0
    while let start = place {
      let body = start + mark.count
      // The last mark ends in two dashes.
      if bytes[body...].starts(with: [0x2D, 0x2D]) { break }
      guard let next = Multipart.find([13, 10] + mark, in: bytes, from: body) else {
        throw Problem(.badRequest)
      }
      count += 1
      guard count <= 100, let head = Multipart.find([13, 10, 13, 10], in: bytes, from: body),
        head < next, head - body < 4096
      else { throw Problem(.badRequest) }
      let header = String(decoding: bytes[body..<head], as: UTF8.self)
      let content = bytes[(head + 4)..<max(head + 4, next)]
      if let name = Multipart.parameter("name", of: header) {
        if let file = Multipart.parameter("filename", of: header) {
          files[name] = File(name: file, bytes: Array(content))
        } else {
          values[name, default: []].append(String(decoding: content, as: UTF8.self))
        }
      }
      place = next + 2
    }
    fields = FormFields(values)
  }

  private static func find(_ mark: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard bytes.count >= mark.count, start <= bytes.count - mark.count else { return nil }
    let first = mark[0]
    var index = start
    while index <= bytes.count - mark.count {
      if bytes[index] == first, bytes[index..<(index + mark.count)].elementsEqual(mark) {
        return index
      }
      index += 1
    }
    return nil
  }

  private static func parameter(_ name: String, of header: String) -> String? {
    // `name=` ends `filename=` too.
    guard let start = header.range(of: "; \(name)=\"") else { return nil }
    return String(header[start.upperBound...].prefix { $0 != "\"" })
  }
}
