package import RelaisGeo

extension Wording {
  /// What a long step is doing, for its progress line.
  package func step(_ step: Progress.Step) -> String {
    switch step {
    case .readingStreets: say("command.step.readingStreets")
    case .buildingNetwork: say("command.step.buildingNetwork")
    case .readingPlaces: say("command.step.readingPlaces")
    case .readingAddresses: say("command.step.readingAddresses")
    case .geocoding: say("command.step.geocoding")
    case .searching: say("command.step.searching")
    case .serviceAreas: say("command.step.serviceAreas")
    case .describingGaps: say("command.step.describingGaps")
    case .planningRoutes: say("command.step.planningRoutes")
    case .openingHours: say("command.step.openingHours")
    case .choosing: say("command.step.choosing")
    case .pastQuarters: say("command.step.pastQuarters")
    case .writing: say("command.step.writing")
    }
  }
}
