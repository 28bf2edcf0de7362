import ArgumentParser
import RelaisReports

/// `relais report`: the reports alone, of today or of a past day.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: words.reportAbstract, discussion: words.reportDiscussion)

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(words.readerHelp(Self.readers), valueName: "reader"))
  var reader: String?

  @OptionGroup(title: words.pastTitle) var past: PastOptions

  @Option(name: .long, help: ArgumentHelp(words.reportOutHelp, valueName: "dir"))
  var out: String?

  @OptionGroup var printing: PDFOption
  @OptionGroup var territory: TerritoryOption
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if let reader, !Self.readers.contains(reader) {
      throw ValidationError(words.unknownReader(reader, Self.readers))
    }
  }

  func run() throws {
    try ErrorPrinter.run {
      let territory = try territory.find()
      let formats = ReportFormat.all.filter { reader == nil || $0.reader == reader }
      let run = try TownRun(territory, past, global)
      let folder = out ?? territory.outputFolder
      try printing.print(formats, in: folder) { try run.writeReports(formats, to: folder) }
    }
  }

  /// Every reader there is a report for, in the order of the reports.
  private static var readers: [String] {
    var readers: [String] = []
    for format in ReportFormat.all where !readers.contains(format.reader) {
      readers.append(format.reader)
    }
    return readers
  }
}
