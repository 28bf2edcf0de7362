public import ArgumentParser
import Foundation
import RelaisGeo
import RelaisRegistry
public import RelaisReports

/// `relais import`: checks files and puts copies of them where a run finds them.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: words.importAbstract, discussion: words.importDiscussion)

  @Argument(help: ArgumentHelp(words.importKindHelp, valueName: "kind"))
  var kind: InputKind

  @Argument(help: ArgumentHelp(words.importFilesHelp, valueName: "file"))
  var files: [String]

  @OptionGroup var territory: TerritoryOption
  @OptionGroup var global: GlobalOptions

  func run() throws {
    try ErrorPrinter.run {
      let territory = try territory.find()
      var hasFindings = false
      var contents: [(name: String, bytes: [UInt8])] = []
      let setting = CheckSetting(territory)
      for file in files {
        // All are read before anything is written.
        let checked = try CheckedFile.read(file, as: kind, in: setting)
        hasFindings = hasFindings || checked.hasFindings
        if !global.quiet { try Console.output(words.check(checked.summary)) }
        contents.append(try content(of: file, beside: contents.map(\.name), territory))
      }
      let folder = territory.sourceFolder(kind)
      try AtomicFile.createDirectory(folder)
      for content in contents {
        try AtomicFile.write(content.bytes, to: folder + "/" + content.name)
        if !global.quiet { try Console.output(words.imported(content.name, kind)) }
      }
      if kind == .addresses { try index(territory) }
      // A run would not look at them: the registry stands for these files.
      if kind == .adherents, !global.quiet, try RegistryStore.exists(at: territory.registryFile) {
        Console.error("relais: " + words.registryStandsForFiles)
      }
      if global.strict, hasFindings { throw ExitStatus.findings }
    }
  }

  /// Makes the base ready for the commands that look addresses up.
  private func index(_ territory: Territory) throws {
    let start = ContinuousClock.now
    guard let (base, sources) = try AddressBases.index(territory), !global.quiet else { return }
    let time = (ContinuousClock.now - start).components
    try Console.output(
      words.addressBase(
        rows: sources.map(\.rows).reduce(0, +), addresses: base.addressCount,
        streets: base.streetCount, communes: base.communes.count,
        seconds: Double(time.seconds) + Double(time.attoseconds) / 1e18))
  }

  /// A file's bytes as they are, under its own name; a second file of one name gets a number.
  private func content(
    of file: String, beside names: [String], _ territory: Territory
  ) throws -> (name: String, bytes: [UInt8]) {
    guard FileManager.default.fileExists(atPath: file) else {
      throw FormatError.notFound(file: file)
    }
    let own = (file as NSString).lastPathComponent
    var name = own
    var number = 2
    while names.contains(name) {
      name = "\(number)-\(own)"
      number += 1
    }
    if kind == .candidates, try InputFormat(ofFileAt: file) == .csv,
      try SireneReader.kind(ofFileAt: file) != nil
    {
      // A register of the whole country: the town's part of it.
      let part = try SireneReader.extract(
        file, holding: SireneReader.withArrondissements(territory.candidateCommunes))
      if !global.quiet { try Console.output(words.extracted(part.kept, of: part.rows)) }
      return (name.hasSuffix(".gz") ? String(name.dropLast(3)) : name, part.bytes)
    }
    do {
      return (name, [UInt8](try Data(contentsOf: URL(fileURLWithPath: file))))
    } catch {
      throw FormatError.notReadable(
        file: file, detail: (error as NSError).localizedFailureReason ?? "")
    }
  }
}

extension InputKind: ExpressibleByArgument {}
