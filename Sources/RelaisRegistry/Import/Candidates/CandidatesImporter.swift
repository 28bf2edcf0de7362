package import CoverageEngine
import RelaisFormats
package import RelaisGeo

/// Candidates of files of any kind: shops of an OpenStreetMap extract, INSEE's register of
/// establishments with or without its geolocated file, lists with a position.
package struct CandidatesImporter {
  package var categories: CategoryTable
  package var surroundings: Surroundings
  package var mapping: ColumnMapping
  /// The layer of lists that have several; the one that evidently serves if `nil`.
  package var layer: String?
  /// Communes whose establishments are taken from a register; empty for all.
  package var communes: Set<String>
  /// Shops that were taken with the streets of their extract, by file: it is not read again.
  package var taken: [String: Imported<CandidateSource>] = [:]
  private let addresses: () throws -> AddressBase?

  /// - Parameter addresses: The base that places what has an address and no position; asked for when
  ///   first needed.
  package init(
    categories: CategoryTable = .standard, in surroundings: Surroundings,
    mapping: ColumnMapping = ColumnMapping(), layer: String? = nil, communes: Set<String> = [],
    addresses: @escaping () throws -> AddressBase? = { nil }
  ) {
    self.categories = categories
    self.surroundings = surroundings
    self.mapping = mapping
    self.layer = layer
    self.communes = communes
    self.addresses = addresses
  }

  /// - Returns: One for each file, in no other order than: lists and extracts as given, then the
  ///   register's files.
  /// - Throws: `FormatError`, `ProjectionError`.
  package func read(_ files: [String]) throws -> [Imported<CandidateSource>] {
    var results: [Imported<CandidateSource>] = []
    var register = SireneCandidates.Files()
    var extracts: [String: Imported<CandidateSource>]?
    for file in files {
      let format = try InputFormat(ofFileAt: file)
      if case .openStreetMap = format.kind {
        if extracts == nil { extracts = try shops(files) }
        if let shops = extracts?[file] { results.append(shops) }
      } else if format == .csv, let kind = try SireneReader.kind(ofFileAt: file) {
        guard surroundings.ground == .ellipsoid else { throw ProjectionError.noPlaceOnEarth }
        switch kind {
        case .establishments: register.establishments.append(file)
        case .positions: register.positions.append(file)
        }
      } else {
        results.append(
          try CandidateLists.read(
            file, layer: layer, mapping: mapping, in: surroundings, categories: categories))
      }
    }
    if register.establishments.isEmpty, let alone = register.positions.first {
      throw FormatError.missing(
        file: alone, what: ["StockEtablissement (activitePrincipaleEtablissement)"],
        found: [SireneReader.Kind.positions.rawValue])
    }
    if !register.establishments.isEmpty {
      results += try SireneCandidates.read(
        register, in: communes, categories: categories, addresses: addresses)
    }
    return results
  }

  /// The shops of all extracts among some files: one map, in which each shop counts once.
  private func shops(_ files: [String]) throws -> [String: Imported<CandidateSource>] {
    guard surroundings.ground == .ellipsoid else { throw ProjectionError.noPlaceOnEarth }
    let extracts = try OSMSchools.extracts(files)
    // What was taken with the streets serves where it was taken of the same extracts.
    if Set(extracts.map(\.path)) == Set(taken.keys) { return taken }
    let shops = try OSMShops.read(
      files: extracts, categories: categories, inside: surroundings.reading?.box)
    return Dictionary(zip(extracts.map(\.path), shops), uniquingKeysWith: { first, _ in first })
  }
}
