import CoverageEngine
import RelaisFormats
import RelaisGeo
import RelaisRegistry
import RelaisReports

/// The outline a run is about, of its boundary files: read before the streets, which are then read around it.
struct StudyArea: Sendable {
  /// Its own commune, or several joined; `nil` where the files hold no area at all.
  var area: Area?
  /// Of a list of communes each by itself, in the order of the configuration.
  var communes: [Area] = []
  /// One per file.
  var reports: [ImportReport] = []

  /// What to look for in the boundary files.
  struct Question: Sendable {
    var files: [String] = []
    var layer: String?
    var mapping = ColumnMapping()
    /// INSEE codes.
    var codes: [String] = []
    /// Whether ``codes`` are a list, of one commune even, whose members are reported each.
    var isList = false
    var name = ""

    /// What a territory asks of its files.
    init(_ territory: Territory) {
      let configuration = territory.configuration
      files = territory.files(.boundary)
      layer = configuration.layers[.boundary]
      mapping = configuration.columns[.boundary] ?? ColumnMapping()
      codes = configuration.communes
      isList = configuration.listsCommunes
      name = configuration.name
    }
  }

  /// - Throws: what ``AreasImporter`` throws; `FormatError.codeAbsent` that names the codes no area bears;
  ///   `FormatError.missing` for a name.
  static func read(_ question: Question, in surroundings: Surroundings) throws -> StudyArea {
    var areas: [Area] = []
    var reports: [ImportReport] = []
    for file in question.files {
      let imported = try AreasImporter.read(
        file, layer: question.layer, codes: question.codes, mapping: question.mapping,
        in: surroundings)
      areas += imported.value
      reports.append(imported.report)
    }
    guard !areas.isEmpty else { return StudyArea(reports: reports) }
    guard question.isList else {
      let own = try AreasImporter.boundary(
        among: areas, insee: question.codes.first, name: question.name,
        file: question.files.first ?? "")
      guard let own else { throw missing([question.codes.first ?? question.name], question, areas) }
      return StudyArea(area: own, reports: reports)
    }
    let found = question.codes.map { code in areas.first { $0.id == code } }
    let absent = zip(question.codes, found).filter { $1 == nil }.map(\.0)
    guard absent.isEmpty else {
      throw FormatError.codeAbsent(
        file: question.files.first ?? "", code: absent.joined(separator: ", "),
        found: areas.prefix(8).map { "\($0.id) \($0.name)" })
    }
    let communes = found.compactMap { $0 }
    let shape =
      communes.count == 1
      ? communes[0].shape : try PolygonOperations.union(of: communes.map(\.shape))
    return StudyArea(
      area: Area(
        id: question.codes.joined(separator: "+"), name: question.name, shape: shape),
      communes: communes, reports: reports)
  }

  private static func missing(
    _ what: [String], _ question: Question, _ areas: [Area]
  ) -> FormatError {
    .missing(
      file: question.files.first ?? "", what: what,
      found: areas.prefix(8).map { "\($0.id) \($0.name)" })
  }

  /// The box around the outline; `nil` without one.
  var envelope: Envelope? {
    let box = Envelope(of: area?.shape.polygons.flatMap(\.shell) ?? [])
    return box.isEmpty || !box.minX.isFinite || !box.minY.isFinite ? nil : box
  }
}
