import ArgumentParser
import Foundation
import RelaisReports

/// The language of this run: `--lang` wherever it stands, else `RELAIS_LANG`, else French.
///
/// Help texts are made before options are parsed, so the arguments are looked at first.
let words = Wording(Language.ofProcess(CommandLine.arguments, ProcessInfo.processInfo.environment))

/// The entry: every command of `relais`.
@main
struct CoverageCLI: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "relais",
    abstract: words.toolAbstract,
    discussion: words.toolDiscussion,
    version: "0.1.0",
    subcommands: [
      InitCommand.self, RunCommand.self, ImportCommand.self, CheckCommand.self,
      CoverageCommand.self, ProspectCommand.self, ExplainCommand.self, AdherentsCommand.self,
      VerifyCommand.self, BackupCommand.self, RestoreCommand.self,
    ])

  /// A place with a negative longitude looks like an option; a space before it says it is none.
  static func main() {
    main(
      CommandLine.arguments.dropFirst().map { argument in
        argument.hasPrefix("-") && ExplainCommand.position(argument) != nil
          ? " " + argument : argument
      })
  }
}
