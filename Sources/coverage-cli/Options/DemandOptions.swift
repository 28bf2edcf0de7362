public import ArgumentParser
import CoverageEngine
import RelaisReports
public import RelaisTown
import RelaisWording

/// What a metre of street counts for.
struct DemandOptions: ParsableArguments {
  @Option(
    name: .long, help: ArgumentHelp(Help.words.profileHelp, valueName: "streets|children|mixed"))
  var profile: ProspectQuestion.Profile?
}

extension ProspectQuestion.Profile: ExpressibleByArgument {}
