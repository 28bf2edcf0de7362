package import CoverageEngine
import RelaisFormats
import RelaisGeo

extension StreetsImporter {
  /// What all street files of a run hold together.
  package struct Streets: Sendable {
    package var sections: StreetSections
    /// One per file, in the order the files were given.
    package var reports: [ImportReport]
    /// The shops of the files asked for them.
    package var shops: [String: Imported<CandidateSource>] = [:]
  }

  /// All street files of a run, as one network.
  ///
  /// Lines of all layers are noded together: ends within a millimetre of each other join. A network of nodes and edges
  /// (CSV) and extracts of OpenStreetMap join by their nodes, and with everything else where ends coincide.
  ///
  /// - Parameters:
  ///   - layer: A layer of a GeoPackage; the one that evidently holds streets if `nil`.
  ///   - mapping: Column names of layers that are not recognised.
  ///   - categories: What shops are, where those of a file are asked for; `nil` for none.
  /// - Throws: ``FormatError``, ``ProjectionError``, at the first file that cannot be read at all.
  package static func read(
    files: [String], layer: String? = nil, mapping: ColumnMapping = ColumnMapping(),
    in surroundings: Surroundings, shopsBy categories: (_ file: String) -> CategoryTable?
  ) throws -> Streets {
    var groups: [StreetSections] = []
    var reports: [ImportReport?] = files.map { _ in nil }
    var shops: [String: Imported<CandidateSource>] = [:]
    var layers: [(file: Int, format: InputFormat)] = []
    var maps: [(file: Int, source: OSMReader.File)] = []
    for (number, file) in files.enumerated() {
      let format = try InputFormat(ofFileAt: file)
      if case .openStreetMap(let container) = format.kind {
        maps.append((number, OSMReader.File(file, container)))
      } else if format == .csv {
        let read = try NetworkCSV.read(file, mapping: mapping, in: surroundings)
        reports[number] = read.report
        groups.append(read.value)
      } else {
        layers.append((number, format))
      }
    }
    if !maps.isEmpty {
      // Shops of one are asked of all: another may know the newer version.
      let asked = maps.compactMap { categories($0.source.path) }.first
      let read = try extracts(maps.map(\.source), in: surroundings, shopsBy: asked)
      for (number, map) in maps.enumerated() {
        reports[map.file] = read.reports[number]
        shops[map.source.path] = read.shops?[number]
      }
      groups.insert(read.streets, at: 0)
    }
    if !layers.isEmpty {
      let read = try LineStreets.read(
        layers.map { (files[$0.file], $0.format) }, layer: layer, mapping: mapping,
        in: surroundings)
      for (layer, report) in zip(layers, read.reports) { reports[layer.file] = report }
      groups.append(read.sections)
    }
    return Streets(
      sections: joined(groups, ground: surroundings.ground), reports: reports.compactMap { $0 },
      shops: shops)
  }

  /// Sources one after another, joined where their ends coincide.
  private static func joined(_ groups: [StreetSections], ground: Ground) -> StreetSections {
    guard var all = groups.first else {
      return StreetSections(ground: ground, identifiers: .texts([]))
    }
    guard groups.count > 1 else { return all }
    var firstSections = [0]
    for group in groups.dropFirst() {
      firstSections.append(all.count)
      all.append(group)
    }
    all.joinEnds(ofSourcesAt: firstSections)
    return all
  }
}
