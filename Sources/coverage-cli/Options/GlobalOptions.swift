public import ArgumentParser
import CoverageEngine
import RelaisGeo
import RelaisReports
import RelaisTown
public import RelaisWording

/// Options every command takes.
struct GlobalOptions: ParsableArguments {
  /// Declared for help, and so that another value is misuse; what it says was found before (``Language/ofProcess(_:_:)``).
  @Option(name: .long, help: ArgumentHelp(Help.words.languageHelp, valueName: "fr|en"))
  var lang: Language = Help.words.language

  @Flag(name: .long, help: ArgumentHelp(Help.words.strictHelp))
  var strict = false

  @Flag(name: .long, help: ArgumentHelp(Help.words.quietHelp))
  var quiet = false

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
  /// The language of this run: `--lang` wherever it stands, else `RELAIS_LANG`, else French.
  ///
  /// Help texts are made before options are parsed, so the arguments are looked at first.
  static func ofProcess(_ arguments: [String], _ environment: [String: String]) -> Language {
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
      ?? .french
  }
}
