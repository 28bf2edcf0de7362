import ArgumentParser
import CoverageEngine
import RelaisGeo
import RelaisRegistry
import RelaisReports
import RelaisTown
import RelaisWording

/// `relais verify`: the whole check of the registry.
struct VerifyCommand: SpeakingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "verify", abstract: Help.words.verifyAbstract)
  }

  @Flag(name: .long, help: ArgumentHelp(Help.words.repairHelp))
  var repair = false

  @OptionGroup var territory: TerritoryOption
  @OptionGroup var global: GlobalOptions

  func run(_ speaker: Speaker) throws {
    let words = speaker.words
    let registry = TownRegistry(of: try territory.find(), speaker.work())
    if repair, let outcome = try registry.repair(), !global.quiet {
      try speaker.done {
        try speaker.say(words.repaired(registry.territory.registryFile, kept: outcome.kept))
        for problem in outcome.mended { try speaker.say(words.line(problem)) }
      }
    }
    let found = try registry.verify()
    for problem in found.problems {
      try speaker.say(words.line(problem))
    }
    if found.isErasureUnfinished { speaker.warn(words.erasureUnfinished) }
    if found.isOpenToOthers { speaker.warn(words.registryOpen(found.file)) }
    if found.isDamaged {
      speaker.warn(words.unsound(found.file))
      throw ExitStatus.couldNotFinish
    }
    if !global.quiet {
      try speaker.say(
        words.sound(found.file, establishments: found.establishments, events: found.events))
      if !found.isExtentKnown { try speaker.say(words.extentUnknown) }
    }
    try global.end(
      withFindings: !found.problems.isEmpty || found.isErasureUnfinished || found.isOpenToOthers)
  }
}

/// `relais backup`: a checked copy.
struct BackupCommand: SpeakingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "backup", abstract: Help.words.backupAbstract)
  }

  @Argument(help: ArgumentHelp(Help.words.backupFileHelp, valueName: "file"), completion: .file())
  var file: String

  @OptionGroup var territory: TerritoryOption
  @OptionGroup var global: GlobalOptions

  func run(_ speaker: Speaker) throws {
    try TownRegistry(of: territory.find(), speaker.work()).backUp(to: file)
    if !global.quiet { try speaker.done { try speaker.say(speaker.words.backedUp(file)) } }
  }
}

/// `relais restore`: the way back.
struct RestoreCommand: SpeakingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "restore", abstract: Help.words.restoreAbstract)
  }

  @Argument(help: ArgumentHelp(Help.words.restoreFileHelp, valueName: "file"), completion: .file())
  var file: String

  @OptionGroup var territory: TerritoryOption
  @OptionGroup var global: GlobalOptions

  func run(_ speaker: Speaker) throws {
    let registry = TownRegistry(of: try territory.find(), speaker.work())
    let kept = try registry.restore(file)
    if global.quiet { return }
    try speaker.done {
      try speaker.say(speaker.words.restored(registry.territory.registryFile, kept: kept))
    }
  }
}
