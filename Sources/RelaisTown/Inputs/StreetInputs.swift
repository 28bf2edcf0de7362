import CoverageEngine
import RelaisGeo
import RelaisRegistry
import RelaisReports

/// The streets of a run, read first: where they lie says how the coordinates of all else are taken.
struct StreetInputs {
  var network: StreetNetwork
  /// The system outputs are written in.
  var referenceSystem: ReferenceSystem
  /// How the coordinates of further files are to be taken.
  var surroundings: Surroundings
  /// Shops of the same files, where the run asks for them.
  var shops: TakenShops?
  /// One per file read.
  var reports: [(kind: InputKind, report: ImportReport)] = []

  /// - Parameter outline: The study area; `nil` where there is none, or where it is read later.
  /// - Throws: what the importers throw, at the first file that cannot be read at all.
  static func read(
    _ files: InputFiles, around outline: StudyArea? = nil,
    progress: RelaisGeo.Progress = .silent
  ) throws -> StreetInputs {
    // A system that cannot serve is reported before anything is read.
    if let system = files.referenceSystem, system != .local, !system.isGeographic {
      try Projector(system).checkMetric()
    }
    var surroundings = Surroundings(files.referenceSystem)
    surroundings.reading = files.reading(around: outline, on: surroundings.ground)
    progress(.readingStreets)
    var shops = files.readsCandidates ? TakenShops(files) : nil
    var streets = try StreetsImporter.read(
      files: files[.streets], layer: files.layers[.streets],
      mapping: files.columns[.streets] ?? ColumnMapping(), in: surroundings,
      shopsBy: { shops?.categories(askedOf: $0) })
    shops?.byFile = streets.shops
    progress(.buildingNetwork)
    streets.sections.reading = surroundings.reading
    let network = NetworkBuilder.network(of: streets.sections, countingDoublesOnce: true)
    let system = files.referenceSystem ?? suited(to: network, outline)
    if surroundings.ground == .ellipsoid, surroundings.projected == nil, !system.isGeographic {
      surroundings.projected = system
    }
    return StreetInputs(
      network: network, referenceSystem: system, surroundings: surroundings, shops: shops,
      reports: streets.reports.map { (.streets, $0) })
  }

  /// The system for where the study area lies, else the streets; degrees without streets.
  private static func suited(
    to network: StreetNetwork, _ outline: StudyArea?
  ) -> ReferenceSystem {
    guard network.ground == .ellipsoid else { return .local }
    if let box = outline?.envelope { return .suited(to: box.centre) }
    guard network.edgeCount > 0 else { return .geographic }
    return .suited(to: network.envelope.centre)
  }
}
