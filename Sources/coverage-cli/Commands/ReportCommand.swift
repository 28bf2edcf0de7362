import ArgumentParser
import RelaisReports
import RelaisTown
import RelaisWording

/// `relais report`: the reports alone, of today or of a past day.
struct ReportCommand: SpeakingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "report", abstract: Help.words.reportAbstract,
      discussion: Help.words.reportDiscussion)
  }

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(Help.words.readerHelp(Self.readers), valueName: "reader"))
  var reader: String?

  @OptionGroup(title: Help.words.pastTitle) var past: PastOptions

  @Option(name: .long, help: ArgumentHelp(Help.words.reportOutHelp, valueName: "dir"))
  var out: String?

  @OptionGroup var printing: PDFOption
  @OptionGroup var layer: LayerOption
  @OptionGroup var territory: TerritoryOption
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if let reader, !Self.readers.contains(reader) {
      throw ValidationError(Help.words.unknownReader(reader, Self.readers))
    }
  }

  func run(_ speaker: Speaker) throws {
    let territory = try territory.find().reading(layers: layer.layers(aloneFor: [.streets]))
    let formats = ReportFormat.all.filter { reader == nil || $0.reader == reader }
    let run = try TownRun(territory, past.days, speaker.work())
    let folder = out ?? territory.outputFolder
    let files = try run.writeReports(formats, to: folder, printing: printing.pdf)
    if !global.quiet {
      try speaker.done {
        for file in files { try speaker.say(speaker.words.wroteReport(file)) }
      }
    }
    speaker.tell(run.edits)
    if printing.pdf { try run.printReports(formats, in: folder) }
    try global.end(withFindings: run.findings)
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
