public import ArgumentParser
public import CoverageEngine
import Foundation
import RelaisGeo
import RelaisRegistry
import RelaisReports

/// Where opening hours hold: holidays and the sun.
struct HoursPlaceOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp(words.zoneHelp, valueName: "A|B|C"))
  var zone: SchoolZone?

  @Option(name: .long, help: ArgumentHelp(words.departmentHelp, valueName: "54"))
  var department: Department?

  // A longitude west of Greenwich starts like an option.
  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp(words.latitudeHelp, valueName: "degrees"))
  var lat: Double?

  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp(words.longitudeHelp, valueName: "degrees"))
  var lon: Double?

  @Option(
    name: .customLong("school-holidays"),
    help: ArgumentHelp(words.schoolHolidaysHelp, valueName: "file"))
  var schoolHolidays: [String] = []

  @Option(name: .long, help: ArgumentHelp(words.hoursTerritoryHelp, valueName: "dir"))
  var territory: String?

  func validate() throws {
    if (lon == nil) != (lat == nil) { throw ValidationError(words.bothCoordinates) }
    if let position, !position.isGeographic {
      throw ValidationError(words.badPlace("\(position.x),\(position.y)"))
    }
  }

  private var position: Position? {
    guard let lon, let lat else { return nil }
    return Position(longitude: lon, latitude: lat)
  }

  func setting(quiet: Bool) throws -> HoursSetting {
    let territory = try territory.map { try Territory(at: $0) }
    let files = (territory?.calendarFiles ?? []) + schoolHolidays
    let holidays = try SchoolHolidays.official(adding: files, quiet: quiet)
    let configuration = territory?.configuration
    return HoursSetting(
      calendar: FrenchCalendar(
        department: (department ?? configuration?.department)?.code,
        zone: zone ?? configuration?.zone, schoolHolidays: holidays),
      position: position)
  }
}

extension SchoolHolidays {
  /// The official calendar and the years of some files; rows not taken are told on stderr.
  static func official(adding files: [String], quiet: Bool) throws -> SchoolHolidays {
    var holidays = SchoolHolidays.official
    for file in files {
      let imported = try SchoolHolidaysImporter.read(file)
      holidays = holidays.adding(imported.value)
      for row in imported.report.rejected where !quiet {
        Console.error("relais: \(file), \(words.place(row.place)): \(words.sentence(row))")
      }
    }
    return holidays
  }
}

extension SchoolZone: ExpressibleByArgument {
  public init?(argument: String) { self.init(parsing: argument) }
}

extension Department: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}
