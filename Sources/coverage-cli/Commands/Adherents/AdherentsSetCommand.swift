import ArgumentParser
import CoverageEngine
import RelaisGeo
import RelaisRegistry
import RelaisReports

/// `relais adherents set`.
struct AdherentsSetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: words.adherentsSetAbstract,
    discussion: words.adherentsSetDiscussion)

  @Argument(help: ArgumentHelp(words.codeHelp, valueName: "code"))
  var code: String

  @Argument(help: FactArgument.help)
  var facts: [String] = []

  @OptionGroup var contact: ContactOptions
  @OptionGroup var occasion: OccasionOptions
  @OptionGroup var registry: RegistryOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws { _ = try FactArgument.values(facts) }

  func run() throws {
    try ErrorPrinter.run {
      let values = try FactArgument.values(facts)
      let lookup = try AddressLookup(registry, for: values)
      var match: GeocodingMatch?
      let code = try TakenCandidate.known(code, registry)
      try RecordedChange.write(registry, quiet: global.quiet) { writer, stamp in
        let history = try writer.history(named: code)
        let id = history.id
        var values = values
        match = lookup?.place(&values, of: history.establishment())
        var isChanged =
          try writer.set(id, values, today: stamp.today, occasion.occasion) != nil
        if let contact = contact.contact(of: id, known: try writer.contact(of: id)) {
          try writer.setContact(contact)
          isChanged = true
        }
        return isChanged ? id : nil
      }
      if let match, !global.quiet { AddressLookup.tell(match) }
    }
  }
}
