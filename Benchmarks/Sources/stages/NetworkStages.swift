import CoverageEngine
import RelaisGeo
import RelaisRegistry

/// From the file to the walking network.
enum NetworkStages {
  static func run(_ options: Options, _ watch: Stopwatch) throws -> StreetNetwork {
    let isAsked = options.groups.contains(.network)
    guard isAsked else { return try network(of: options.file) }
    let imported = try watch.stage(
      "read", units: { $0.value.positions.count }, of: "vertex", runs: min(3, watch.runs)
    ) {
      try OSMStreets.read(file: options.file, container: .pbf)
    }
    _ = watch.stage("build", units: { $0.edgeCount }, of: "edge") {
      NetworkBuilder.network(of: imported.value)
    }
    return try watch.stage(
      "file to network", units: { $0.edgeCount }, of: "edge", runs: min(3, watch.runs)
    ) {
      try network(of: options.file)
    }
  }

  private static func network(of file: String) throws -> StreetNetwork {
    NetworkBuilder.network(of: try OSMStreets.read(file: file, container: .pbf).value)
  }
}
