import ArgumentParser
import CoverageEngine
import RelaisGeo
import RelaisReports
import RelaisTown
import RelaisWording

/// `relais adherents mailing`.
struct AdherentsMailingCommand: SpeakingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "mailing", abstract: Help.words.mailingAbstract)
  }

  @Option(name: .long, help: ArgumentHelp(Help.words.csvHelp, valueName: "file|-"))
  var csv = "-"

  @OptionGroup var filter: FilterOptions
  @OptionGroup var registry: RegistryOptions
  @OptionGroup var global: GlobalOptions

  func run(_ speaker: Speaker) throws {
    let registry = try registry.open(speaker)
    var filter = filter.filter
    if filter.states.isEmpty { filter.states = [.adherent] }
    try speaker.write(
      MailingCSV.bytes(
        registry.establishments(filter), contacts: registry.contacts(), speaker.words),
      to: csv, for: .owner)
  }
}
