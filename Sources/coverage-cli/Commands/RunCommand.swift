import ArgumentParser
import RelaisReports

/// `relais run`: the main job, from a territory's files to its reports.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: words.runAbstract, discussion: words.runDiscussion)

  @Argument(help: ArgumentHelp(words.runFolderHelp, valueName: "dir"))
  var folder: String?

  @OptionGroup var territory: TerritoryOption
  @OptionGroup(title: words.pastTitle) var past: PastOptions

  @Option(name: .long, help: ArgumentHelp(words.runOutHelp, valueName: "dir"))
  var out: String?

  @Option(name: .long, help: ArgumentHelp(words.summaryJSONHelp, valueName: "file|-"))
  var json: String?

  @OptionGroup var printing: PDFOption
  @OptionGroup var global: GlobalOptions

  func run() throws {
    try ErrorPrinter.run {
      let territory = try folder.map { try Territory(at: $0) } ?? territory.find()
      let run = try TownRun(territory, past, global)
      let folder = out ?? territory.outputFolder
      try printing.print(ReportFormat.all, in: folder) {
        try run.writeAll(to: folder, summary: json)
      }
    }
  }
}
