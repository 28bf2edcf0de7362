import ArgumentParser
import CoverageEngine
import RelaisGeo
import RelaisRegistry
import RelaisReports

/// `relais check`: what files hold and what would be rejected; writes nothing.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: words.checkAbstract, discussion: words.checkDiscussion)

  @Argument(help: ArgumentHelp(words.checkFilesHelp, valueName: "file"))
  var files: [String]

  @OptionGroup var territory: TerritoryOption

  @Option(name: .long, help: ArgumentHelp(words.crsHelp, valueName: "EPSG:n|local"))
  var crs: String?

  @Option(name: .long, help: ArgumentHelp(words.jsonHelp, valueName: "file|-"))
  var json: String?

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if let crs, (try? ReferenceSystem(parsing: crs)) == nil {
      throw ValidationError(words.badReferenceSystem(crs))
    }
  }

  func run() throws {
    var isRefused = false
    var hasFindings = false
    var summaries: [CheckSummary] = []
    let system = try crs.map { try ReferenceSystem(parsing: $0) }
    var settings: [String: CheckSetting] = [:]
    func setting(of file: String) throws -> CheckSetting {
      let territory = try self.territory.findIfAny(else: file)
      let setting =
        settings[territory?.folder ?? ""] ?? CheckSetting(territory, system: system)
      settings[territory?.folder ?? ""] = setting
      return setting
    }
    for file in files {
      do {
        let checked = try CheckedFile.read(file, in: setting(of: file))
        hasFindings = hasFindings || checked.hasFindings
        summaries.append(checked.summary)
        if !global.quiet, json == nil { try Console.output(words.check(checked.summary)) }
      } catch {
        Console.error("relais: " + ErrorPrinter.sentence(error))
        isRefused = true
      }
    }
    if let json { try ErrorPrinter.run { try Console.write(CheckJSON.bytes(summaries), to: json) } }
    if isRefused { throw ExitStatus.couldNotFinish }
    if global.strict, hasFindings { throw ExitStatus.findings }
  }
}
