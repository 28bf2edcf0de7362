public import ArgumentParser
public import CoverageEngine
import Foundation
import RelaisGeo
import RelaisRegistry
import RelaisReports

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
      var contents: [(name: String, file: String, part: [UInt8]?)] = []
      let setting = CheckSetting(territory)
      for file in files {
        // All are read before anything is written.
        let checked = try CheckedFile.read(file, as: kind, in: setting)
        hasFindings = hasFindings || checked.hasFindings
        if !global.quiet { try Console.output(words.check(checked.summary)) }
        let part = checked.register?.part
        if let register = checked.register, part != nil, !global.quiet {
          try Console.output(words.extracted(register.taken, of: register.rows))
        }
        let name = name(of: file, isPart: part != nil, beside: contents.map(\.name))
        contents.append((name, file, part))
      }
      let folder = territory.sourceFolder(kind)
      try AtomicFile.createDirectory(folder)
      for (name, file, part) in contents {
        if let part {
          try AtomicFile.write(part, to: folder + "/" + name)
        } else {
          try AtomicFileStream.copy(file, to: folder + "/" + name)
        }
        if !global.quiet { try Console.output(words.imported(name, kind)) }
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

  /// A file's own name, that of CSV for a part of a compressed one; a second file of one name gets a
  /// number.
  private func name(of file: String, isPart: Bool, beside names: [String]) -> String {
    var own = (file as NSString).lastPathComponent as NSString
    if isPart, ["gz", "zip"].contains(own.pathExtension.lowercased()) {
      own = own.deletingPathExtension as NSString
      if own.pathExtension.lowercased() != "csv" { own = own.appending(".csv") as NSString }
    }
    var name = own as String
    var number = 2
    while names.contains(name) {
      name = "\(number)-\(own)"
      number += 1
    }
    return name
  }
}

extension InputKind: ExpressibleByArgument {}
