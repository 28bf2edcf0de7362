import RelaisTestSupport
import Testing

@testable import RelaisFormats
@testable import RelaisGeo

@Suite struct InputFormatTests {
  func recognise(_ head: [UInt8]) throws -> InputFormat {
    try InputFormat.recognise(head, file: "f")
  }

  @Test(arguments: [
    ("<?xml version='1.0'?>\n<!-- a > b -->\n<osm version=\"0.6\">", InputFormat.osmXML),
    ("\u{FEFF}<osm>", .osmXML),
    ("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Fea", .geoJSON),
    ("{\"features\":[{\"type\":\"Fea", .geoJSON), ("{\"type\": \"Point\"", .geoJSON),
    ("{\"name\":\"x\",\"crs\":{\"a\":[1]},\"type\":\"Feature\"}", .geoJSON),
    ("id;x;y\n1;2;3\n", .csv), ("adresse\n1 rue", .csv), ("\u{FEFF}id,lon,lat", .csv),
  ])
  func textIsToldByItsStart(text: String, format: InputFormat) throws {
    #expect(try recognise(bytes(text)) == format)
  }

  @Test func otherEncodingsAreText() throws {
    #expect(try recognise(utf16("id;nom\n", lowFirst: true)) == .csv)
    #expect(try recognise(bytes("id;caf") + [0xE9, 0x0A]) == .csv)
    #expect(try recognise(utf16("<osm>", lowFirst: false)) == .osmXML)
    #expect(throws: FormatError.unsupportedEncoding(file: "f", detail: "UTF-16 LE")) {
      try recognise(utf16("{\"type\":\"Point\"}", lowFirst: true))
    }
  }

  @Test(arguments: [0, 7, 0x1A, 0x1B] as [UInt8])
  func strayControlCharactersLeaveATextAText(control: UInt8) throws {
    let header = bytes("id,x,y,nom\n")
    let row = bytes("c2,90,4,X") + [control] + bytes("\n")
    for count in [1, 2, 50, 5000] {
      let rows = Array(repeatElement(row, count: count).joined())
      #expect(try recognise(header + rows) == .csv, "\(count) rows")
      #expect(try recognise(header + rows + [control]) == .csv, "\(count) rows")
    }
  }

  @Test(arguments: [200, 4096, 1 << 16])
  func bytesAtRandomAreNoText(count: Int) {
    var generator = SeededGenerator(seed: 12)
    for _ in 0..<20 {
      let head = (0..<count).map { _ in UInt8.random(in: 1...255, using: &generator) }
      #expect(throws: FormatError.self) { try recognise(head) }
    }
  }

  @Test func binaryFormatsAreToldByTheirMarks() throws {
    #expect(try recognise([0, 0, 0, 13, 0x0A, 9] + bytes("OSMHeader\u{18}") + [1]) == .osmPBF)
    #expect(try recognise(bytes("BZh91AY&SY")) == .osmXMLBzip2)
    var sqlite = bytes("SQLite format 3\0") + [UInt8](repeating: 0, count: 84)
    #expect(throws: FormatError.unknownFormat(file: "f", looksLike: "sqlite")) {
      try recognise(sqlite)
    }
    #expect(try recognise(sqlite + bytes("CREATE TABLE gpkg_contents")) == .geoPackage)
    sqlite.replaceSubrange(68..<72, with: bytes("GPKG"))
    #expect(try recognise(sqlite) == .geoPackage)
  }

  @Test func refusedFormatsAreNamed() {
    let dbf: [UInt8] = [3, 119, 7, 26, 1, 0, 0, 0, 65, 0] + [UInt8](repeating: 0, count: 30)
    let samples: [([UInt8], String?)] = [
      ([0, 0, 0x27, 0x0A, 0, 0], "shapefile"), (dbf, "dbf"), (bytes("PK\u{3}\u{4}...a.txt"), "zip"),
      (bytes("PK\u{3}\u{4}...xl/workbook.xml"), "xlsx"),
      (bytes("PK\u{3}\u{4}mimetypeapplication/vnd.oasis.opendocument.spreadsheet"), "ods"),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], "xls"), (bytes("%PDF-1.4"), "pdf"),
      ([0x89, 0x50, 0x4E, 0x47, 0x0D], "image"), ([0xFF, 0xD8, 0xFF, 0xE0], "image"),
      (bytes(" <!DOCTYPE html><html>"), "html"), (bytes("<html lang=fr>"), "html"),
      (bytes("<gpx>"), "gpx"), (bytes("<wfs:FeatureCollection x=\"y\">"), "gml"),
      (bytes("<osmChange>"), "osm-change"), (bytes("<a/>"), "xml"), (bytes("<"), "xml"),
      (bytes("{\"version\":0.6,\"generator\":\"Overpass API\",\"elements\":[{"), "overpass-json"),
      (bytes("{\"type\":\"Topology\",\"arcs\":[]}"), "topojson"), (bytes("[1,2]"), "json"),
      (bytes("{\"a\":1}"), "json"), (bytes("{"), "json"), ([1, 2, 3, 4, 0, 0, 7], nil),
    ]
    for (sample, name) in samples {
      #expect(throws: FormatError.unknownFormat(file: "f", looksLike: name), "\(name ?? "-")") {
        try recognise(sample)
      }
    }
    for sample in ["", " \n\t", "\u{FEFF}\n"] {
      #expect(throws: FormatError.empty(file: "f")) { try recognise(bytes(sample)) }
    }
  }

  @Test func gzipIsToldByWhatIsInside() throws {
    let folder = try TemporaryFolder()
    func format(_ bytes: [UInt8]) throws -> InputFormat {
      try InputFormat(nativeFileAt: folder.write(bytes, "f"))
    }
    func gzip(_ text: String) -> [UInt8] { ZipArchive.gzip(text.utf8) }
    let path = folder.path("f")
    #expect(try format(gzip("id;x\n1;2\n")) == .csv)
    #expect(try format(gzip("<osm/>")) == .osmXMLGzip)
    #expect(try format(gzip("{\"type\":\"Point\"}")) == .geoJSON)
    let package = "SQLite format 3\0" + String(repeating: "\0", count: 84) + "gpkg_contents"
    #expect(try format(gzip(package)) == .geoPackage)
    #expect(throws: FormatError.unknownFormat(file: path, looksLike: "pdf")) {
      try format(gzip("%PDF-1.7"))
    }
    #expect(throws: FormatError.empty(file: path)) { try format(gzip("")) }
    #expect(throws: FormatError.damaged(file: path, place: nil, detail: "gzip: cut short")) {
      try format([0x1F, 0x8B, 8])
    }
  }

  @Test func randomBytesAreATextOrRefused() {
    var generator = SeededGenerator(seed: 11)
    var tally = DamageTally()
    for _ in 0..<5_000 {
      let head = (0..<Int.random(in: 0...80, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      // A few bytes may be a text of one column; they are never taken for more than that.
      if let format = tally.read(head, file: "f", by: recognise) { #expect(format == .csv) }
    }
    #expect(tally.refused > 1_500)
  }

  @Test func markupAndJSONCutAnywhereAreNamed() throws {
    let markup = bytes("<?xml version='1.0'?><!-- c --><osm>")
    for count in 1..<markup.count {
      let head = Array(markup.prefix(count))
      // Its name has to be whole, not its end mark.
      if text(head).hasSuffix("<osm") {
        #expect(try recognise(head) == .osmXML)
      } else {
        #expect(throws: FormatError.unknownFormat(file: "f", looksLike: "xml")) {
          try recognise(head)
        }
      }
    }
    let json = bytes("{\"a\":[1,{\"b\":\"\\u00e9\"}],\"type\":1}")
    for count in 1...json.count {
      #expect(throws: FormatError.unknownFormat(file: "f", looksLike: "json")) {
        try recognise(Array(json.prefix(count)))
      }
    }
  }

  private static let known: KeyValuePairs<String, InputFormat> = [
    "bondy/ban-93010-2022.csv": .csv, "bondy/boundary-93010.geojson": .geoJSON,
    "bondy/bondy-highways-2023-07-27.osm.pbf": .osmPBF,
    "bondy/bondy-highways-2023-07-27.overpass-turbo.geojson.gz": .geoJSON,
    "bondy/bondy-north-east-2022.osm.gz": .osmXMLGzip,
    "france-schools-2016/schools-france-2016.csv.gz": .csv,
  ]

  private static let unknown: KeyValuePairs<String, String> = [
    "bdtopo-v2-sarthe/ROUTE.shp": "shapefile", "bdtopo-v2-sarthe/ROUTE.dbf": "dbf",
    "nancy/nancy-54395-drive.overpass.json.gz": "overpass-json",
  ]

  @Test(.needs(.data(known.map(\.key) + unknown.map(\.key)))) func realFiles() throws {
    for (name, format) in Self.known {
      #expect(try InputFormat(ofFileAt: SharedData.path(name)) == format)
    }
    for (name, kind) in Self.unknown {
      let path = SharedData.path(name)
      #expect(throws: FormatError.unknownFormat(file: path, looksLike: kind)) {
        try InputFormat(nativeFileAt: path)
      }
    }
  }
}
