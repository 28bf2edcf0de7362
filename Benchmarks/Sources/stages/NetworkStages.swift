import CoverageEngine
import RelaisGeo
import RelaisRegistry

/// From the file to the walking network.
enum NetworkStages {
  static func run(_ options: Options, _ watch: Stopwatch) throws -> StreetNetwork {
    let isAsked = options.groups.contains(.network)
    guard isAsked else { return try network(of: options.file) }
    let imported = try watch.stage("read", of: "vertex", runs: min(3, watch.runs)) {
      let made = try OSMStreets.read(file: options.file, container: .pbf)
      return (made, made.value.positions.count)
    }
    _ = watch.stage("build", of: "edge") {
      let made = NetworkBuilder.network(of: imported.value)
      return (made, made.edgeCount)
    }
    return try watch.stage("file to network", of: "edge", runs: min(3, watch.runs)) {
      let made = try network(of: options.file)
      return (made, made.edgeCount)
    }
  }

  private static func network(of file: String) throws -> StreetNetwork {
    NetworkBuilder.network(of: try OSMStreets.read(file: file, container: .pbf).value)
  }
}
