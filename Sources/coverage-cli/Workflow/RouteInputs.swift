import CoverageEngine
import RelaisGeo
import RelaisRegistry
import RelaisReports

/// What school routes need beside streets and relays.
struct RouteInputs {
  var schools: [School] = []
  var homes: [Home] = []
  var catchments: [SchoolCatchment] = []
  /// One per file read that the streets' inputs do not tell of.
  var reports: [(kind: InputKind, report: ImportReport)] = []

  /// Reads the files of a run; a missing kind is left empty.
  ///
  /// - Throws: what the importers throw, at the first file that cannot be read at all.
  static func read(_ files: InputFiles, beside inputs: Inputs) throws -> RouteInputs {
    let surroundings = inputs.surroundings
    var result = RouteInputs()
    func read<Value>(
      _ kind: InputKind, _ body: (String, ColumnMapping) throws -> Imported<[Value]>
    ) throws -> [[Value]] {
      try files[kind].map { file in
        let imported = try body(file, files.columns[kind] ?? ColumnMapping())
        // A file of addresses serves twice, and is told once.
        if !inputs.reports.contains(where: { $0.kind == kind && $0.report.file == file }) {
          result.reports.append((kind, imported.report))
        }
        return imported.value
      }
    }
    let schools = try read(.schools) {
      try SchoolsImporter.read(
        $0, layer: files.layers[.schools], mapping: $1, in: surroundings)
    }
    result.schools = RouteInputs.distinct(schools, \.id)
    let homes = try read(.addresses) { try HomesImporter.read($0, mapping: $1, in: surroundings) }
    result.homes = RouteInputs.distinct(homes, \.id)
    result.catchments = try read(.catchments) {
      try CatchmentsImporter.read(
        $0, layer: files.layers[.catchments], mapping: $1, in: surroundings)
    }.flatMap { $0 }
    return result
  }

  /// Places of several files: an identifier used again is taken with its file's number.
  private static func distinct<Place>(
    _ files: [[Place]], _ id: WritableKeyPath<Place, String>
  ) -> [Place] {
    var seen = Set<String>()
    var result: [Place] = []
    for (number, file) in files.enumerated() {
      for var place in file {
        if !seen.insert(place[keyPath: id]).inserted {
          place[keyPath: id] += "@\(number + 1)"
          seen.insert(place[keyPath: id])
        }
        result.append(place)
      }
    }
    return result
  }

  /// The whole computation over these inputs and an analysis.
  func planner(_ result: AnalysisResult) -> RoutePlanner {
    var planner = RoutePlanner(result, schools: schools, homes: homes)
    planner.catchments = catchments
    return planner
  }
}

extension Inputs {
  /// How the coordinates of further files are to be taken.
  var surroundings: Surroundings { Surroundings(referenceSystem) }
}
