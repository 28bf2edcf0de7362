import CZlib

/// zlib's inflating of one compressed stream after another (RFC 1951, 1952), a piece at a time.
///
/// Memory is the window and one piece of the source, whatever the size.
final class Inflater {
  enum Wrapping: Int32 {
    /// 15 + 16: the largest window, gzip wrapping only.
    case gzip = 31
    /// The largest window, bare deflate as zip has it.
    case none = -15
  }

  enum Step {
    /// So many bytes were written, at least one.
    case wrote(Int)
    /// The stream is over and, where it has a checksum of its own, found sound.
    case end
    /// zlib's words for what is wrong.
    case broken(String)
  }

  private let source: any ByteSource
  /// On the heap: zlib keeps a pointer to it.
  private let stream: UnsafeMutablePointer<z_stream>
  private var input = [UInt8](repeating: 0, count: 1 << 18)
  /// What of `input` zlib has not taken yet.
  private var rest = 0..<0
  private let isReady: Bool

  init(_ source: any ByteSource, _ wrapping: Wrapping) {
    self.source = source
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // Not Z_OK: no memory.
    isReady =
      inflateInit2_(
        stream, wrapping.rawValue, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
  }

  deinit {
    if isReady { inflateEnd(stream) }
    stream.deallocate()
  }

  /// Inflates into a buffer, as far as it goes; at an end or a fault it stays there.
  ///
  /// - Throws: what the source throws.
  func step(into buffer: UnsafeMutableRawBufferPointer) throws(FormatError) -> Step {
    guard isReady else { return .broken("no memory") }
    let room = min(buffer.count, Int(UInt32.max))
    stream.pointee.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = UInt32(room)
    while true {
      let isOver = try upcoming(1).isEmpty
      let status = input.withUnsafeMutableBufferPointer { input in
        stream.pointee.next_in = input.baseAddress.map { $0 + rest.lowerBound }
        stream.pointee.avail_in = UInt32(rest.count)
        return inflate(stream, Z_NO_FLUSH)
      }
      rest = rest.upperBound - Int(stream.pointee.avail_in)..<rest.upperBound
      let wrote = room - Int(stream.pointee.avail_out)
      // The next step reports what follows: zlib says it again.
      if wrote > 0 { return .wrote(wrote) }
      switch status {
      case Z_STREAM_END: return .end
      case Z_OK, Z_BUF_ERROR:
        if isOver { return .broken("cut short") }
      default: return .broken(stream.pointee.msg.map { String(cString: $0) } ?? "broken")
      }
    }
  }

  /// The next bytes of the source, which stay to be taken: `count`, or as many as are left.
  func upcoming(_ count: Int) throws(FormatError) -> ArraySlice<UInt8> {
    while rest.count < count {
      input.replaceSubrange(0..<rest.count, with: input[rest])
      rest = 0..<rest.count
      var got = 0
      var failure: FormatError?
      input.withUnsafeMutableBytes { buffer in
        let free = UnsafeMutableRawBufferPointer(rebasing: buffer[rest.count...])
        do throws(FormatError) { got = try source.read(into: free) } catch { failure = error }
      }
      if let failure { throw failure }
      if got == 0 { break }
      rest = 0..<rest.count + got
    }
    return input[rest.prefix(count)]
  }

  /// Takes a byte that ``upcoming(_:)`` gave.
  func skip() { rest.removeFirst() }

  /// Begins another stream where the last one ended.
  func restart() -> Bool { inflateReset(stream) == Z_OK }
}
