/// Short stable names for files Relais refuses, recognised by how they start.
///
/// Wording turns them into advice: `shapefile` is to be saved as a GeoPackage first, and so on.
enum FormatSignature {
  /// Bytes from the start of a file that are enough to recognise a format.
  static let headSize = 1 << 16

  /// Names of content that is no text: `shapefile`, `dbf`, `zip`, `xlsx`, `ods`, `xls`, `pdf`,
  /// `image`, `xz`, `zstd`, `7z`, `rar`, `tar`, `lz4`, `flatgeobuf`, `parquet`, `dwg`, `o5m`.
  static func name(of head: [UInt8]) -> String? {
    for (start, name) in starts where head.starts(with: start) {
      return name == "zip" ? archive(head) : name
    }
    if head.count > 12, head.starts(with: "RIFF".utf8), head[8..<12].elementsEqual("WEBP".utf8) {
      return "image"
    }
    if head.count > 262, head[257..<262].elementsEqual("ustar".utf8) { return "tar" }
    if isDBF(head) { return "dbf" }
    return nil
  }

  /// Names of XML and HTML by their outermost element.
  static func name(ofMarkup element: String) -> String {
    switch element {
    case "html", "!doctype html", "table": "html"
    case "osmchange": "osm-change"
    case "gpx", "kml", "svg": element
    case "workbook": "excel-xml"
    case let name where name.hasSuffix("featurecollection"): "gml"
    default: "xml"
    }
  }

  /// `html-table` for a page that is a sheet: its file is called one, or a spreadsheet program wrote it; `html` for other pages.
  static func name(ofPage bytes: [UInt8], file: String) -> String {
    let ending = file.split(separator: ".").last.map { $0.lowercased() } ?? ""
    let text = String(decoding: bytes.prefix(headSize), as: UTF8.self).lowercased()
    let isSheet =
      ["xls", "xlsx", "xlsm", "ods"].contains(ending)
      || text.contains("schemas-microsoft-com:office:excel") || text.contains("excel.sheet")
    return isSheet ? "html-table" : "html"
  }

  /// Names of text by how it starts: `mapinfo-tab`, `mapinfo-mif`, `opl`, `dxf`; `nil` for other text.
  static func name(ofText bytes: ArraySlice<UInt8>) -> String? {
    let text = String(decoding: bytes.prefix(400), as: UTF8.self)
    let lines = text.split(whereSeparator: \.isNewline).map { $0.drop(while: \.isWhitespace) }
    guard let first = lines.first else { return nil }
    let lower = first.lowercased()
    if lower.hasPrefix("!table") { return "mapinfo-tab" }
    if lower.wholeMatch(of: /version\s+[0-9]+\s*/) != nil,
      lines.dropFirst().contains(where: {
        let next = $0.lowercased()
        return next.hasPrefix("charset") || next.hasPrefix("delimiter") || next.hasPrefix("columns")
      })
    {
      return "mapinfo-mif"
    }
    if lower.wholeMatch(of: /0\s*/) != nil, lines.dropFirst().first == "SECTION" { return "dxf" }
    // A kind of object, its number, then fields of a letter and a value.
    if first.prefixMatch(of: /[nwr]-?[0-9]+ (v[0-9]|[dctiuTxyNM])/) != nil { return "opl" }
    return nil
  }

  private static let starts: [([UInt8], String)] = [
    ([0, 0, 0x27, 0x0A], "shapefile"), ([0x50, 0x4B, 3, 4], "zip"), ([0x50, 0x4B, 5, 6], "zip"),
    (Array("%PDF".utf8), "pdf"), ([0xD0, 0xCF, 0x11, 0xE0], "xls"),
    ([0x89, 0x50, 0x4E, 0x47], "image"), ([0xFF, 0xD8, 0xFF], "image"),
    (Array("GIF8".utf8), "image"), ([0x49, 0x49, 0x2A, 0], "image"),
    ([0x4D, 0x4D, 0, 0x2A], "image"), ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], "xz"),
    ([0x28, 0xB5, 0x2F, 0xFD], "zstd"), ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "7z"),
    (Array("Rar!".utf8), "rar"), ([0x04, 0x22, 0x4D, 0x18], "lz4"),
    (Array("fgb".utf8), "flatgeobuf"), (Array("PAR1".utf8), "parquet"),
    (Array("AC10".utf8), "dwg"), ([0xFF, 0xE0, 0x04, 0x6F, 0x35, 0x6D], "o5m"),
    ([0xFF, 0xE0, 0x04, 0x6F, 0x35, 0x63], "o5m"),
  ]

  /// What an office program put in a zip file, by the names of its first parts.
  private static func archive(_ head: [UInt8]) -> String {
    func has(_ text: String) -> Bool { head.firstRange(of: Array(text.utf8)) != nil }
    if has("opendocument.spreadsheet") { return "ods" }
    if has("xl/") { return "xlsx" }
    if has("word/") || has("opendocument.text") { return "document" }
    return "zip"
  }

  /// dBase III: version, a date, a header whose length is that of whole field descriptors.
  private static func isDBF(_ head: [UInt8]) -> Bool {
    guard head.count >= 33, head[0] == 3, (1...12).contains(head[2]), (1...31).contains(head[3])
    else { return false }
    let length = Int(head[8]) | Int(head[9]) << 8
    return length > 33 && length % 32 == 1
  }
}

extension [UInt8] {
  /// The first place where some bytes occur.
  ///
  /// - Complexity: O(length × length of what is sought) at worst; for heads of files.
  func firstRange(of sought: [UInt8]) -> Range<Int>? {
    guard let first = sought.first, count >= sought.count else { return nil }
    for at in 0...(count - sought.count) where self[at] == first {
      if self[at..<at + sought.count].elementsEqual(sought) { return at..<at + sought.count }
    }
    return nil
  }
}
