import ArgumentParser
import CoverageEngine
import RelaisGeo
import RelaisReports

/// `relais explain`: for one spot, the nearest relay and the way there, or why nobody reaches it.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: words.explainAbstract, discussion: words.explainDiscussion)

  @Argument(help: ArgumentHelp(words.explainPlaceHelp, valueName: "address|lon,lat"))
  var place: String

  @Option(name: .long, help: ArgumentHelp(words.addressesHelp, valueName: "file"))
  var addresses: [String] = []

  @OptionGroup(title: words.filesTitle) var plain: PlainFileOptions
  @OptionGroup var territory: TerritoryOption

  @Option(name: .long, help: ArgumentHelp(words.jsonHelp, valueName: "file|-"))
  var json: String?

  @OptionGroup var global: GlobalOptions

  /// `6.183,48.692`: longitude first, a decimal point; or metres on a local plane.
  static func position(_ text: String) -> Position? {
    let parts = text.split(whereSeparator: { ",; ".contains($0) })
    guard parts.count == 2, let x = Double(parts[0]), let y = Double(parts[1]), x.isFinite,
      y.isFinite
    else { return nil }
    return Position(x: x, y: y)
  }

  func validate() throws { try plain.check(beside: territory) }

  func run() throws {
    try ErrorPrinter.run {
      let line = ProgressLine(quiet: global.quiet)
      defer { line.finish() }
      let given = Self.position(place)
      let match = given == nil ? try address(line.progress) : nil
      if let match, !match.isPlace {
        line.finish()
        try Console.output(words.found(match))
        throw ExitStatus.couldNotFinish
      }
      guard let position = given ?? match?.position else { return }
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
          ExplanationJSON.bytes(explanation, facilities: inputs.facilities, address: match),
          to: json)
      } else {
        if let match { try Console.output(words.found(match)) }
        try Console.output(words.explain(explanation, facilities: inputs.facilities))
      }
    }
  }

  /// What the address base says of a place that is no position.
  private func address(_ progress: RelaisGeo.Progress) throws -> GeocodingMatch {
    progress(.readingAddresses)
    guard let base = try AddressBases.read(addresses, else: territory) else {
      throw ValidationError(words.badPlace(place) + " " + words.addressesNeeded)
    }
    var geocoder = Geocoder(base)
    return geocoder.match(AddressInput(place))
  }
}

extension GeocodingMatch {
  /// One spot to start from; not a whole commune, nor one of several addresses.
  var isPlace: Bool {
    guard let kind, kind != .municipality else { return false }
    return !checks.contains {
      if case .ambiguous = $0 { true } else { false }
    }
  }
}
