import ArgumentParser
import CoverageEngine
import RelaisGeo
import RelaisReports

/// `relais explain`: for one spot, the nearest relay and the way there, or why nobody reaches it.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: words.explainAbstract, discussion: words.explainDiscussion)

  @Argument(help: ArgumentHelp(words.explainPlaceHelp, valueName: "lon,lat"))
  var place: String

  @OptionGroup(title: words.filesTitle) var plain: PlainFileOptions
  @OptionGroup var territory: TerritoryOption

  @Option(name: .long, help: ArgumentHelp(words.jsonHelp, valueName: "file|-"))
  var json: String?

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard Self.position(place) != nil else { throw ValidationError(words.badPlace(place)) }
  }

  /// `6.183,48.692`: longitude first, a decimal point; or metres on a local plane.
  static func position(_ text: String) -> Position? {
    let parts = text.split(whereSeparator: { ",; ".contains($0) })
    guard parts.count == 2, let x = Double(parts[0]), let y = Double(parts[1]), x.isFinite,
      y.isFinite
    else { return nil }
    return Position(x: x, y: y)
  }

  func run() throws {
    try ErrorPrinter.run {
      guard let position = Self.position(place) else { return }
      let line = ProgressLine(quiet: global.quiet)
      defer { line.finish() }
      let (files, parameters) = try InputFiles.chosen(plain, territory)
      guard files.referenceSystem == .local || position.isGeographic else {
        throw ValidationError(words.badPlace(place))
      }
      let inputs = try Inputs.read(files, progress: line.progress)
      let explanation = PlaceExplanation(
        of: position, network: inputs.network, facilities: inputs.facilities,
        parameters: parameters)
      line.finish()
      if let json {
        try Console.write(
          ExplanationJSON.bytes(explanation, facilities: inputs.facilities), to: json)
      } else {
        try Console.output(words.explain(explanation, facilities: inputs.facilities))
      }
    }
  }
}
