import ArgumentParser
import RelaisTown
import RelaisWording

/// `relais doctor`: what is installed, what data is there, what is missing; changes nothing.
struct DoctorCommand: SpeakingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "doctor", abstract: Help.words.doctorAbstract,
      discussion: Help.words.doctorDiscussion)
  }

  @OptionGroup var territory: TerritoryOption

  @Option(name: .long, help: ArgumentHelp(Help.words.jsonHelp, valueName: "file|-"))
  var json: String?

  @OptionGroup var global: GlobalOptions

  func run(_ speaker: Speaker) throws {
    let diagnosis = try Doctor(territory.search, speaker.work()).examine()
    if let json {
      try speaker.write(diagnosis.json(speaker.words), to: json)
    } else if !global.quiet {
      try speaker.say(speaker.words.lines(of: diagnosis).joined(separator: "\n"))
    }
    try global.end(withFindings: diagnosis.hasFindings)
  }
}
