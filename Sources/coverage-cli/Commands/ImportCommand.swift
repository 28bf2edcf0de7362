public import ArgumentParser
public import CoverageEngine
import Foundation
import RelaisGeo
import RelaisRegistry
import RelaisReports
import RelaisTown
import RelaisWording

/// `relais import`: checks files and puts copies of them where a run finds them.
struct ImportCommand: SpeakingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import", abstract: Help.words.importAbstract,
      discussion: Help.words.importDiscussion)
  }

  @Argument(help: ArgumentHelp(Help.words.importKindHelp, valueName: "kind"))
  var kind: InputKind

  @Argument(help: ArgumentHelp(Help.words.importFilesHelp, valueName: "file"), completion: .file())
  var files: [String]

  @Flag(name: .long, help: ArgumentHelp(Help.words.replaceHelp))
  var replace = false

  @OptionGroup var layer: LayerOption
  @OptionGroup var territory: TerritoryOption
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if replace, kind != .streets { throw ValidationError(Help.words.replaceIsForStreets) }
  }

  func run(_ speaker: Speaker) throws {
    let words = speaker.words
    let territory = try territory.find()
    var arrival = FileImport(kind, into: territory, layers: layer.layers(aloneFor: [kind]))
    for file in files {
      // All are read before anything is written.
      let checked = try arrival.add(file)
      if global.quiet { continue }
      try speaker.say(words.check(checked.summary))
      if let part = checked.keptPart {
        try speaker.say(words.extracted(part.taken, of: part.rows, kind))
      }
    }
    var taken: [String] = []
    // Said when all are there: a stream nobody reads must not keep the next from being taken.
    let gone = try arrival.take(speaker.work(), replacing: replace) { taken.append($0) }
    if !global.quiet {
      try speaker.done {
        for name in taken { try speaker.say(words.imported(name, kind)) }
        for name in gone { try speaker.say(words.replaced(name, kind)) }
      }
    }
    if kind == .addresses { try index(territory, speaker) }
    if !global.quiet, try arrival.isShadowedByRegistry {
      speaker.warn(words.registryStandsForFiles)
    }
    try global.end(withFindings: arrival.hasFindings)
  }

  /// Makes the base ready for the commands that look addresses up.
  private func index(_ territory: Territory, _ speaker: Speaker) throws {
    let start = ContinuousClock.now
    guard let indexed = try IndexedAddresses(territory), !global.quiet else { return }
    let time = (ContinuousClock.now - start).components
    try speaker.done {
      try speaker.say(
        speaker.words.addressBase(
          rows: indexed.rows, addresses: indexed.addresses, streets: indexed.streets,
          communes: indexed.communes,
          seconds: Double(time.seconds) + Double(time.attoseconds) / 1e18))
    }
  }
}

extension InputKind: ExpressibleByArgument {}
