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
    case .checkingNetwork: say("command.step.checkingNetwork")
    case .serviceAreas: say("command.step.serviceAreas")
    case .describingGaps: say("command.step.describingGaps")
    case .planningRoutes: say("command.step.planningRoutes")
    case .openingHours: say("command.step.openingHours")
    case .choosing: say("command.step.choosing")
    case .pastQuarters: say("command.step.pastQuarters")
    case .writing: say("command.step.writing")
    }
  }

  /// What comes before the first of them: finding the arguments, opening the territory.
  package var startingStep: String { say("command.startingStep") }
  package var allSteps: String { say("command.allSteps") }

  /// What a step took.
  ///
  /// - Parameters:
  ///   - processor: Seconds of all cores together.
  ///   - memory: Bytes at most by the end of the step.
  package func timing(_ step: String, seconds: Double, processor: Double, memory: Int) -> String {
    say(
      "command.timing",
      [
        "step": .text(step), "seconds": .number(seconds), "processor": .number(processor),
        "memory": .integer(memory >> 20),
      ])
  }
}
