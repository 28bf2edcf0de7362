import Foundation

/// The blocks of a PBF file, by what it says of them: what they hold is not read.
///
/// A block is unpacked and decoded whole; one out of all proportion to its bytes takes gigabytes of memory.
enum PBFBlobs {
  /// Bytes a block may have unpacked, whatever it was packed into: programs write a million, and a way of two million
  /// nodes in a row, which takes a block of its own, shrinks a thousand times.
  private static let freeSize = 4 << 20

  /// Looks at every block's size before and after packing.
  ///
  /// What is no PBF is left to its reader, who says what is wrong.
  ///
  /// - Throws: `FormatError.tooMuch`, and what opening a file throws.
  /// - Complexity: two small reads a block.
  static func check(_ path: String, named: String) throws(FormatError) {
    let file = try RawFile(path: path)
    var at = 0
    while at < file.size {
      let head = try file.bytes(at: at, count: 4)
      guard head.count == 4 else { return }
      let length = head.reduce(0) { $0 << 8 | Int($1) }
      guard length <= 1 << 16, let size = fields(try file.bytes(at: at + 4, count: length))[3]
      else { return }
      // The sizes stand before the packed bytes.
      let start = try file.bytes(at: at + 4 + length, count: min(size, 32))
      let unpacked = fields(start)[2] ?? 0
      // Sizes have at most 35 bits each.
      guard unpacked <= max(freeSize, size * InputBound.blockRatio.most) else {
        throw .tooMuch(file: named, place: nil, of: .blockRatio)
      }
      at += 4 + length + size
    }
  }

  /// Whole numbers of a message by their field, as far as it is given; those of other kinds are passed over.
  private static func fields(_ bytes: [UInt8]) -> [Int: Int] {
    var at = 0
    var found: [Int: Int] = [:]
    func number() -> Int? {
      var (value, shift) = (0, 0)
      while at < bytes.count, shift < 35 {
        value |= Int(bytes[at] & 0x7F) << shift
        shift += 7
        at += 1
        if bytes[at - 1] < 0x80 { return value }
      }
      return nil
    }
    while let tag = number() {
      guard let value = number() else { break }
      switch tag & 7 {
      case 0: found[tag >> 3] = value
      case 2: at += value
      default: return found
      }
    }
    return found
  }
}
