/// The start of XML or HTML text.
enum MarkupHead {
  /// The name of the outermost element in lower case, without prefix; `!doctype html` where that is
  /// said first; empty if none is found.
  static func rootName(_ bytes: [UInt8], from start: Int) -> String {
    var at = start
    while at < bytes.count {
      guard bytes[at] == UInt8(ascii: "<") else {
        at += 1
        continue
      }
      let rest = bytes[(at + 1)...].prefix(24)
      let text = String(decoding: rest, as: UTF8.self).lowercased()
      if text.hasPrefix("!doctype html") { return "!doctype html" }
      if text.hasPrefix("!--") {
        guard let end = Array(bytes[at...]).firstRange(of: Array("-->".utf8)) else { return "" }
        at += end.upperBound
        continue
      }
      guard text.hasPrefix("?") || text.hasPrefix("!") else {
        let name = bytes[(at + 1)...].prefix(64).prefix { byte in
          byte > 0x20 && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "/")
        }
        let whole = String(decoding: name, as: UTF8.self).lowercased()
        return whole.split(separator: ":").last.map(String.init) ?? ""
      }
      guard let end = bytes[at...].firstIndex(of: UInt8(ascii: ">")) else { return "" }
      at = end + 1
    }
    return ""
  }
}
