import Hummingbird
import RelaisRegistry
import RelaisTown

/// The rounds of the prospection list, for a telephone.
struct RoundRoutes {
  let state: DeskState

  var routes: [DeskRoute] {
    [
      DeskRoute(.get, "/api/v1/round", .roles([.apprentice, .agent])) { _, context in
        let work = state.work(by: "", in: context.wording)
        let bytes = try await state.rounds.value(
          of: RegistryMark(of: state.territory.registryFile)
        ) { [territory = state.territory] in
          try await Blocking.long.run { try TownRounds.json(territory, work) }
        }
        return Reply.json(bytes)
      }
    ]
  }
}
