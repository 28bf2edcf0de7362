/// A zip archive made by hand, sound or not, for readers to judge.
public struct ZipArchive {
  public struct Member {
    public var name: String
    public var content: [UInt8]
    /// 0 stored, 8 deflate (in blocks that are not compressed), or one no reader knows.
    public var method = 8
    public var flags = 0
    /// Sizes in an extra field, as archives beyond 4 GiB have them.
    public var isWide = false
    public var checksum: UInt32
    /// What the directory says; the content's own unless set.
    public var size: Int

    public init(_ name: String, _ content: some Sequence<UInt8>) {
      self.name = name
      self.content = Array(content)
      checksum = ZipArchive.checksum(self.content)
      size = self.content.count
    }
  }

  public var members: [Member]
  public var comment = ""
  /// Whether the end mark is followed to a wide one.
  public var isWide = false
  /// The number of the part the archive says it is; 0 where it is whole.
  public var part = 0

  public init(_ members: [Member]) { self.members = members }

  /// An archive of one file.
  public init(_ name: String, _ text: String) { members = [Member(name, text.utf8)] }

  public var bytes: [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for member in members {
      let start = archive.count
      let name = Array(member.name.utf8)
      let data = member.method == 8 ? ZipArchive.deflated(member.content) : member.content
      let hasDescriptor = member.flags & 8 != 0
      func header(_ checksum: Int, _ compressed: Int, _ size: Int) -> [UInt8] {
        number(20, 2) + number(member.flags, 2) + number(member.method, 2) + number(0, 4)
          + number(checksum, 4) + number(compressed, 4) + number(size, 4)
      }
      let checksum = Int(member.checksum)
      archive += [0x50, 0x4B, 3, 4]
      archive += hasDescriptor ? header(0, 0, 0) : header(checksum, data.count, member.size)
      archive += number(name.count, 2) + number(4, 2) + name + number(0x7075, 2) + number(0, 2)
      archive += data
      if hasDescriptor {
        archive +=
          [0x50, 0x4B, 7, 8] + number(checksum, 4) + number(data.count, 4)
          + number(member.size, 4)
      }
      let wide =
        number(1, 2) + number(24, 2) + number(member.size, 8) + number(data.count, 8)
        + number(start, 8)
      let all = 0xFFFF_FFFF
      directory += [0x50, 0x4B, 1, 2] + number(20, 2)
      directory +=
        member.isWide
        ? header(checksum, all, all) : header(checksum, data.count, member.size)
      directory += number(name.count, 2) + number(member.isWide ? wide.count : 0, 2)
      directory += number(0, 10) + number(member.isWide ? all : start, 4)
      directory += name + (member.isWide ? wide : [])
    }
    let (start, size, count) = (archive.count, directory.count, members.count)
    archive += directory
    if isWide {
      let end = archive.count
      archive += [0x50, 0x4B, 6, 6] + number(44, 8) + number(45, 2) + number(45, 2)
      archive += number(part, 4) + number(0, 4) + number(count, 8) + number(count, 8)
      archive += number(size, 8) + number(start, 8)
      archive += [0x50, 0x4B, 6, 7] + number(0, 4) + number(end, 8) + number(1, 4)
    }
    archive += [0x50, 0x4B, 5, 6]
    archive += isWide ? number(0xFFFF_FFFF, 4) : number(part, 2) + number(0, 2)
    archive += number(isWide ? 0xFFFF : count, 2) + number(isWide ? 0xFFFF : count, 2)
    archive += number(isWide ? 0xFFFF_FFFF : size, 4) + number(isWide ? 0xFFFF_FFFF : start, 4)
    return archive + number(comment.utf8.count, 2) + Array(comment.utf8)
  }

  /// Gzip of the same kind.
  public static func gzip(_ content: some Sequence<UInt8>) -> [UInt8] {
    let content = Array(content)
    return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + deflated(content)
      + number(Int(checksum(content)), 4) + number(content.count, 4)
  }

  /// Deflate in stored blocks (RFC 1951, 3.2.4).
  private static func deflated(_ content: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var at = 0
    repeat {
      let end = min(content.count, at + 0xFFFF)
      let length = end - at
      result += [end == content.count ? 1 : 0]
      result += number(length, 2) + number(0xFFFF - length, 2) + content[at..<end]
      at = end
    } while at < content.count
    return result
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var value = UInt32.max
    for byte in bytes {
      value ^= UInt32(byte)
      for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    }
    return ~value
  }
}

/// A number in so many bytes, the lowest first.
private func number(_ value: Int, _ count: Int) -> [UInt8] {
  (0..<count).map { UInt8(truncatingIfNeeded: $0 < 8 ? value >> ($0 * 8) : 0) }
}
