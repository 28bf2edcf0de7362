public import CoverageEngine
public import RelaisFormats
public import RelaisGeo
public import RelaisRegistry
import RelaisReports
import RelaisWording

extension TownRegistry {
  /// Takes a spreadsheet into the registry as it is; makes a missing registry.
  ///
  /// - Parameters:
  ///   - referenceSystem: That of projected coordinates, before the territory's own.
  ///   - layer: The layer to read of a file that has several, likewise.
  ///   - states: What words of the list mean as states; noted for the lists to come unless it is a rehearsal.
  ///   - columns: The columns of some terms by their names in the file, before those of the configuration.
  ///   - day: The day from which what the list says holds; today if `nil`.
  ///   - isRehearsal: Whether to say what would be done and leave everything as it is.
  /// - Throws: `RegistryError`, `FormatError`, `ProjectionError`; nothing was then changed.
  public func importList(
    _ file: String, referenceSystem: ReferenceSystem? = nil, layer: String? = nil,
    states: [String: AdherentState] = [:], columns: [ColumnTerm: String] = [:],
    asOf day: CalendarDay? = nil, isRehearsal: Bool = false
  ) throws -> AdherentsReport {
    let system = referenceSystem ?? territory.configuration.referenceSystem
    // A rehearsal leaves no file behind.
    let isNew = try !RegistryStore.exists(at: territory.registryFile)
    var opened: RegistryStore?
    defer { opened?.close() }
    func open() throws -> RegistryStore {
      let store =
        isRehearsal && isNew
        ? try RegistryStore(within: { [territory] in TerritoryExtent.box(of: territory) })
        : try territory.registry(for: .creating)
      opened = store
      return store
    }
    var mapping = territory.configuration.columns[.adherents] ?? ColumnMapping()
    for (term, column) in columns { mapping.name(column, for: term) }
    let known = territory.configuration.states.merging(states) { _, given in given }
    var report = try AdherentsImporter.run(
      file, into: try open(), stamp: work.stamp,
      layer: layer ?? territory.configuration.layers[.adherents],
      mapping: mapping,
      in: Surroundings(system), addresses: AddressBases.read(of: territory),
      states: known, asOf: day, isRehearsal: isRehearsal)
    if !isRehearsal { report.statesNotNoted = try !territory.note(states: states) }
    return report
  }

  /// Writes the table of the rows an import did not take beside the territory's results.
  ///
  /// - Returns: Its path, `nil` where every row was taken.
  /// - Throws: `FormatError`.
  public func writeRejects(of report: AdherentsReport) throws -> String? {
    // Nothing to write, and nothing to take away.
    if report.rejected.isEmpty, FileKind(at: territory.outputFolder) == .none { return nil }
    let name = Rejects.name(of: report.file)
    var target = try OutputFolder(of: territory, isImport: true)
    if !report.rejected.isEmpty {
      try target.claim([name])
      try target.write(as: name) {
        try AtomicFile.write(RejectsCSV.bytes(report.rejected, work.wording), to: $0, for: .owner)
      }
    }
    try target.finish(removing: [.file(name)])
    return report.rejected.isEmpty ? nil : target.path + "/" + name
  }
}
