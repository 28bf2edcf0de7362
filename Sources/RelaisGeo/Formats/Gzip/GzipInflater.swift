import CZlib

/// Gzip into plain bytes (RFC 1952), member after member.
enum GzipInflater {
  /// Past this many bytes, content that is over ``maximumRatio`` times its compressed size is
  /// taken for a bomb. Deflate cannot exceed 1032; real map files stay below 60.
  static let freeSize = 256 << 20
  static let maximumRatio = 250

  static func isGzip(_ bytes: [UInt8]) -> Bool {
    bytes.count >= 2 && bytes[0] == 0x1F && bytes[1] == 0x8B
  }

  /// Inflates every member. Zero bytes after the last one are padding; anything else is damage.
  ///
  /// - Throws: `FormatError.damaged` when cut short, when a checksum is wrong, or past the size
  ///   allowed.
  /// - Complexity: O(size of the result).
  static func inflate(
    _ compressed: [UInt8], file: String, maximumSize: Int
  ) throws(FormatError) -> [UInt8] {
    var limit = maximumSize
    let (ratioLimit, overflow) = compressed.count.multipliedReportingOverflow(by: maximumRatio)
    if !overflow { limit = min(limit, max(freeSize, ratioLimit)) }
    let result = run(compressed, limit: limit, stopAtLimit: false)
    if let problem = result.problem {
      throw .damaged(file: file, place: nil, detail: "gzip: \(problem)")
    }
    return result.bytes
  }

  /// The first bytes of the content, at most `count`, from the first bytes of the file.
  ///
  /// A head is cut anywhere, so its end is no damage; what could be inflated is given.
  static func head(of compressed: [UInt8], count: Int) -> [UInt8] {
    run(compressed, limit: count, stopAtLimit: true).bytes
  }

  private static func run(
    _ compressed: [UInt8], limit: Int, stopAtLimit: Bool
  ) -> (bytes: [UInt8], problem: String?) {
    var stream = z_stream()
    // 15 + 16: the largest window, gzip wrapping only. Not Z_OK: no memory.
    guard
      inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return ([], "no memory") }
    defer { inflateEnd(&stream) }

    var output: [UInt8] = []
    output.reserveCapacity(min(limit, max(1 << 16, compressed.count * 4)))
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    var consumed = 0
    var problem: String?
    let most = Int(UInt32.max)

    scanning: while true {
      var status = Z_OK
      var produced = 0
      compressed.withUnsafeBufferPointer { source in
        chunk.withUnsafeMutableBufferPointer { target in
          let offered = min(source.count - consumed, most)
          // zlib only reads through next_in; the cast is for its C signature.
          stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress.map { $0 + consumed })
          stream.avail_in = UInt32(offered)
          stream.next_out = target.baseAddress
          stream.avail_out = UInt32(target.count)
          status = CZlib.inflate(&stream, Z_NO_FLUSH)
          consumed += offered - Int(stream.avail_in)
          produced = target.count - Int(stream.avail_out)
        }
      }
      let room = limit - output.count
      output.append(contentsOf: chunk[0..<min(produced, room)])
      if stopAtLimit, output.count == limit { break }
      if produced > room {
        problem = "inflates to more than \(limit) bytes"
        break
      }
      switch status {
      case Z_STREAM_END:
        if consumed >= compressed.count { break scanning }
        if compressed[consumed...].allSatisfy({ $0 == 0 }) { break scanning }
        guard consumed + 1 < compressed.count, compressed[consumed] == 0x1F,
          compressed[consumed + 1] == 0x8B, inflateReset(&stream) == Z_OK
        else {
          problem = "other bytes follow its end"
          break scanning
        }
      case Z_OK where consumed < compressed.count || produced > 0:
        continue
      case Z_OK, Z_BUF_ERROR:
        problem = "cut short"
        break scanning
      default:
        problem = stream.msg.map { String(cString: $0) } ?? "broken"
        break scanning
      }
    }
    return (output, problem)
  }
}
