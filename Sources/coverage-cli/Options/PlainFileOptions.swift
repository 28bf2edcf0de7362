import ArgumentParser
import CoverageEngine
import RelaisGeo
import RelaisRegistry
import RelaisTown
import RelaisWording

/// Plain files instead of a territory, and how to measure on them.
struct PlainFileOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp(Help.words.streetsHelp, valueName: "file"))
  var streets: [String] = []

  @Option(name: .long, help: ArgumentHelp(Help.words.relaysHelp, valueName: "file"))
  var relays: [String] = []

  @Option(name: .long, help: ArgumentHelp(Help.words.boundaryHelp, valueName: "file"))
  var boundary: String?

  @Option(name: .long, help: ArgumentHelp(Help.words.districtsHelp, valueName: "file"))
  var districts: String?

  @Option(
    name: .customLong("priority-areas"),
    help: ArgumentHelp(Help.words.priorityAreasHelp, valueName: "file"))
  var priorityAreas: String?

  // Numbers take what follows them, so that a negative one is reported as such.
  @Option(
    name: .long, parsing: .unconditionalSingleValue,
    help: ArgumentHelp(Help.words.distanceHelp, valueName: "metres"))
  var distance: [Double] = []

  @Option(name: .long, help: ArgumentHelp(Help.words.connectorHelp, valueName: "straight|none"))
  var connector: Connector?

  @Option(
    name: .customLong("max-snap"), parsing: .unconditional,
    help: ArgumentHelp(Help.words.maxSnapHelp, valueName: "metres"))
  var maxSnap: Double?

  @Option(name: .long, help: ArgumentHelp(Help.words.snapHelp, valueName: "streets|nearest"))
  var snap: SnapTo?

  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp(Help.words.bufferHelp, valueName: "metres"))
  var buffer: Double?

  @Option(name: .long, help: ArgumentHelp(Help.words.crsHelp, valueName: "EPSG:n|local"))
  var crs: String?

  @OptionGroup var layer: LayerOption

  enum Connector: String, ExpressibleByArgument, CaseIterable {
    case straight
    case none
  }

  enum SnapTo: String, ExpressibleByArgument, CaseIterable {
    case streets
    case nearest

    var snapping: Snapping {
      switch self {
      case .streets: .streets
      case .nearest: .nearest
      }
    }
  }

  func validate() throws {
    if let crs, (try? ReferenceSystem(parsing: crs)) == nil {
      throw ValidationError(Help.words.badReferenceSystem(crs))
    }
    do { _ = try measure.parameters() } catch {
      throw ValidationError(Help.words.sentence(error))
    }
  }

  /// Whether files are named that go with streets.
  var hasCompanions: Bool {
    !relays.isEmpty || boundary != nil || districts != nil || priorityAreas != nil
  }

  /// - Throws: where a territory is named as well as the files that stand for one, or these lack
  ///   their streets.
  func check(beside territory: TerritoryOption) throws {
    if streets.isEmpty {
      if hasCompanions { throw ValidationError(Help.words.streetsNeeded) }
    } else if territory.territory != nil {
      throw ValidationError(Help.words.filesOrTerritory)
    }
  }

  /// These files where streets are named, else the territory's.
  ///
  /// - Throws: `TerritoryError`.
  func subject(
    else territory: TerritoryOption, _ places: RouteFileOptions? = nil
  ) throws -> Subject {
    let system = try crs.map { try ReferenceSystem(parsing: $0) }
    let layers = layer.layers(aloneFor: [.streets])
    if streets.isEmpty {
      return .territory(try territory.find(), referenceSystem: system, layers: layers)
    }
    var files = PlainFiles(streets: streets, relays: relays)
    files.boundary = boundary
    files.districts = districts
    files.priorityAreas = priorityAreas
    if let places {
      files.schools = places.schools
      files.addresses = places.addresses
      files.catchments = places.catchments
    }
    files.referenceSystem = system
    files.layers = layers
    return .files(files)
  }

  var measure: Measure {
    var measure = Measure()
    measure.budgets = distance
    measure.countsConnector = connector.map { $0 == .straight }
    measure.maximumSnap = maxSnap
    measure.snapping = snap?.snapping
    measure.bufferRadius = buffer
    return measure
  }
}
