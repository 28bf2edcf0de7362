import ArgumentParser
import CoverageEngine
import RelaisRegistry
import RelaisReports

/// `relais adherents join`.
struct AdherentsJoinCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "join", abstract: words.adherentsJoinAbstract)

  @Argument(help: ArgumentHelp(words.codeHelp, valueName: "code"))
  var code: String

  @Option(name: .long, help: ArgumentHelp(words.stickerHelp, valueName: "number"))
  var sticker: String?

  @OptionGroup var occasion: OccasionOptions
  @OptionGroup var registry: RegistryOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    try ErrorPrinter.run {
      let code = try TakenCandidate.known(code, registry)
      try RecordedChange.write(registry, quiet: global.quiet) { writer, stamp in
        let history = try writer.history(named: code)
        let day = (occasion.date ?? stamp.today).iso
        var values: [EstablishmentField: String?] = [:]
        // One who comes back after a suspension signed already.
        if history.establishment()?.state != .suspended { values[.charterOn] = day }
        if let sticker {
          values[.sticker] = sticker
          values[.stickerOn] = day
        }
        return try writer.move(history.id, to: .adherent, values, occasion.occasion)?.establishment
      }
    }
  }
}

/// `relais adherents suspend`.
struct AdherentsSuspendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suspend", abstract: words.adherentsSuspendAbstract)

  @Argument(help: ArgumentHelp(words.codeHelp, valueName: "code"))
  var code: String

  @OptionGroup var occasion: OccasionOptions
  @OptionGroup var registry: RegistryOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    try ErrorPrinter.run {
      let code = try TakenCandidate.known(code, registry)
      try RecordedChange.write(registry, quiet: global.quiet) { writer, _ in
        try writer.move(writer.history(named: code).id, to: .suspended, [:], occasion.occasion)?
          .establishment
      }
    }
  }
}

/// `relais adherents leave`.
struct AdherentsLeaveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "leave", abstract: words.adherentsLeaveAbstract)

  @Argument(help: ArgumentHelp(words.codeHelp, valueName: "code"))
  var code: String

  @OptionGroup var occasion: OccasionOptions
  @OptionGroup var registry: RegistryOptions
  @OptionGroup var global: GlobalOptions

  func run() throws {
    try ErrorPrinter.run {
      let code = try TakenCandidate.known(code, registry)
      try RecordedChange.write(registry, quiet: global.quiet) { writer, _ in
        try writer.move(writer.history(named: code).id, to: .left, [:], occasion.occasion)?
          .establishment
      }
    }
  }
}
