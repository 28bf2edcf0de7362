import RelaisGeo
import RelaisTestSupport

@testable import RelaisFormats

extension FuzzTarget {
  /// Sound inputs to start from, each with other parts of the format.
  public var seeds: [[UInt8]] {
    switch self {
    case .csv:
      texts(
        "nom;adresse;lon;lat\nLe \"Bar\";\"1; rue\nHaute\";6,01;48,5\n",
        "sep=,\r\nid,x,y\r\n=\"00123\",1.5,-2e3\r\n", "a\tb|c\n\"x\"\"y\"\tz\n",
        "\u{FEFF}Titre\n\nNom;N°\nÉcole;12 bis\n")
    case .json:
      texts(#"{"a":[1,-2.5e3,true,null,"\u00e9\ud83d\ude00\n"],"b":{}}"#, "[[[]]]", "\"x\"")
    case .geojson:
      texts(
        #"{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:2154"}},"#
          + #""features":[{"type":"Feature","id":7,"properties":{"nom":"A","n":1},"geometry":"#
          + #"{"type":"Polygon","coordinates":[[[6,48],[6.01,48],[6.01,48.01],[6,48]]]}}]}"#,
        "\u{1E}{\"type\":\"Point\",\"coordinates\":[6,48,NaN]}\n",
        #"{"type":"GeometryCollection","geometries":[{"type":"MultiLineString","coordinates":[[]]}]}"#
      )
    case .answers:
      texts(
        #"{"schema":"relais.answers/1","territory":"V","answers":[{"id":"#
          + #""9c0ff6d4-6a5e-4f0c-8f41-1b2e2f6f0a11","place":"PR-001","at":"2026-12-01T10:12","#
          + #""outcome":"yes","conditions":{"no_bell":true},"note":"x"}]}"#,
        #"Bonjour { voici {"schema":"relais.answers/1","territory":"V","answers":[]}"#)
    case .blob: FuzzTarget.blobs
    case .wkt:
      texts("POINT (6.1 48.2)", "MULTIPOINT((1 2),(3 4))", "SRID=4326;POINT Z (1 2 3)")
    case .line:
      texts(
        "SRID=2154;LINESTRING Z (1 2 3, 4 5 nan)", "MULTILINESTRING ((0 0, 1e3 1), (2 2, 3 3))",
        "0102000000020000000000000000000000000000000000000000000000000024400000000000000000",
        "COMPOUNDCURVE((0 0, 1 1), CIRCULARSTRING (1 1, 2 2, 3 1))")
    case .hours:
      texts(
        "Mo-Fr 08:00-12:30,14:00-19:00; Sa 09:00-12:00; PH off", "Apr-Sep Tu[1] 10:00+ || unknown",
        "lun-sam 9h-12h30 14h-19h (fermé le mercredi)", "24/7", "sunrise-(sunset-01:30)",
        "Mo–Fr 9–18 Uhr, Sa geschlossen", "7j/7 de 8h à 20h sauf jours fériés",
        "2026 Dec 24-Jan 02 off \"congés\"", "week 2-52/2 We 10:00-12:00/00:20")
    case .address:
      texts(
        "12 bis, rue du 8 mai 1945, 54100 Valmont", "face au 5 r. Carnot Valmont CEDEX",
        "Bât. B 2e étage, 3-5 avenue Carnot (54)", "Hauptstraße 12 a, 77694 Kehl")
    case .date:
      texts("2018-11-20", "20/11/2018 10:30", "3 mars 2024", "1er déc. 24", "43424")
    case .number: texts("-1 234,5e-3", "0.1", "9007199254740993", "1e-400")
    case .gzip: [ZipArchive.gzip("id,x,y\n1,2,3\n".utf8)]
    case .zip:
      [
        ZipArchive("a.csv", "id;x;y\n1;2;3\n").bytes,
        ZipArchive([.init("a/b.geojson", "{}".utf8), .init("a/read.txt", "x".utf8)]).bytes,
      ]
    case .pbf: [SmallPBF.bytes]
    case .xml:
      texts(
        """
        <?xml version="1.0"?><osm version="0.6"><bounds minlat="48" minlon="6" maxlat="49" maxlon="7"/>
        <node id="1" lat="48.1" lon="6.1"/><node id="2" version="2" visible="false" lat="48.2" lon="6.1">
        <tag k="name" v="&#233;&amp;"/></node><node id="3" lat="48.2" lon="6.2"/>
        <way id="5"><nd ref="1"/><nd ref="2" lat="48.2" lon="6.1"/><nd ref="3"/><nd ref="1"/>
        <tag k="highway" v="pedestrian"/><tag k="area" v="yes"/></way>
        <relation id="6"><member type="way" ref="5" role="outer"/><tag k="type" v="multipolygon"/>
        <tag k="highway" v="pedestrian"/></relation></osm>
        """)
    case .configuration:
      texts(
        "name: Ville\ninsee: [\"54395\", '54001']\nbudgets: [200, 300.5]\nmax_snap: 60\n",
        "name: &a Ville\nfiles:\n  streets: [a.osm, b.osm]\nstates: {OK: adherent}\n",
        "windows:\n  - \"lun-ven 08:00-08:30\"\ncandidates: {categories: c.csv}\nlang: de\n")
    }
  }

  private func texts(_ texts: String...) -> [[UInt8]] { texts.map { Array($0.utf8) } }

  private static let blobs: [[UInt8]] = {
    let line = [(0.0, 0.0), (10, 0), (10, 10), (0, 0)].map { Position(x: $0.0, y: $0.1) }
    let shapes: [Geometry] = [
      .point(line[1]), .lineString(line), .multiLineString([line, line]),
      .polygon(Polygon(shell: line)), .multiPoint(line),
    ]
    return shapes.map { shape in
      var bytes: [UInt8] = []
      GeometryBlob.append(
        shape, envelope: Envelope(minX: 0, minY: 0, maxX: 10, maxY: 10), srsID: 2154, to: &bytes)
      return bytes
    }
  }()
}

/// The smallest extract of three nodes, a way and an area, as a PBF that compresses nothing.
enum SmallPBF {
  static let bytes: [UInt8] = {
    let header = field(4, "OsmSchema-V0.6") + field(4, "DenseNodes")
    let names = ["", "highway", "residential", "name", "Rue A"]
    let table = names.reduce(into: [UInt8]()) { $0 += field(1, $1) }
    let nodes =
      field(1, packed([1, 1, 1])) + field(8, packed([480_000_000, 10_000, 0]))
      + field(9, packed([60_000_000, 0, 10_000])) + field(10, [0, 0, 0])
    let way =
      [0x08] + number(5) + field(2, [1, 3]) + field(3, [2, 4])
      + field(8, packed([1, 1, 1]))
    let block = field(1, table) + field(2, field(2, nodes)) + field(2, field(3, way))
    return blob("OSMHeader", header) + blob("OSMData", block)
  }()

  private static func blob(_ kind: String, _ content: [UInt8]) -> [UInt8] {
    let data = field(1, content)
    let head = field(1, kind) + [0x18] + number(data.count)
    return [0, 0, 0, UInt8(head.count)] + head + data
  }

  private static func number(_ value: Int) -> [UInt8] {
    value < 128 ? [UInt8(value)] : [UInt8(value & 127) | 128] + number(value >> 7)
  }

  /// Signed numbers, small ones short.
  private static func packed(_ values: [Int]) -> [UInt8] {
    values.flatMap { number(($0 << 1) ^ ($0 >> 63)) }
  }

  private static func field(_ tag: Int, _ content: [UInt8]) -> [UInt8] {
    number(tag << 3 | 2) + number(content.count) + content
  }

  private static func field(_ tag: Int, _ text: String) -> [UInt8] { field(tag, Array(text.utf8)) }
}
