public import ArgumentParser
import CoverageEngine
import Foundation
import RelaisGeo
import RelaisReports
import RelaisTown
public import RelaisWording

/// Options every command takes.
struct GlobalOptions: ParsableArguments {
  /// Declared for help, and so that another value is misuse; what it says was found before (``Language/ofProcess(_:_:)``).
  @Option(
    name: .long,
    help: ArgumentHelp(
      Help.words.languageHelp, valueName: Language.allValueStrings.joined(separator: "|")))
  var lang: Language = Help.words.language

  @Flag(name: .long, help: ArgumentHelp(Help.words.strictHelp))
  var strict = false

  @Flag(name: .long, help: ArgumentHelp(Help.words.quietHelp))
  var quiet = false

  @Flag(name: .long, help: ArgumentHelp(Help.words.timingsHelp))
  var timings = false

  /// - Throws: `ExitStatus.findings` where there are some, under `--strict`.
  func end(withFindings hasFindings: Bool) throws {
    if strict, hasFindings { throw ExitStatus.findings }
  }

  /// The same, where something graver than a note was found.
  func end(withFindings findings: [Finding], or hasProblem: Bool = false) throws {
    try end(withFindings: hasProblem || findings.contains { $0.severity > .note })
  }
}

extension Language: ExpressibleByArgument {
  public init?(argument: String) { self.init(code: argument) }
  public static var allValueStrings: [String] { all.map(\.code) }
  public var defaultValueDescription: String { code }
}

extension Language {
  /// The language of this run: `--lang` wherever it stands, else `RELAIS_LANG`, else the territory's, else French.
  ///
  /// Help texts are made before options are parsed, so the arguments are looked at first.
  ///
  /// - Parameter territory: That of the territory in hand; asked for where nothing stands before it.
  static func ofProcess(
    _ arguments: [String], _ environment: [String: String],
    territory: () -> Language? = { nil }
  ) -> Language {
    for (index, argument) in arguments.enumerated() {
      if argument == "--lang", index + 1 < arguments.count,
        let language = Language(code: arguments[index + 1])
      {
        return language
      }
      if argument.hasPrefix("--lang="),
        let language = Language(code: String(argument.dropFirst(7)))
      {
        return language
      }
    }
    return environment["RELAIS_LANG"].flatMap { Language(code: String($0.prefix(2))) }
      ?? territory() ?? .french
  }

  /// The language of the territory a command line is about: of `--territory`, of a folder it names, of the current one.
  ///
  /// What is wrong with it the command itself reports.
  static func ofTerritory(_ arguments: [String], from folder: String) -> Language? {
    var named: String?
    for (index, argument) in arguments.enumerated() {
      if argument == "--territory", index + 1 < arguments.count { named = arguments[index + 1] }
      if argument.hasPrefix("--territory=") { named = String(argument.dropFirst(12)) }
    }
    let folders = arguments.dropFirst().prefix(3).filter { argument in
      !argument.hasPrefix("-")
        && FileManager.default.fileExists(atPath: argument + "/relais.yml")
    }
    return TerritorySearch(named: named ?? folders.first, from: folder).language()
  }
}
