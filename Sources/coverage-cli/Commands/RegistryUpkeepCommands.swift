import ArgumentParser
import CoverageEngine
import RelaisGeo
import RelaisRegistry
import RelaisReports

/// `relais verify`: the whole check of the registry.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: words.verifyAbstract)

  @OptionGroup var territory: TerritoryOption
  @OptionGroup var global: GlobalOptions

  func run() throws {
    try ErrorPrinter.run {
      let territory = try territory.find()
      let store = try RegistryStore(path: territory.registryFile, for: .reading)
      defer { store.close() }
      let area = TerritoryExtent.box(of: territory)
      let problems = try RegistryVerification.problems(of: store, within: area)
      for problem in problems {
        try Console.output(words.line(problem))
      }
      if problems.contains(where: \.kind.isDamage) {
        Console.error("relais: " + words.unsound(store.path))
        throw ExitStatus.couldNotFinish
      }
      if !global.quiet {
        let histories = try store.histories()
        try Console.output(
          words.sound(
            store.path, establishments: histories.count,
            events: histories.reduce(0) { $0 + $1.events.count }))
        if area == nil { try Console.output(words.extentUnknown) }
      }
      if global.strict, !problems.isEmpty { throw ExitStatus.findings }
    }
  }
}

/// `relais backup`: a checked copy.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: words.backupAbstract)

  @Argument(help: ArgumentHelp(words.backupFileHelp, valueName: "file"))
  var file: String

  @OptionGroup var territory: TerritoryOption
  @OptionGroup var global: GlobalOptions

  func run() throws {
    try ErrorPrinter.run {
      let store = try RegistryStore(path: territory.find().registryFile, for: .reading)
      defer { store.close() }
      try RegistryBackup.make(of: store, to: file)
      if !global.quiet { try Console.output(words.backedUp(file)) }
    }
  }
}

/// `relais restore`: the way back.
struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: words.restoreAbstract)

  @Argument(help: ArgumentHelp(words.restoreFileHelp, valueName: "file"))
  var file: String

  @OptionGroup var territory: TerritoryOption
  @OptionGroup var global: GlobalOptions

  func run() throws {
    try ErrorPrinter.run {
      let target = try territory.find().registryFile
      let time = RegistryStamp.now().recordedAt.filter { $0 != ":" && $0 != "." && $0 != "-" }
      let kept = try RegistryBackup.restore(file, to: target, keepingAs: ".before-restore-\(time)")
      if !global.quiet { try Console.output(words.restored(target, kept: kept)) }
    }
  }
}
