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
      InitCommand.self, RunCommand.self, ReportCommand.self, ImportCommand.self, CheckCommand.self,
      CoverageCommand.self, RoutesCommand.self, ProspectCommand.self, GeocodeCommand.self,
      ExplainCommand.self, HoursCommand.self, AdherentsCommand.self, VerifyCommand.self,
      BackupCommand.self, RestoreCommand.self,
    ])

  /// The program and its version, as what it writes names them.
  static let generator = "Relais \(configuration.version)"

  static func main() {
    do {
      var command = try parseAsRoot(arguments)
      try command.run()
    } catch {
      // Help and version end well; misuse does not.
      let status = exitCode(for: error)
      let message = words.parserMessage(fullMessage(for: error) + "\n")
      if status.isSuccess {
        try? Console.output(String(message.dropLast()))
      } else if message != "\n" {
        Console.error(String(message.dropLast()))
      }
      exit(withError: status)
    }
  }

  /// A place with a negative longitude looks like an option; a space before it says it is none.
  private static var arguments: [String] {
    CommandLine.arguments.dropFirst().map { argument in
      argument.hasPrefix("-") && ExplainCommand.position(argument) != nil
        ? " " + argument : argument
    }
  }
}
