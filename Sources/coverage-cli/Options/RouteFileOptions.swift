import ArgumentParser
import RelaisReports
import RelaisTown
import RelaisWording

/// The plain files school routes need, apart from streets and relays.
struct RouteFileOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp(Help.words.schoolsHelp, valueName: "file"))
  var schools: [String] = []

  @Option(name: .long, help: ArgumentHelp(Help.words.homesHelp, valueName: "file"))
  var addresses: [String] = []

  @Option(name: .long, help: ArgumentHelp(Help.words.catchmentsHelp, valueName: "file"))
  var catchments: [String] = []
}
