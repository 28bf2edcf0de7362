import ArgumentParser
import CoverageEngine
import RelaisRegistry
import RelaisReports

/// `relais adherents stickers`.
struct AdherentsStickersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stickers", abstract: words.stickersAbstract)

  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp(words.stickersBoughtHelp, valueName: "count"))
  var bought: Int?

  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp(words.stickersLostHelp, valueName: "count"))
  var lost: Int?

  @Option(name: .long, help: ArgumentHelp(words.stickersRecoveredHelp, valueName: "code"))
  var recovered: String?

  @OptionGroup var occasion: OccasionOptions
  @OptionGroup var registry: RegistryOptions
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    for count in [bought, lost].compactMap({ $0 }) where !(1...1_000_000).contains(count) {
      throw ValidationError(words.wholeNumberNeeded)
    }
  }

  func run() throws {
    try ErrorPrinter.run {
      if bought != nil || lost != nil || recovered != nil { try write() }
      let store = try registry.open(for: .reading)
      defer { store.close() }
      try Console.output(
        words.stock(
          StickerStock(try store.histories(), movements: try store.stickerMovements())))
    }
  }

  private func write() throws {
    let store = try registry.open(for: bought == nil ? .writing : .creating)
    defer { store.close() }
    let recovered = try recovered.map { try TakenCandidate.known($0, registry) }
    let edits = try store.write(registry.stamp) { writer in
      if let bought { try writer.moveStickers(.bought, bought, on: occasion.date) }
      if let lost { try writer.moveStickers(.lost, lost, on: occasion.date) }
      if let recovered {
        let id = try writer.history(named: recovered).id
        let event = try writer.record(
          .changed, of: id, [.sticker: nil, .stickerOn: nil], from: occasion.date,
          reason: occasion.reason)
        // One that has none gives none back.
        if event != nil { try writer.moveStickers(.recovered, 1, on: occasion.date) }
      }
      return writer.edits
    }
    EditPrinter.print(edits, quiet: global.quiet)
  }
}
