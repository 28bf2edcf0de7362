import ArgumentParser
import Foundation
import RelaisGeo
import RelaisReports
import RelaisTown
import RelaisWording

/// The entry: every command of `relais`.
@main
struct CoverageCLI: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "relais",
      abstract: Help.words.toolAbstract,
      discussion: Help.words.toolDiscussion,
      version: Program.version,
      subcommands: (commands.first { $0.name == named }.map { [$0] } ?? commands).map(\.type))
  }

  /// Every command, with the name its configuration gives it.
  static var commands: [(name: String, type: any ParsableCommand.Type)] {
    [
      ("init", InitCommand.self), ("run", RunCommand.self), ("report", ReportCommand.self),
      ("import", ImportCommand.self), ("check", CheckCommand.self),
      ("coverage", CoverageCommand.self), ("routes", RoutesCommand.self),
      ("prospect", ProspectCommand.self), ("geocode", GeocodeCommand.self),
      ("explain", ExplainCommand.self), ("hours", HoursCommand.self),
      ("adherents", AdherentsCommand.self), ("verify", VerifyCommand.self),
      ("backup", BackupCommand.self), ("restore", RestoreCommand.self),
      ("serve", ServeCommand.self), ("users", UsersCommand.self), ("batch", BatchCommand.self),
      ("doctor", DoctorCommand.self),
    ]
  }

  /// The first argument: where it names a command, the others and their help texts are not made.
  @TaskLocal private static var named: String?

  static func main() {
    Console.holdClosedStreams()
    let words = Wording(
      Language.ofProcess(CommandLine.arguments, ProcessInfo.processInfo.environment) {
        .ofTerritory(
          CommandLine.arguments, from: FileManager.default.currentDirectoryPath)
      })
    Help.$words.withValue(words) {
      $named.withValue(CommandLine.arguments.dropFirst().first) { main(in: words) }
    }
  }

  private static func main(in words: Wording) {
    Interruption.watch(in: words)
    var kind: (any ParsableCommand.Type)?
    do {
      var command = try parseAsRoot(arguments)
      kind = type(of: command)
      if let command = command as? any SpeakingCommand {
        try command.run(in: words)
      } else {
        try command.run()
      }
      Interruption.conclude()
    } catch {
      // Help and version end well; misuse does not.
      let status = exitCode(for: error)
      let own = message(for: error, of: kind)
      let message =
        status.isSuccess && own == Program.version
        ? words.versionLines(of: Doctor.program()).joined(separator: "\n") + "\n"
        : words.parserMessage(own + "\n")
      if status.isSuccess {
        do { try Console.output(String(message.dropLast())) } catch {
          Console.error("relais: " + words.sentence(of: error))
          exit(withError: ExitStatus.couldNotFinish)
        }
      } else if message != "\n" {
        Console.error(String(message.dropLast()))
      }
      Interruption.conclude()
      exit(withError: status)
    }
  }

  /// What the parser says of an error, with the usage of the command that found it while it ran.
  ///
  /// The parser knows such a command by its own name alone, without those above it.
  private static func message(
    for error: any Error, of command: (any ParsableCommand.Type)?
  ) -> String {
    guard let command, let path = path(to: command, from: self), let own = path.last else {
      return fullMessage(for: error)
    }
    let full = path.joined(separator: " ")
    return command.fullMessage(for: error)
      .replacing("Usage: " + own, with: "Usage: " + full)
      .replacing("See '" + own, with: "See '" + full)
  }

  /// The names from the tool down to a command.
  private static func path(
    to command: any ParsableCommand.Type, from above: any ParsableCommand.Type
  ) -> [String]? {
    let name = above.configuration.commandName ?? ""
    if command == above { return [name] }
    return above.configuration.subcommands.lazy.compactMap { path(to: command, from: $0) }.first
      .map { [name] + $0 }
  }

  /// A place with a negative longitude looks like an option; a space before it says that it is not.
  private static var arguments: [String] {
    CommandLine.arguments.dropFirst().map { argument in
      argument.hasPrefix("-") && Position(parsing: argument) != nil
        ? " " + argument : argument
    }
  }
}
