import Foundation
import RelaisGeo
import RelaisTestSupport
import RelaisTown

/// A territory on earth: three streets of some kilometres from west to east, 200 m apart, streets across every 500 m, a
/// boundary around the first two kilometres, bakeries, and relays from a file.
struct GridTerritory {
  let folder: TemporaryFolder
  let territory: Territory

  /// Metres east and north of 6° E, 48° N.
  static func place(_ east: Double, _ north: Double) -> (lon: Double, lat: Double) {
    (6 + east / 74_600, 48 + north / 111_000)
  }

  /// - Parameters:
  ///   - relays: Code, metres east and north, hours.
  ///   - columns: How far the streets go, in hundreds of metres.
  init(
    relays: [(String, Double, Double, String)] = GridTerritory.relays,
    configuration: String = "name: Ville\nbudgets: [300, 500]\n", columns: Int = 80
  ) throws {
    folder = try TemporaryFolder()
    for kind in ["streets", "boundary", "adherents"] {
      try FileManager.default.createDirectory(
        atPath: folder.path("ville/sources/\(kind)"), withIntermediateDirectories: true)
    }
    try folder.write(configuration.utf8, "ville/relais.yml")
    try folder.write(
      GridTerritory.streets(columns).utf8, "ville/sources/streets/ville.osm")
    let corners = [(-10.0, -50.0), (2000, -50.0), (2000, 450.0), (-10, 450.0), (-10, -50.0)]
      .map { GridTerritory.place($0.0, $0.1) }.map { "[\($0.lon),\($0.lat)]" }
    try folder.write(
      """
      {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"nom":"Ville"},
      "geometry":{"type":"Polygon","coordinates":[[\(corners.joined(separator: ","))]]}}]}
      """.utf8, "ville/sources/boundary/ville.geojson")
    territory = try Territory(at: folder.path("ville"))
    try write(relays)
  }

  static let relays = [
    ("R1", 250.0, 10.0, "Mo-Fr 07:00-19:00"), ("R2", 1500, 210, "Mo-Fr 09:00-19:00"),
    ("R3", 900, 395, ""), ("R4", 20_000, 0, "24/7"),
  ]

  /// Puts other relays in their place.
  ///
  /// - Parameter further: By their code and position, without hours.
  func write(
    _ relays: [(String, Double, Double, String)], and further: [(String, Position)] = []
  ) throws {
    let rows =
      relays.map { code, east, north, hours in
        let at = GridTerritory.place(east, north)
        return "\(code),Lieu \(code),\(at.lon),\(at.lat),\(hours)"
      } + further.map { "\($0.0),Lieu \($0.0),\($0.1.x),\($0.1.y)," }
    try folder.write(
      ("id,nom,lon,lat,opening_hours\n" + rows.joined(separator: "\n") + "\n").utf8,
      "ville/sources/adherents/relais.csv")
  }

  private static func streets(_ columns: Int) -> String {
    var nodes: [String] = []
    var ways: [String] = []
    func id(_ column: Int, _ row: Int) -> Int { 100_000 + column * 10 + row }
    func way(_ number: Int, _ refs: [Int], _ name: String) {
      ways.append(
        "<way id=\"\(number)\" version=\"1\">" + refs.map { "<nd ref=\"\($0)\"/>" }.joined()
          + "<tag k=\"highway\" v=\"residential\"/><tag k=\"name\" v=\"\(name)\"/></way>")
    }
    for column in 0...columns {
      for row in 0..<3 {
        let at = place(Double(column) * 100, Double(row) * 200)
        let shop =
          column % 4 == 3 && row == 1
          ? "<tag k=\"shop\" v=\"bakery\"/><tag k=\"name\" v=\"Boulangerie \(column)\"/>" : ""
        nodes.append(
          "<node id=\"\(id(column, row))\" version=\"1\" lat=\"\(at.lat)\" lon=\"\(at.lon)\">"
            + shop + "</node>")
      }
      if column % 5 == 0 {
        way(900_000 + column, (0..<3).map { id(column, $0) }, "Allée \(column)")
      }
    }
    for row in 0..<3 { way(50_000 + row, (0...columns).map { id($0, row) }, "Rue \(row)") }
    return "<?xml version=\"1.0\"?>\n<osm version=\"0.6\">\n" + nodes.joined(separator: "\n")
      + ways.joined(separator: "\n") + "\n</osm>\n"
  }
}
