import ArgumentParser
import CoverageEngine
import RelaisGeo
import RelaisReports
import RelaisTown
import RelaisWording

/// `relais geocode`: addresses of a CSV to positions.
struct GeocodeCommand: SpeakingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "geocode", abstract: Help.words.geocodeAbstract,
      discussion: Help.words.geocodeDiscussion)
  }

  @Argument(help: ArgumentHelp(Help.words.geocodeFileHelp, valueName: "file"), completion: .file())
  var file: String

  @Option(name: .long, help: ArgumentHelp(Help.words.addressesHelp, valueName: "file"))
  var addresses: [String] = []

  @Option(name: .long, help: ArgumentHelp(Help.words.columnHelp, valueName: "name"))
  var column: [String] = []

  @Option(name: .long, help: ArgumentHelp(Help.words.geocodeOutHelp, valueName: "file"))
  var out: String?

  @Option(name: .long, help: ArgumentHelp(Help.words.geocodeJSONHelp, valueName: "file"))
  var json: String?

  @OptionGroup var territory: TerritoryOption
  @OptionGroup var global: GlobalOptions

  func run(_ speaker: Speaker) throws {
    let work = speaker.work()
    let geocoding = try Geocoding(
      file, columns: column, addresses: addresses, else: territory.search, work)
    let tally: GeocodingTally
    if let out, out != "-" {
      tally = try geocoding.run(work, to: out)
    } else {
      tally = try geocoding.run(work) { try speaker.write($0, to: "-") }
    }
    if let json { try speaker.write(tally.jsonBytes, to: json, reading: geocoding.inputs) }
    if !global.quiet {
      // Standard output may hold the rows themselves.
      speaker.error(speaker.words.geocoded(tally))
      if let out, out != "-" { speaker.error(speaker.words.geocodedTo(out)) }
    }
    try global.end(withFindings: tally.toCheck > 0)
  }
}
