import RelaisTestSupport
import Testing

/// Help, and who gets what: results on one stream, progress on a terminal only.
@Suite struct HelpAndStreamsTests {
  private static let commands = [
    "init", "run", "report", "import", "check", "coverage", "routes", "prospect", "geocode",
    "explain", "hours", "adherents", "verify", "backup", "restore", "serve", "users", "batch",
    "doctor",
  ]

  @Test(arguments: commands)
  func everyCommandExplainsItselfInEveryLanguage(command: String) throws {
    let folder = try TemporaryFolder()
    let french = try Tool.run(command, "--help", in: folder)
    let english = try Tool.run(command, "--help", "--lang", "en", in: folder)
    let german = try Tool.run(command, "--help", "--lang", "de", in: folder)
    for outcome in [french, english, german] {
      #expect(outcome.status == 0)
      #expect(outcome.errors == "")
      #expect(outcome.output.contains("relais \(command)"))
      // These three name commands of their own.
      for option in ["--lang", "--quiet", "--strict", "--timings"]
      where !["adherents", "users", "batch"].contains(command) {
        #expect(outcome.output.contains(option), "\(command) \(option)")
      }
    }
    #expect(Set([french.output, english.output, german.output]).count == 3)
    #expect(german.output.contains("AUFRUF: ") && german.output.contains("OPTIONEN:"))
  }

  @Test func theToolListsItsCommandsAndSaysItsVersion() throws {
    let folder = try TemporaryFolder()
    let help = try Tool.run("--help", in: folder)
    #expect(help.status == 0)
    for command in Self.commands { #expect(help.output.contains("\n  \(command) ")) }
    let version = try Tool.run("--version", in: folder)
    #expect(version.status == 0)
    #expect(version.output.contains("."))
  }

  @Test(arguments: [
    ["--help"], ["coverage", "--help"], ["adherents", "--help"], ["adherents", "add", "--help"],
    ["import", "--help"], ["coverge"], ["coverage", "--foo"], ["coverage", "a", "b"],
    ["coverage", "--distance", "x"], ["coverage", "--json"], ["coverage", "--quiet=1"],
    ["explain"], ["import", "x", "y"], ["adherents", "list", "--strikt"],
  ])
  func nobodyHasToReadTheParsersEnglish(arguments: [String]) throws {
    let folder = try TemporaryFolder()
    let french = try Tool.run(arguments, in: folder)
    let german = try Tool.run(arguments + ["--lang", "de"], in: folder)
    for outcome in [french, german] {
      #expect(outcome.status == (arguments.last == "--help" ? 0 : 64))
      let shown = outcome.output + outcome.errors
      for phrase in [
        "OVERVIEW", "USAGE", "Usage", "OPTIONS:", "SUBCOMMANDS", "Show ", "default:", "values:",
        "See '", "Error", "Help:", "Missing", "invalid", "Unknown", "nexpected", "Please",
        "does not", " for '",
      ] {
        #expect(!shown.contains(phrase), "\(arguments): \(phrase)")
      }
    }
    let said = german.output + german.errors
    #expect(said.contains(german.status == 0 ? "AUFRUF: " : "Fehler: "))
    for phrase in ["Erreur", "UTILISATION", "convient", "défaut"] {
      #expect(!said.contains(phrase), "\(arguments): \(phrase)")
    }
    let english = try Tool.run(arguments + ["--lang", "en"], in: folder)
    #expect(
      (english.output + english.errors).contains(french.status == 0 ? "USAGE: " : "Error: "))
  }

  /// Runs the tool on a terminal of its own; all it shows.
  private func onTerminal(_ arguments: [String], in folder: TemporaryFolder) throws -> String {
    let command = ([Tool.path] + arguments).map { "'\($0)'" }.joined(separator: " ")
    return try Programs.run(
      Program.script.path, ["-qec", command, "/dev/null"], in: folder.path
    ).output
  }

  @Test(.needs(.script)) func progressIsForTerminalsAndQuietMeansQuiet() throws {
    let folder = try SmallTown.folder()
    let arguments = ["coverage"] + SmallTown.files + ["--json", "out.json"]
    let shown = try onTerminal(arguments, in: folder)
    #expect(shown.contains("\u{1B}[K"))
    let quiet = try onTerminal(arguments + ["--quiet"], in: folder)
    #expect(quiet == "")
    let piped = try Tool.run(arguments, in: folder)
    #expect(!piped.errors.contains("\u{1B}"))
    #expect(piped.output == "")
  }

  @Test func aReaderThatStopsIsNoCrash() throws {
    let folder = try SmallTown.folder()
    let command =
      "\"$0\" coverage \(SmallTown.files.joined(separator: " ")) --json - --edges --quiet | true"
    let outcome = try Programs.run("/bin/sh", ["-c", command, Tool.path], in: folder.path)
    #expect(outcome.status == 0)
    #expect(!outcome.errors.contains("Fatal"))
  }
}
