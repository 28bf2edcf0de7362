/// Bytes that come one piece after another: a file's own, or what they inflate to.
protocol ByteSource: AnyObject {
  /// The next bytes, at least one and at most as many as fit; 0 at the end.
  ///
  /// An end is given only where the whole was found sound; what is damaged throws instead, also after
  /// good bytes were given.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(FormatError) -> Int
}

extension ByteSource {
  /// The next bytes, `count` of them or as many as are left.
  func read(atMost count: Int) throws(FormatError) -> [UInt8] {
    var failure: FormatError?
    let bytes = [UInt8](unsafeUninitializedCapacity: max(count, 0)) { buffer, filled in
      while filled < count {
        do throws(FormatError) {
          let rest = UnsafeMutableRawBufferPointer(
            rebasing: UnsafeMutableRawBufferPointer(buffer)[filled..<count])
          let got = try read(into: rest)
          if got == 0 { break }
          filled += got
        } catch {
          failure = error
          break
        }
      }
    }
    if let failure { throw failure }
    return bytes
  }
}

/// Bytes that are in memory already.
final class MemoryBytes: ByteSource {
  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let end = min(bytes.count, at + buffer.count)
    buffer.copyBytes(from: bytes[at..<end])
    defer { at = end }
    return end - at
  }
}

/// A part of a file.
final class FileRange: ByteSource {
  private let file: RawFile
  private var rest: Range<Int>

  init(of file: RawFile, _ range: Range<Int>) {
    self.file = file
    rest = range
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(FormatError) -> Int {
    let part = UnsafeMutableRawBufferPointer(rebasing: buffer.prefix(rest.count))
    guard !part.isEmpty else { return 0 }
    let got = try file.read(at: rest.lowerBound, into: part)
    rest.removeFirst(got)
    return got
  }
}

/// Bytes that were looked at, then what follows them.
final class BytesAgain: ByteSource {
  private let head: MemoryBytes
  private let rest: any ByteSource

  init(_ head: [UInt8], _ rest: any ByteSource) {
    self.head = MemoryBytes(head)
    self.rest = rest
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(FormatError) -> Int {
    let got = head.read(into: buffer)
    return got > 0 ? got : try rest.read(into: buffer)
  }
}
