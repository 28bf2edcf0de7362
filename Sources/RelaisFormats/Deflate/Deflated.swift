import CZlib

/// Bytes kept small, in memory: a zlib stream (RFC 1950), with its own checksum, after the size of its content.
package enum Deflated {
  /// Bytes of the size in front, the lowest first.
  private static let head = 8

  /// - Complexity: linear, about 50 MB a second.
  package static func bytes(of content: [UInt8]) -> [UInt8] {
    var room = compressBound(uLong(content.count))
    var stream = [UInt8](repeating: 0, count: Int(room))
    // Not Z_OK: no memory; the bound leaves no other reason.
    let status = compress2(&stream, &room, content, uLong(content.count), Z_BEST_COMPRESSION)
    precondition(status == Z_OK, "no memory for zlib")
    return (0..<head).map { UInt8(truncatingIfNeeded: content.count >> ($0 * 8)) }
      + stream.prefix(Int(room))
  }

  /// What ``bytes(of:)`` was given; `nil` for bytes it did not make, or that were damaged.
  package static func content(of bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count > head else { return nil }
    let claimed = bytes.prefix(head).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard let size = Int(exactly: claimed), size <= InflationLimit.size(of: bytes.count) else {
      return nil
    }
    // One more, so that there is a buffer for no content.
    var content = [UInt8](repeating: 0, count: size + 1)
    var room = uLong(content.count)
    let stream = Array(bytes[head...])
    // Not Z_OK: no memory, broken, or more than the room.
    guard uncompress(&content, &room, stream, uLong(stream.count)) == Z_OK, room == uLong(size)
    else { return nil }
    return Array(content.prefix(size))
  }
}
