import ArgumentParser
import RelaisReports

/// The plain files school routes need, beside streets and relays.
struct RouteFileOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp(words.schoolsHelp, valueName: "file"))
  var schools: [String] = []

  @Option(name: .long, help: ArgumentHelp(words.homesHelp, valueName: "file"))
  var addresses: [String] = []

  @Option(name: .long, help: ArgumentHelp(words.catchmentsHelp, valueName: "file"))
  var catchments: [String] = []
}
