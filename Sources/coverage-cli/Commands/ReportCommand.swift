import ArgumentParser
import RelaisReports

/// `relais report`: the reports alone, of today or of a past day.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: words.reportAbstract, discussion: words.reportDiscussion)

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(words.readerHelp(ReportReader.names), valueName: "reader"))
  var reader: String?

  @OptionGroup(title: words.pastTitle) var past: PastOptions

  @Option(name: .long, help: ArgumentHelp(words.reportOutHelp, valueName: "dir"))
  var out: String?

  @OptionGroup var territory: TerritoryOption
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if let reader, !ReportReader.names.contains(reader) {
      throw ValidationError(words.unknownReader(reader, ReportReader.names))
    }
  }

  func run() throws {
    try ErrorPrinter.run {
      let territory = try territory.find()
      try TownRun(
        territory: territory, past: past, reader: ReportReader(name: reader),
        folder: out ?? territory.outputFolder, global: global
      ).run()
    }
  }
}

/// Whose reports are wanted.
struct ReportReader {
  /// All of them if `nil`.
  var name: String?

  /// Every reader there is a report for, in the order of the reports.
  static var names: [String] {
    var names: [String] = []
    for format in ReportFormat.all where !names.contains(format.reader) {
      names.append(format.reader)
    }
    return names
  }

  func wants(_ format: ReportFormat) -> Bool { name.map { $0 == format.reader } ?? true }
}
