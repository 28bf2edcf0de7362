import ArgumentParser
import CoverageEngine
import RelaisReports

/// `relais adherents export`.
struct AdherentsExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: words.adherentsExportAbstract)

  @Option(name: .long, help: ArgumentHelp(words.csvHelp, valueName: "file|-"))
  var csv: String?

  @Option(name: .customLong("geojson"), help: ArgumentHelp(words.geoJSONHelp, valueName: "file|-"))
  var geoJSON: String?

  @Flag(name: .customLong("public"), help: ArgumentHelp(words.publicHelp))
  var isPublic = false

  @Flag(name: .customLong("with-contacts"), help: ArgumentHelp(words.withContactsHelp))
  var withContacts = false

  @Option(name: .customLong("as-of"), help: ArgumentHelp(words.asOfHelp, valueName: "date"))
  var asOf: CalendarDay?

  @OptionGroup var filter: EstablishmentFilter
  @OptionGroup var registry: RegistryOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if csv == nil, geoJSON == nil { throw ValidationError(words.exportTargetNeeded) }
    if isPublic, withContacts { throw ValidationError(words.publicWithContacts) }
  }

  func run() throws {
    try ErrorPrinter.run {
      let store = try registry.open(for: .reading)
      defer { store.close() }
      if isPublic {
        let day = asOf ?? registry.stamp.today
        let histories = try store.histories().filter { history in
          history.establishment(on: day).map(filter.holds) ?? false
        }
        if let csv {
          try Console.write(PublicList.csv(histories, on: day), to: csv)
          if csv != "-" { try Console.write(PublicList.schema(words), to: csv + ".schema.json") }
        }
        if let geoJSON { try Console.write(PublicList.geoJSON(histories, on: day), to: geoJSON) }
        return
      }
      let shown = try store.establishments(on: asOf).filter(filter.holds)
      if let csv {
        let contacts = withContacts ? try store.contacts() : nil
        try Console.write(AdherentsCSV.bytes(shown, contacts: contacts, words), to: csv)
      }
      if let geoJSON { try Console.write(AdherentsGeoJSON.bytes(shown), to: geoJSON) }
    }
  }
}
