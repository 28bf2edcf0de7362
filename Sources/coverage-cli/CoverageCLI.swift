import ArgumentParser

@main
struct CoverageCLI: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "relais")
}
