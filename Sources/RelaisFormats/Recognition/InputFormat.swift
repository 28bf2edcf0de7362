/// The formats Relais reads, recognised by a file's content, whatever its name. Each may be compressed:
/// gzip, or the data of a zip archive.
public enum InputFormat: String, CaseIterable, Sendable {
  case osmPBF = "osm-pbf"
  case osmXML = "osm-xml"
  /// Which libosmium inflates itself; compressed otherwise it is ``osmXML``.
  case osmXMLGzip = "osm-xml-gzip"
  case osmXMLBzip2 = "osm-xml-bzip2"
  case geoJSON = "geojson"
  case geoPackage = "geopackage"
  case csv = "csv"

  /// What a file's rows are, whatever they stand in: importers ask this, and a further format of a
  /// kind is theirs too.
  public enum Kind: Hashable, Sendable {
    case openStreetMap(OSMReader.Container)
    /// Each with its geometry.
    case features
    /// Rows of cells.
    case table
  }

  public var kind: Kind {
    switch self {
    case .osmPBF: .openStreetMap(.pbf)
    case .osmXML: .openStreetMap(.xml)
    case .osmXMLGzip: .openStreetMap(.xmlGzip)
    case .osmXMLBzip2: .openStreetMap(.xmlBzip2)
    case .geoJSON, .geoPackage: .features
    case .csv: .table
    }
  }

  /// What people call it.
  public var title: String {
    switch self {
    case .osmPBF, .osmXML, .osmXMLGzip, .osmXMLBzip2: "OpenStreetMap"
    case .geoJSON: "GeoJSON"
    case .geoPackage: "GeoPackage"
    case .csv: "CSV"
    }
  }

  /// Titles of the formats of features, which areas may stand in, and with tables, of those of places.
  package static let titlesOfFeatures = allCases.filter { $0.kind == .features }.map(\.title)
  package static let titlesOfPlaces = [csv.title] + titlesOfFeatures

  /// Recognises a file by its first bytes; what GDAL's programs read for Relais, where they are
  /// installed, as what they make of it (``ForeignFormat``): a GeoPackage, or CSV of a table.
  ///
  /// - Throws: as ``init(nativeFileAt:)``.
  public init(ofFileAt path: String) throws(FormatError) {
    do throws(FormatError) {
      self = try InputFormat(nativeFileAt: path)
    } catch {
      guard Conversion.program != nil, let foreign = ForeignFormat(of: path) else {
        // Named for what it holds, whose remedy helps.
        if case .notFound = error, let address = ForeignFormat(of: path) {
          throw .unknownFormat(file: path, looksLike: address.rawValue)
        }
        throw error
      }
      self = foreign.isTable ? .csv : .geoPackage
    }
  }

  /// Recognises a file that is read without other programs, by its first bytes, inflated where it is
  /// compressed.
  ///
  /// - Throws: `FormatError.unknownFormat` for anything else, with a short stable name of
  ///   what it is where that is known (``FormatSignature``); `.unsupportedEncoding` for JSON in
  ///   UTF-16; `.empty` also for a text of spaces; what is damaged at its start; and what opening it
  ///   throws (``InputContent``).
  /// - Complexity: O(1); 64 KiB of the content are read.
  init(nativeFileAt path: String) throws(FormatError) {
    let content = try InputContent(path)
    let format = try InputFormat.recognise(
      content.source.read(atMost: FormatSignature.headSize), file: path)
    // Read as it is inflated, by libosmium.
    self = format == .osmXML && content.wrappings == [.gzip] ? .osmXMLGzip : format
  }

  /// Recognises plain content by its first bytes; `file` is what errors name.
  static func recognise(_ head: [UInt8], file: String) throws(FormatError) -> InputFormat {
    guard !head.isEmpty else { throw .empty(file: file) }
    if isOSMPBF(head) { return .osmPBF }
    if head.starts(with: "BZh".utf8) { return .osmXMLBzip2 }
    if head.starts(with: "SQLite format 3\0".utf8) {
      guard isGeoPackage(head) else { throw .unknownFormat(file: file, looksLike: "sqlite") }
      return .geoPackage
    }
    if let name = FormatSignature.name(of: head) {
      throw .unknownFormat(file: file, looksLike: name)
    }
    return try recognise(text: try DecodedText(head, file: file), file: file)
  }

  /// A length below 64 KiB, then the first field of a blob header, "OSMHeader".
  private static func isOSMPBF(_ head: [UInt8]) -> Bool {
    head.count > 15 && head[0] == 0 && head[1] == 0 && head[4] == 0x0A && head[5] == 9
      && head[6..<15].elementsEqual("OSMHeader".utf8)
  }

  /// The application's mark in the header, else the name of a table no GeoPackage lacks.
  private static func isGeoPackage(_ head: [UInt8]) -> Bool {
    guard head.count >= 100 else { return false }
    let mark = head[68..<72]
    return ["GPKG", "GP10", "GP11"].contains { mark.elementsEqual($0.utf8) }
      || head.firstRange(of: Array("gpkg_contents".utf8)) != nil
  }

  private static func recognise(
    text: DecodedText, file: String
  ) throws(FormatError) -> InputFormat {
    let bytes = text.bytes
    guard let start = bytes.firstIndex(where: { !Blank.isBlank($0) }) else {
      throw .empty(file: file)
    }
    switch bytes[start] {
    case UInt8(ascii: "<"):
      let name = MarkupHead.rootName(bytes, from: start)
      if name == "osm" { return .osmXML }
      let kind = FormatSignature.name(ofMarkup: name)
      throw .unknownFormat(
        file: file,
        looksLike: kind == "html" ? FormatSignature.name(ofPage: bytes, file: file) : kind)
    // 0x1E stands before each text of a sequence.
    case UInt8(ascii: "{"), UInt8(ascii: "["), 0x1E:
      let kind = JSONHead.kind(bytes)
      guard kind == "geojson" else { throw .unknownFormat(file: file, looksLike: kind) }
      if text.encoding == .utf16LittleEndian || text.encoding == .utf16BigEndian {
        throw .unsupportedEncoding(file: file, detail: text.encoding.rawValue)
      }
      return .geoJSON
    default:
      if let name = FormatSignature.name(ofText: bytes[start...]) {
        throw .unknownFormat(file: file, looksLike: name)
      }
      guard looksLikeText(bytes) else { throw .unknownFormat(file: file, looksLike: nil) }
      return .csv
    }
  }

  /// Whether control characters are as rare as in text with stray bytes: four a line, or one byte in a hundred.
  ///
  /// Both are shares, so that a short file and a long one of the same rows are judged alike. Bytes
  /// at random have a dozen between two line ends.
  private static func looksLikeText(_ bytes: [UInt8]) -> Bool {
    let wrong = bytes.count { ($0 < 0x20 && !($0 >= 0x09 && $0 <= 0x0D)) || $0 == 0x7F }
    let lines = 1 + bytes.dropLast().count { $0 == 0x0A }
    return wrong <= 4 * lines || wrong * 100 <= bytes.count
  }
}
