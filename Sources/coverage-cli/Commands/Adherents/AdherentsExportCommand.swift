import ArgumentParser
import CoverageEngine
import RelaisReports
import RelaisTown
import RelaisWording

/// `relais adherents export`.
struct AdherentsExportCommand: SpeakingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "export", abstract: Help.words.adherentsExportAbstract)
  }

  @Option(name: .long, help: ArgumentHelp(Help.words.csvHelp, valueName: "file|-"))
  var csv: String?

  @Option(
    name: .customLong("geojson"), help: ArgumentHelp(Help.words.geoJSONHelp, valueName: "file|-"))
  var geoJSON: String?

  @Flag(name: .customLong("public"), help: ArgumentHelp(Help.words.publicHelp))
  var isPublic = false

  @Flag(name: .customLong("with-contacts"), help: ArgumentHelp(Help.words.withContactsHelp))
  var withContacts = false

  @Option(name: .customLong("as-of"), help: ArgumentHelp(Help.words.asOfHelp, valueName: "date"))
  var asOf: CalendarDay?

  @OptionGroup var filter: FilterOptions
  @OptionGroup var registry: RegistryOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if csv == nil, geoJSON == nil { throw ValidationError(Help.words.exportTargetNeeded) }
    if isPublic, withContacts { throw ValidationError(Help.words.publicWithContacts) }
  }

  func run(_ speaker: Speaker) throws {
    let words = speaker.words
    let registry = try registry.open(speaker)
    if isPublic {
      let day = asOf ?? registry.today
      let histories = try registry.histories(filter.filter, on: day)
      if let csv {
        try speaker.write(PublicList.csv(histories, on: day), to: csv)
        if csv != "-" { try speaker.write(PublicList.schema(words), to: csv + ".schema.json") }
      }
      if let geoJSON { try speaker.write(PublicList.geoJSON(histories, on: day), to: geoJSON) }
      return
    }
    let shown = try registry.establishments(filter.filter, on: asOf)
    if let csv {
      let contacts = withContacts ? try registry.contacts() : nil
      try speaker.write(
        AdherentsCSV.bytes(shown, contacts: contacts, words), to: csv,
        for: withContacts ? .owner : .everybody)
    }
    if let geoJSON { try speaker.write(AdherentsGeoJSON.bytes(shown), to: geoJSON) }
  }
}
