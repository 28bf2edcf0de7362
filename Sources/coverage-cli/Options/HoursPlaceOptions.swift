public import ArgumentParser
public import CoverageEngine
import Foundation
import RelaisGeo
import RelaisRegistry
import RelaisReports
import RelaisTown
import RelaisWording

/// Where opening hours hold: holidays and the sun.
struct HoursPlaceOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp(Help.words.zoneHelp, valueName: "A|B|C|DE-BW"))
  var zone: SchoolZone?

  @Option(name: .long, help: ArgumentHelp(Help.words.departmentHelp, valueName: "54"))
  var department: Department?

  // A longitude west of Greenwich starts like an option.
  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp(Help.words.latitudeHelp, valueName: "degrees"))
  var lat: Double?

  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp(Help.words.longitudeHelp, valueName: "degrees"))
  var lon: Double?

  @Option(
    name: .customLong("school-holidays"),
    help: ArgumentHelp(Help.words.schoolHolidaysHelp, valueName: "file"))
  var schoolHolidays: [String] = []

  @Option(name: .long, help: ArgumentHelp(Help.words.hoursTerritoryHelp, valueName: "dir"))
  var territory: String?

  func validate() throws {
    if (lon == nil) != (lat == nil) { throw ValidationError(Help.words.bothCoordinates) }
    if let position, !position.isGeographic {
      throw ValidationError(Help.words.badPlace("\(position.x),\(position.y)"))
    }
  }

  private var position: Position? {
    guard let lon, let lat else { return nil }
    return Position(longitude: lon, latitude: lat)
  }

  var request: HoursPlace {
    var request = HoursPlace()
    request.territory = territory
    request.zone = zone
    request.department = department
    request.position = position
    request.schoolHolidays = schoolHolidays
    return request
  }
}

extension SchoolZone: ExpressibleByArgument {
  public init?(argument: String) { self.init(parsing: argument) }
  public var defaultValueDescription: String { letter }
  public static var allValueStrings: [String] { allCases.map(\.letter) }
}

extension Department: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}
