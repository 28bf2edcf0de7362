import ArgumentParser
import CoverageEngine
import RelaisReports

/// What a metre of street counts for.
struct DemandOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp(words.profileHelp, valueName: "streets|children|mixed"))
  var profile: Profile?

  enum Profile: String, ExpressibleByArgument, CaseIterable {
    case streets
    case children
    case mixed
  }

  /// What was asked; else what a territory's configuration says, else streets.
  func profile(defaults: TerritoryConfiguration?) -> DemandProfile {
    switch profile {
    case nil: defaults?.demand ?? .streets
    case .streets: .streets
    case .children: .children
    case .mixed: defaults?.demand ?? .mixed
    }
  }
}
