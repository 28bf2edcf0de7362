import Foundation
import RelaisTestSupport
import Testing

/// Six communes in a row, 2 km each, over streets of 12 km: so long that what is read for one leaves out others.
struct SmallCountry {
  static let codes = (1...6).map { "5490\($0)" }
  private static let columns = 41
  private static let rows = 5
  /// About 300 m.
  private static let step = (x: 0.00403, y: 0.0027)

  let folder: TemporaryFolder

  /// - Parameter seed: Of the places of nodes and relays.
  init(seed: UInt64 = 24) throws {
    folder = try TemporaryFolder()
    var random = SeededRandom(seed: seed)
    try folder.write(SmallCountry.streets(&random).utf8, "streets.osm")
    try folder.write(SmallCountry.boundaries.utf8, "communes.geojson")
    var relays = "id;nom;lon;lat;telephone\n"
    for number in 1...24 {
      let x = Double.random(in: 0...40, using: &random) * SmallCountry.step.x
      let y = Double(Int.random(in: 0...4, using: &random)) * SmallCountry.step.y
      relays += "R\(number);Boutique \(number);\(6 + x);\(48 + y + 0.0001);0612345678\n"
    }
    relays += "R99;Sans position;;;\n"
    try folder.write(relays.utf8, "relays.csv")
  }

  private static func streets(_ random: inout SeededRandom) -> String {
    var text = "<?xml version=\"1.0\"?>\n<osm version=\"0.6\">\n"
    for row in 0..<rows {
      for column in 0..<columns {
        let x = 6 + Double(column) * step.x + Double.random(in: -0.0005...0.0005, using: &random)
        let y = 48 + Double(row) * step.y + Double.random(in: -0.0003...0.0003, using: &random)
        text += "<node id=\"\(node(row, column))\" version=\"1\" lat=\"\(y)\" lon=\"\(x)\">"
        text += column % 7 == 3 ? "<tag k=\"shop\" v=\"bakery\"/></node>\n" : "</node>\n"
      }
    }
    func way(_ id: Int, _ nodes: [Int], _ tags: [String: String]) {
      text += "<way id=\"\(id)\" version=\"1\">"
      text += nodes.map { "<nd ref=\"\($0)\"/>" }.joined()
      for (key, value) in tags.sorted(by: { $0.key < $1.key }) {
        text += "<tag k=\"\(key)\" v=\"\(value)\"/>"
      }
      text += "</way>\n"
    }
    for row in 0..<rows {
      way(
        1000 + row, (0..<columns).map { node(row, $0) },
        ["highway": row == 2 ? "footway" : "residential", "name": "Rue \(row)"])
    }
    for column in 0..<columns where column % 3 != 1 {
      way(
        2000 + column, (0..<rows).map { node($0, column) },
        column % 5 == 0
          ? ["highway": "tertiary", "name": "Pont \(column)", "bridge": "yes", "layer": "1"]
          : ["highway": "residential", "name": "Avenue \(column)"])
    }
    return text + "</osm>\n"
  }

  private static func node(_ row: Int, _ column: Int) -> Int { 1 + row * columns + column }

  private static var boundaries: String {
    let features = codes.enumerated().map { number, code in
      let (west, east) = (
        6 + Double(number) * 0.0269 - 0.001, 6 + Double(number + 1) * 0.0269 - 0.001
      )
      return
        "{\"type\":\"Feature\",\"properties\":{\"INSEE_COM\":\"\(code)\",\"NOM\":\"Commune \(number + 1)\"},"
        + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[\(west),47.999],[\(east),47.999],"
        + "[\(east),48.012],[\(west),48.012],[\(west),47.999]]]}}"
    }
    return "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ",\n"))]}\n"
  }

  static let files = [
    "--streets", "streets.osm", "--boundaries", "communes.geojson", "--adherents", "relays.csv",
  ]

  /// Makes the plan.
  func plan(_ work: String = "work") throws {
    let outcome = try Tool.run(["batch", "plan"] + Self.files + ["--out", work], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  /// A territory of one commune that reads the whole files.
  func territory(_ code: String) throws -> String {
    let name = "whole-" + code
    try FileManager.default.createDirectory(
      atPath: folder.path(name), withIntermediateDirectories: true)
    let configuration = """
      name: Commune
      insee: "\(code)"
      files:
        streets: ["\(folder.path("streets.osm"))"]
        boundary: ["\(folder.path("communes.geojson"))"]
        adherents: ["\(folder.path("relays.csv"))"]

      """
    try folder.write(configuration.utf8, name + "/relais.yml")
    return name
  }

  /// All files of the results, by name.
  func results(of work: String = "work") throws -> [String: [UInt8]] {
    let root = folder.path(work + "/results")
    var files: [String: [UInt8]] = [:]
    for case let name as String in try #require(FileManager.default.enumerator(atPath: root)) {
      var isFolder: ObjCBool = false
      FileManager.default.fileExists(atPath: root + "/" + name, isDirectory: &isFolder)
      guard !isFolder.boolValue, !name.hasPrefix(".making") else { continue }
      files[name] = try folder.read(work + "/results/" + name)
    }
    return files
  }
}
