/// Gzip into plain bytes (RFC 1952), member after member, a piece at a time.
///
/// Zero bytes after the last member are padding; anything else is damage.
final class GzipInflater: ByteSource {
  private let inflater: Inflater
  private let file: String
  private let limit: Int
  private var size = 0

  /// - Parameters:
  ///   - file: What errors name.
  ///   - limit: Bytes past which the content is refused; see ``InflationLimit``.
  init(_ compressed: any ByteSource, file: String, limit: Int) {
    inflater = Inflater(compressed, .gzip)
    self.file = file
    self.limit = limit
  }

  static func isGzip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

  /// - Throws: `FormatError.damaged` when cut short, or a checksum is wrong, `.inflatesTooFar` past the
  ///   limit; what the source throws.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(FormatError) -> Int {
    while true {
      switch try inflater.step(into: buffer) {
      case .wrote(let count):
        size += count
        guard size <= limit else { throw .inflatesTooFar(file: file, limit: limit) }
        return count
      case .end:
        guard try goToNextMember() else { return 0 }
      case .broken(let problem): throw damage(problem)
      }
    }
  }

  private func goToNextMember() throws(FormatError) -> Bool {
    if try inflater.upcoming(2).elementsEqual([0x1F, 0x8B]) {
      guard inflater.restart() else { throw damage("broken") }
      return true
    }
    while let byte = try inflater.upcoming(1).first {
      guard byte == 0 else { throw damage("other bytes follow its end") }
      inflater.skip()
    }
    return false
  }

  private func damage(_ problem: String) -> FormatError {
    .damaged(file: file, place: nil, detail: "gzip: \(problem)")
  }

  /// The first bytes of the content, at most `count`, from the first bytes of the file.
  ///
  /// A head is cut anywhere, so its end is no damage; what could be inflated is given.
  static func head(of compressed: [UInt8], count: Int) -> [UInt8] {
    let inflater = GzipInflater(MemoryBytes(compressed), file: "", limit: .max)
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let rest = UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...])
        guard let got = try? inflater.read(into: rest), got > 0 else { break }
        filled += got
      }
    }
  }
}
