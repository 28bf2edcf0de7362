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
    var reports: [(kind: InputKind, report: ImportReport)] = []
    var shops = files.readsCandidates ? TakenShops(files) : nil
    var sections: StreetSections?
    for file in files[.streets] {
      let mapping = files.columns[.streets] ?? ColumnMapping()
      let imported =
        try shops?.streets(of: file, mapping, in: surroundings)
        ?? StreetsImporter.read(
          file, layer: files.layers[.streets], mapping: mapping, in: surroundings)
      reports.append((.streets, imported.report))
      if sections == nil { sections = imported.value } else { sections?.append(imported.value) }
    }
    progress(.buildingNetwork)
    var all = sections ?? StreetSections(ground: surroundings.ground, identifiers: .texts([]))
    sections = nil
    all.reading = surroundings.reading
    let network = NetworkBuilder.network(of: all).countingDoublesOnce()
    let system = files.referenceSystem ?? suited(to: network, outline)
    if surroundings.ground == .ellipsoid, surroundings.projected == nil, !system.isGeographic {
      surroundings.projected = system
    }
    return StreetInputs(
      network: network, referenceSystem: system, surroundings: surroundings, shops: shops,
      reports: reports)
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
