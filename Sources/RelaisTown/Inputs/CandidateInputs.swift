import Computing
import CoverageEngine
import Foundation
import RelaisGeo
import RelaisRegistry
import RelaisReports
import RelaisWording

/// The candidates of a run: read from every source, merged, judged.
struct CandidateInputs: Sendable {
  var pool = CandidatePool()
  var reports: [ImportReport] = []
  /// The standard ones where none was read, which are not made before somebody asks.
  var categories: CategoryTable {
    get { ownCategories ?? .standard }
    set { ownCategories = newValue }
  }
  private var ownCategories: CategoryTable?
  /// Relays a source says are closed.
  var closures = ClosuresSeen(relays: [], establishments: [], sources: [], ground: .plane)
  /// Those who said yes and have yet to join, where they are.
  var agreed: [Facility] = []
  /// What the registry is to remember of the map; nothing of a past day.
  var sightings: [MapSighting] = []
  /// What the files hold, one per file, where the run keeps it (``InputFiles/keepsCandidateSources``).
  var sources: [CandidateSource] = []

  /// - Parameters:
  ///   - inputs: The network, relays and boundary of the run, read already.
  ///   - shops: Those taken with the streets.
  ///   - histories: What the registry knows; empty without one.
  ///   - memory: What it remembers of the map.
  /// - Throws: what the importers throw.
  static func read(
    _ files: InputFiles, beside inputs: Inputs, _ shops: TakenShops,
    histories: [EstablishmentHistory], memory: [MapSighting], in surroundings: Surroundings,
    _ wording: Wording
  ) throws -> CandidateInputs {
    var result = CandidateInputs()
    result.categories = try shops.categories.get()
    var importer = importer(files, result.categories, in: surroundings)
    importer.taken = shops.byFile
    let imported = try importer.read(files[.candidates])
    // Streets without a shop are streets alone.
    result.reports = imported.map(\.report).filter {
      $0.rows > 0 || !files[.streets].contains($0.file)
    }
    let sources = imported.map(\.value)
    if files.keepsCandidateSources { result.sources = sources }
    let gathering = gathering(
      files, result.categories, relays: inputs.facilities, beside: inputs, histories: histories)
    result.agreed = gathering.histories.compactMap { $0.establishment(on: gathering.today) }
      .filter { $0.state == .agreed }.compactMap(\.facility)
    // What is on the map today was not on that of a past day.
    let isPast = files.registry.map { $0.stamp.today > files.day ?? $0.stamp.today } ?? false
    let seen = try sources + shopsOnly(files, importer)
    let (pool, watch) = try Parallel.both(
      { try gathering.pool(sources) },
      { [gathering] in MapWatch(gathering, seen, memory: isPast ? [] : memory) })
    result.pool = named(pool, result.categories, wording)
    if !isPast { result.sightings = watch.sightings }
    result.closures = ClosuresSeen(
      relays: inputs.facilities, establishments: gathering.adherents, sources: seen,
      watch: watch, ground: surroundings.ground)
    return result
  }

  /// The candidates again after a change of the relays, from sources that were kept.
  ///
  /// - Parameter inputs: Those the sources were read with; their relays are of no concern.
  /// - Throws: `GeometryError` for a study area with invalid rings.
  func candidates(
    _ files: InputFiles, beside inputs: Inputs, relays: [Facility],
    histories: [EstablishmentHistory], _ wording: Wording
  ) throws(GeometryError) -> [Candidate] {
    let gathering = CandidateInputs.gathering(
      files, categories, relays: relays, beside: inputs, histories: histories)
    return CandidateInputs.named(try gathering.pool(sources), categories, wording).candidates
  }

  private static func gathering(
    _ files: InputFiles, _ categories: CategoryTable, relays: [Facility], beside inputs: Inputs,
    histories: [EstablishmentHistory]
  ) -> CandidateGathering {
    var gathering = CandidateGathering(categories: categories, ground: inputs.network.ground)
    gathering.facilities = relays
    gathering.judgesLists = files.territory != nil
    gathering.studyArea = inputs.boundary
    gathering.reach = files.reach
    gathering.streets = (inputs.network, files.maximumSnap)
    gathering.know(histories, on: files.day ?? files.registry?.stamp.today)
    return gathering
  }

  /// With the kinds of candidates in the words of a language.
  private static func named(
    _ pool: CandidatePool, _ categories: CategoryTable, _ wording: Wording
  ) -> CandidatePool {
    var pool = pool
    for index in pool.candidates.indices {
      pool.candidates[index].place.kind = kind(
        of: pool.candidates[index], in: categories, wording)
    }
    return pool
  }

  /// The map's shops where none of them is a candidate, a list standing for them: whether relays are still there is
  /// asked all the same. Nothing without a registry, or without extracts.
  private static func shopsOnly(
    _ files: InputFiles, _ importer: CandidatesImporter
  ) throws -> [CandidateSource] {
    guard let registry = files.registry else { return [] }
    let extracts = registry.territory.streetExtracts.filter { !files[.candidates].contains($0) }
    return try importer.read(extracts).map(\.value)
  }

  /// A list's own word for what a place is; for a tag or a code of activity, its category's name.
  private static func kind(
    of candidate: Candidate, in categories: CategoryTable, _ wording: Wording
  ) -> FacilityKind? {
    let own = candidate.place.kind
    let isWord =
      own.map { !$0.text.contains("=") && !($0.text.first?.isNumber ?? true) } ?? false
    let category = candidate.category.flatMap { categories[$0] }
    return isWord ? own : category.map { FacilityKind(wording.name($0)) } ?? own
  }

  /// A candidate somebody names, and the establishment of the registry it is, if that knows it.
  typealias Named = (
    place: SourcedCandidate, category: CandidateCategory?, establishment: String?
  )

  /// Candidates of a territory by their identifiers in any source, whoever they are to be left out.
  static func named(
    _ ids: Set<String>, of territory: Territory, histories: [EstablishmentHistory],
    on stamp: RegistryStamp
  ) throws -> [String: Named] {
    let files = try InputFiles(territory, stamp: stamp)
    let surroundings = Surroundings(files.referenceSystem)
    let categories = try territory.categories()
    let sources = try importer(files, categories, in: surroundings).read(files[.candidates])
      .map(\.value)
    var gathering = CandidateGathering(categories: categories, ground: surroundings.ground)
    gathering.know(histories, on: stamp.today)
    var found: [String: SourcedCandidate] = [:]
    for place in gathering.places(of: sources) {
      for id in [place.candidate.id] + place.candidate.otherIDs
      where ids.contains(id) && found[id] == nil {
        found[id] = place
      }
    }
    let named = found.sorted { $0.key < $1.key }
    let establishments = gathering.establishments(of: named.map(\.value.candidate))
    return Dictionary(
      uniqueKeysWithValues: zip(named, establishments).map { one, establishment in
        let category = one.value.candidate.category.flatMap { categories[$0] }
        return (one.key, (one.value, category, establishment))
      })
  }

  private static func importer(
    _ files: InputFiles, _ categories: CategoryTable, in surroundings: Surroundings
  ) -> CandidatesImporter {
    CandidatesImporter(
      categories: categories, in: surroundings,
      mapping: files.columns[.candidates] ?? ColumnMapping(),
      layer: files.layers[.candidates],
      communes: files.territory?.candidateCommunes ?? [],
      addresses: { try files.territory.flatMap { try AddressBases.read(of: $0) } })
  }

  /// What the sources hold about candidates and relays.
  func findings(_ ground: Ground, after result: AnalysisResult?) -> [Finding] {
    let losses = result.flatMap { result in
      result.fragility.map { fragility in
        Dictionary(
          zip(result.facilities.map(\.id), fragility.losses), uniquingKeysWith: { a, _ in a })
      }
    }
    return closures.findings(candidates: pool.candidates, ground: ground) { losses?[$0] }
      + pool.findings
  }
}

extension CandidateGathering {
  /// Takes over what the registry knows on a day; nothing without a registry.
  fileprivate mutating func know(_ histories: [EstablishmentHistory], on today: CalendarDay?) {
    guard let today else { return }
    self.histories = histories
    self.today = today
    registryKey = CandidateKey.establishment
  }
}
