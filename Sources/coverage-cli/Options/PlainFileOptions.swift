import ArgumentParser
import CoverageEngine
import RelaisGeo
import RelaisRegistry

/// Plain files instead of a territory, and how to measure on them.
struct PlainFileOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp(words.streetsHelp, valueName: "file"))
  var streets: [String] = []

  @Option(name: .long, help: ArgumentHelp(words.relaysHelp, valueName: "file"))
  var relays: [String] = []

  @Option(name: .long, help: ArgumentHelp(words.boundaryHelp, valueName: "file"))
  var boundary: String?

  @Option(name: .long, help: ArgumentHelp(words.districtsHelp, valueName: "file"))
  var districts: String?

  @Option(
    name: .customLong("priority-areas"),
    help: ArgumentHelp(words.priorityAreasHelp, valueName: "file"))
  var priorityAreas: String?

  // Numbers take what follows them, so that a negative one is told as such.
  @Option(
    name: .long, parsing: .unconditionalSingleValue,
    help: ArgumentHelp(words.distanceHelp, valueName: "metres"))
  var distance: [Double] = []

  @Option(name: .long, help: ArgumentHelp(words.connectorHelp, valueName: "straight|none"))
  var connector: Connector?

  @Option(
    name: .customLong("max-snap"), parsing: .unconditional,
    help: ArgumentHelp(words.maxSnapHelp, valueName: "metres"))
  var maxSnap: Double?

  @Option(
    name: .long, parsing: .unconditional, help: ArgumentHelp(words.bufferHelp, valueName: "metres"))
  var buffer: Double?

  @Option(name: .long, help: ArgumentHelp(words.crsHelp, valueName: "EPSG:n|local"))
  var crs: String?

  enum Connector: String, ExpressibleByArgument, CaseIterable {
    case straight
    case none
  }

  func validate() throws {
    if let crs, (try? ReferenceSystem(parsing: crs)) == nil {
      throw ValidationError(words.badReferenceSystem(crs))
    }
    do { _ = try parameters(defaults: nil) } catch let error as AnalysisParameters.Invalid {
      throw ValidationError(words.sentence(error))
    }
  }

  /// Whether files are named that go with streets.
  var hasCompanions: Bool {
    !relays.isEmpty || boundary != nil || districts != nil || priorityAreas != nil
  }

  /// - Throws: where a territory is named beside the files that stand for one, or these lack their streets.
  func check(beside territory: TerritoryOption) throws {
    if streets.isEmpty {
      if hasCompanions { throw ValidationError(words.streetsNeeded) }
    } else if territory.territory != nil {
      throw ValidationError(words.filesOrTerritory)
    }
  }

  /// What was asked, over what a territory's configuration says.
  func parameters(defaults: TerritoryConfiguration?) throws -> AnalysisParameters {
    try AnalysisParameters(
      budgets: distance.isEmpty
        ? defaults?.budgets ?? TerritoryConfiguration.standardBudgets : distance,
      countsConnector: connector.map { $0 == .straight } ?? defaults?.countsConnector ?? true,
      maximumSnap: maxSnap ?? defaults?.maximumSnap ?? 60,
      bufferRadius: buffer ?? defaults?.bufferRadius ?? 25)
  }

  var referenceSystem: ReferenceSystem? {
    get throws { try crs.map { try ReferenceSystem(parsing: $0) } }
  }
}
