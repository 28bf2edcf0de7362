import CoverageEngine
import RelaisGeo
import RelaisRegistry
import RelaisReports

/// What a territory's registry remembers, for the trend, and the way back into it.
struct TrendInputs: Sendable {
  /// The day of the report.
  let day: CalendarDay
  private let file: String
  private let stamp: RegistryStamp
  private let histories: [EstablishmentHistory]
  private let runs: [RunRecord]
  private let streets: [StreetMapRecord]

  /// `nil` for files without a registry.
  ///
  /// - Throws: `RegistryError`.
  init?(_ files: InputFiles) throws {
    guard let registry = files.registry else { return nil }
    let store = try RegistryStore(path: registry.file, for: .reading)
    defer { store.close() }
    file = registry.file
    stamp = registry.stamp
    day = files.day ?? registry.stamp.today
    histories = try store.histories()
    runs = try store.runs()
    streets = try store.streetMaps()
  }

  func trend(
    of result: AnalysisResult, _ inputs: Inputs, since: CalendarDay?,
    progress: RelaisGeo.Progress
  ) -> Trend {
    let analysis = TrendAnalysis(
      result: result, houseNumbers: inputs.houseNumbers, histories: histories, runs: runs,
      day: day, since: since)
    var trend = analysis.run(progress: progress)
    if let remembered = analysis.streetsDay(among: streets.map(\.day)),
      let former = streets.first(where: { $0.day == remembered })?.map()
    {
      trend.streetChanges = analysis.streetChanges(since: former, of: remembered)
    }
    return trend
  }

  /// Keeps the run in the registry, its streets, and what it saw on the map.
  ///
  /// - Returns: What other programs changed in the file meanwhile.
  /// - Throws: `RegistryError`; the registry is then as it was.
  func keep(
    _ result: AnalysisResult, routes: RoutePlan?, inputs: [InputSummary],
    sightings: [MapSighting], program: String
  ) throws(RegistryError) -> [RegistryEdit] {
    let run = RunRecord(
      asOf: day, ranOn: stamp.today, program: program, parameters: result.parameters,
      lastEvent: histories.flatMap(\.events).map(\.sequence).max() ?? 0,
      inputs: inputs.map { .init(kind: $0.kind, fingerprint: $0.fingerprint) },
      figures: RunRecord.figures(of: result, routes: routes))
    let store = try RegistryStore(path: file, for: .writing)
    defer { store.close() }
    return try store.write(stamp) { writer in
      try writer.record(run)
      try writer.record(sightings)
      // Those of a past day are today's streets, and not what it knew.
      if run.isOfItsDay { try writer.record(StreetMap(of: result), on: run.asOf) }
      return writer.edits
    }
  }
}

extension InputSummary {
  /// What a run read of a file.
  ///
  /// A registry changes with everything that is noted in it, this very run included: what counts of
  /// it are the relays that were taken.
  init(_ kind: SourceKind, _ report: ImportReport, relays: [Facility]) throws {
    let name = report.file.split(separator: "/").last.map(String.init) ?? report.file
    self.init(
      kind: kind, file: name, format: report.format, rows: report.rows, taken: report.taken,
      rejected: report.rejected.count,
      fingerprint: report.format == .registry
        ? Fingerprint.of(RegistryRelays.text(of: relays)) : try Fingerprint.ofFile(at: report.file))
  }
}
