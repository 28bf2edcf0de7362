import CoverageEngine
import Foundation
import RelaisRegistry
import RelaisWording

@testable import RelaisFormats
@testable import RelaisGeo
@testable import RelaisTown

/// A parser of our own, given any bytes. Whatever they are it ends by itself: with a value, or with an error of the project.
///
/// The raw values are the names of targets on the command line, of folders of corpora, and the beginnings of the names of files in `Found`.
public enum FuzzTarget: String, CaseIterable, Sendable {
  case csv, json, geojson, answers
  case blob, wkt, line
  case hours, address, date, number
  case gzip, zip, pbf, xml, configuration

  /// The one a fuzzer drives: what it calls can hold nothing.
  nonisolated(unsafe) public static var driven = FuzzTarget.csv

  /// Reads the bytes as this kind of thing.
  ///
  /// - Throws: What no parser may: an error that is none of the project's.
  public func read(_ bytes: [UInt8]) throws {
    switch self {
    case .csv: try refusing { try readTable(bytes) }
    case .json: _ = try? JSONValue(bytes)
    case .geojson:
      try refusing {
        let content = try GeoJSONReader.read(bytes, file: "a")
        for feature in content.features { check(feature.geometry) }
      }
    case .answers: try refusing { _ = try AnswersReader.read(bytes, file: "a") }
    case .blob: bytes.withUnsafeBytes { raw in check((try? GeometryBlob.read(raw)) ?? nil) }
    case .wkt: _ = WKT.positions(text(bytes))
    case .line: _ = LineText(text(bytes))
    case .hours: readHours(text(bytes))
    case .address: readAddress(text(bytes))
    case .date: readDay(text(bytes))
    case .number:
      let number = DecimalNumber.parse(bytes, bytes.indices, comma: true)
      precondition(number.map(\.isFinite) ?? true)
    case .gzip, .zip:
      try refusing { _ = try InputFile(path: FuzzFile.write(bytes), maximumSize: 1 << 22) }
    case .pbf: try refusing { try readMap(FuzzFile.write(bytes), .pbf) }
    case .xml: try refusing { try readMap(FuzzFile.write(bytes), .xml) }
    case .configuration:
      do { _ = try TerritoryConfiguration(file: FuzzFile.write(bytes)) } catch is FormatError {
      } catch is TerritoryError {}
    }
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  private func refusing(_ body: () throws -> Void) throws {
    do { try body() } catch is FormatError {}
  }

  /// What is taken is a shape: no position of it is infinite or no number.
  private func check(_ geometry: Geometry?) {
    let lines: [[Position]] =
      switch geometry {
      case nil: []
      case .point(let point): [[point]]
      case .multiPoint(let line), .lineString(let line): [line]
      case .multiLineString(let lines): lines
      case .polygon(let polygon): [polygon.shell] + polygon.holes
      case .multiPolygon(let many): many.polygons.flatMap { [$0.shell] + $0.holes }
      }
    for line in lines {
      precondition(line.allSatisfy { $0.x.isFinite && $0.y.isFinite })
    }
  }

  private func readTable(_ bytes: [UInt8]) throws {
    let table = try CSVReader.read(bytes, file: "a")
    precondition(table.rows.count + table.rejected.count == table.rowCount)
    for row in table.rows {
      for column in table.headers.indices { _ = row[column] }
    }
  }

  private static let setting = HoursSetting(
    calendar: FrenchCalendar(department: "54"), position: Position(longitude: 6, latitude: 48))

  private func readHours(_ text: String) {
    guard let hours = try? OpeningHours(parsing: text) else { return }
    for instant in ["2026-11-23T08:00", "2026-12-25T23:59", "2028-02-29T00:00"] {
      guard let instant = LocalInstant(parsing: instant) else { preconditionFailure() }
      _ = hours.state(at: instant, in: FuzzTarget.setting)
    }
  }

  private static let base: AddressBase = {
    var builder = AddressBaseBuilder()
    let streets = ["Rue Carnot", "Avenue Carnot", "Rue du 8 Mai 1945", "Rue de l'Église"]
    for (index, street) in streets.enumerated() {
      for number in [1, 2, 8, 12] {
        builder.add(
          AddressRecord(
            place: .line(1), id: "54001_\(index)_\(number)", streetID: "54001_\(index)",
            number: number, suffix: "", street: street, otherNames: [], hamlet: nil,
            postcode: "54100", cityCode: "54001", city: "Valmont", formerCity: "",
            position: Position(longitude: 6 + Double(number) / 1e4, latitude: 48), kind: .entrance))
      }
    }
    return builder.finish()
  }()

  private func readAddress(_ text: String) {
    var geocoder = Geocoder(FuzzTarget.base)
    let match = geocoder.match(AddressInput(text))
    precondition(match.position.map { $0.x.isFinite && $0.y.isFinite } ?? true)
  }

  /// A day that was understood is one of the calendar, and is written as it is read.
  private func readDay(_ text: String) {
    guard let day = FactText.day(text) else { return }
    precondition(CalendarDay(day.iso) == day)
  }

  private func readMap(_ path: String, _ container: OSMReader.Container) throws {
    let reader = try OSMReader(
      file: path, container: container,
      OSMReader.Question(["highway", "name"], ofPoints: 1, readsAreas: true))
    _ = reader.texts()
    _ = reader.points()
    reader.withWays { _ in }
  }
}

/// A file of the memory, written again and again.
enum FuzzFile {
  private static let path =
    (FileManager.default.fileExists(atPath: "/dev/shm") ? "/dev/shm" : NSTemporaryDirectory())
    + "/relais-fuzz-\(ProcessInfo.processInfo.processIdentifier)"

  static func write(_ bytes: [UInt8]) throws -> String {
    let place = path + "-\(Thread.current.hash)"
    try Data(bytes).write(to: URL(fileURLWithPath: place))
    return place
  }
}
