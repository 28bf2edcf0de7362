import ArgumentParser
import CoverageEngine
import RelaisGeo
import RelaisReports

/// `relais geocode`: addresses of a CSV to positions.
struct GeocodeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "geocode", abstract: words.geocodeAbstract, discussion: words.geocodeDiscussion)

  @Argument(help: ArgumentHelp(words.geocodeFileHelp, valueName: "file"))
  var file: String

  @Option(name: .long, help: ArgumentHelp(words.addressesHelp, valueName: "file"))
  var addresses: [String] = []

  @Option(name: .long, help: ArgumentHelp(words.columnHelp, valueName: "name"))
  var column: [String] = []

  @Option(name: .long, help: ArgumentHelp(words.geocodeOutHelp, valueName: "file"))
  var out: String?

  @Option(name: .long, help: ArgumentHelp(words.geocodeJSONHelp, valueName: "file"))
  var json: String?

  @OptionGroup var territory: TerritoryOption
  @OptionGroup var global: GlobalOptions

  func run() throws {
    try ErrorPrinter.run {
      let line = ProgressLine(quiet: global.quiet)
      defer { line.finish() }
      // Before the base is read: what the file lacks is said at once.
      let table: GeocodedFile
      do { table = try GeocodedFile(file, columns: column) } catch let error
        as GeocodedFile.NoColumn
      {
        throw ValidationError(
          error.names.isEmpty
            ? words.noAddressColumn(error.headers)
            : words.noSuchColumn(error.names, error.headers))
      }
      line.progress(.readingAddresses)
      let base = try AddressBases.read(addresses, else: territory)
      guard let base else { throw ValidationError(words.addressesNeeded) }
      let batch = try GeocodingBatch(base)
      Interruption.watch()
      let tally: GeocodingTally
      if let out, out != "-" {
        let stream = try AtomicFileStream(to: out)
        tally = try table.run(batch, progress: line.progress) { try stream.append($0) }
        try stream.commit()
      } else {
        tally = try table.run(batch, progress: line.progress) {
          try Console.output(bytes: $0)
        }
      }
      line.finish()
      if let json { try Console.write(tally.jsonBytes, to: json) }
      if !global.quiet {
        // Standard output may hold the rows themselves.
        Console.error(words.geocoded(tally))
        if let out, out != "-" { Console.error(words.geocodedTo(out)) }
      }
      if global.strict, tally.toCheck > 0 { throw ExitStatus.findings }
    }
  }
}
