public import ArgumentParser
public import RelaisReports

/// Options every command takes.
struct GlobalOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp(words.languageHelp, valueName: "fr|en"))
  var lang: Language = words.language

  @Flag(name: .long, help: ArgumentHelp(words.strictHelp))
  var strict = false

  @Flag(name: .long, help: ArgumentHelp(words.quietHelp))
  var quiet = false
}

extension Language: ExpressibleByArgument {}

extension Language {
  /// The language asked for before anything is parsed.
  static func ofProcess(_ arguments: [String], _ environment: [String: String]) -> Language {
    for (index, argument) in arguments.enumerated() {
      if argument == "--lang", index + 1 < arguments.count,
        let language = Language(rawValue: arguments[index + 1])
      {
        return language
      }
      if argument.hasPrefix("--lang="),
        let language = Language(rawValue: String(argument.dropFirst(7)))
      {
        return language
      }
    }
    return environment["RELAIS_LANG"].flatMap { Language(rawValue: String($0.prefix(2))) }
      ?? .french
  }
}
