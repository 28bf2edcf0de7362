import RelaisTestSupport

/// A small file that asks for far more than it is.
enum Bomb: String, CaseIterable, Sendable {
  case columns, headerLine, openQuotes, longCell, crossings, nesting, numbers, entities, references
  case gzip, zip, bzip2, block, members

  /// The kinds of thing a command may take it for.
  enum Kind { case table, shapes, map }

  var kind: Kind {
    switch self {
    case .columns, .headerLine, .openQuotes, .longCell, .gzip, .zip, .members: .table
    case .crossings, .nesting, .numbers: .shapes
    case .entities, .references, .bzip2, .block: .map
    }
  }

  var name: String {
    switch self {
    case .columns, .headerLine, .openQuotes, .longCell: rawValue + ".csv"
    case .crossings, .nesting, .numbers: rawValue + ".geojson"
    case .entities, .references: rawValue + ".osm"
    case .gzip: rawValue + ".csv.gz"
    case .zip, .members: rawValue + ".zip"
    case .bzip2: rawValue + ".osm.bz2"
    case .block: rawValue + ".osm.pbf"
    }
  }

  /// Whether it holds something that may be taken: only its cost is judged then.
  var isSound: Bool { self == .references || self == .longCell || self == .bzip2 }

  /// Writes the file; what compresses is packed by the programs people have.
  func write(in folder: TemporaryFolder) throws {
    func text(_ text: String) throws { try folder.write(text.utf8, name) }
    switch self {
    case .columns:
      try text(
        "id;lon;lat;" + (0..<100_000).map { "c\($0)" }.joined(separator: ";") + "\n1;6;48\n")
    case .headerLine: try text(String(repeating: "nom;adresse ", count: 1 << 17))
    case .openQuotes: try text("id;lon;lat\n" + String(repeating: "\"\n", count: 300_000))
    case .longCell:
      try text("id;nom;lon;lat\n1;" + String(repeating: "x", count: 2 << 20) + ";6;48\n")
    case .crossings:
      // Two combs of 500 teeth across each other: a quarter of a million crossings.
      let teeth = (0..<500).map { tooth in
        let at = Double(tooth) / 1e5
        return tooth % 2 == 0
          ? "[\(6 + at),48],[\(6 + at),48.01]" : "[\(6 + at),48.01],[\(6 + at),48]"
      }
      let across = (0..<500).map { tooth in
        let at = Double(tooth) / 5e4
        return tooth % 2 == 0
          ? "[6,\(48 + at)],[6.005,\(48 + at)]" : "[6.005,\(48 + at)],[6,\(48 + at)]"
      }
      let ring = (teeth + across + ["[6,48]"]).joined(separator: ",")
      try text(
        #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"nom":"A"},"#
          + #""geometry":{"type":"Polygon","coordinates":[[\#(ring)]]}}]}"#)
    case .nesting:
      try text(
        #"{"type":"FeatureCollection","features":"# + String(repeating: "[", count: 1_000_000))
    case .numbers:
      try text(
        #"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"n":"#
          + String(repeating: "9", count: 1_000_000)
          + #"},"geometry":{"type":"Point","coordinates":[1e999,48]}}]}"#)
    case .entities:
      let levels = (1...12).map { level in
        "<!ENTITY a\(level) \"" + String(repeating: "&a\(level - 1);", count: 10) + "\">"
      }
      try text(
        "<?xml version=\"1.0\"?><!DOCTYPE osm [<!ENTITY a0 \"xxxxxxxxxx\">" + levels.joined()
          + "]><osm version=\"0.6\"><node id=\"1\" lat=\"48\" lon=\"6\"><tag k=\"name\" v=\"&a12;\"/></node></osm>"
      )
    case .references:
      let nodes = (1...2).map { "<node id=\"\($0)\" lat=\"48.00\($0)\" lon=\"6\"/>" }.joined()
      let ends = String(repeating: "<nd ref=\"1\"/><nd ref=\"2\"/>", count: 50_000)
      try text(
        "<osm version=\"0.6\">\(nodes)<way id=\"1\">\(ends)<tag k=\"highway\" v=\"residential\"/></way></osm>"
      )
    case .gzip: try pack(Program.gzip, "gzip.csv", [UInt8](repeating: 0x61, count: 280 << 20))
    case .zip:
      // What it unpacks to is told wrongly, too.
      var member = ZipArchive.Member("a.csv", "id;lon;lat\n".utf8)
      member.size = 1 << 40
      try folder.write(ZipArchive([member]).bytes, name)
    case .members:
      try folder.write(
        ZipArchive((0..<20_000).map { ZipArchive.Member("\($0).csv", [0x61]) }).bytes, name)
    case .bzip2:
      try pack(Program.bzip2, "bzip2.osm", [UInt8](repeating: 0x20, count: 60 << 20))
    case .block: try folder.write(Bomb.pbf, name)
    }

    func pack(_ program: Program, _ plain: String, _ content: [UInt8]) throws {
      try folder.write(content, plain)
      _ = try Programs.run(program.path, ["-f", folder.path(plain)])
    }
  }

  /// A block of half a megabyte that says it unpacks to 32, all of it one tag again and again.
  private static let pbf: [UInt8] = {
    func number(_ value: Int) -> [UInt8] {
      value < 128 ? [UInt8(value)] : [UInt8(value & 127) | 128] + number(value >> 7)
    }
    let packed = [UInt8](repeating: 0, count: 300_000)
    let data = [0x10] + number(31_000_000) + [0x1A] + number(packed.count) + packed
    let head = [0x0A, 0x07] + Array("OSMData".utf8) + [0x18] + number(data.count)
    return [0, 0, 0, UInt8(head.count)] + head + data
  }()
}
