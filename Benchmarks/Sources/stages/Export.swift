import CoverageEngine
import Covering
import Foundation
import RelaisGeo

/// Raw little-endian arrays, one a file, for peers to compute the very same thing.
struct Export {
  let folder: String

  init(folder: String) throws {
    self.folder = folder
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  /// The graph, where relays stand on it, and what Relais found.
  func graph(
    _ network: StreetNetwork, _ distances: NetworkDistances, _ coverage: Coverage
  ) throws {
    try write(network.tails, "tails.u32")
    try write(network.heads, "heads.u32")
    try write(network.lengths, "lengths.u32")
    try write(distances.onEdges.entries.map(\.edge), "relay_edges.u32")
    try write(distances.onEdges.entries.map(\.offset), "relay_offsets.i64")
    try write(distances.onEdges.entries.map(\.connector), "relay_connectors.i64")
    try write(
      (0..<network.nodeCount).map { node in
        distances.distance(to: NodeID(node))?.millimetres ?? -1
      }, "distances.i64")
    try write(
      (0..<network.edgeCount).map { edge in
        coverage.intervals(of: EdgeID(edge), in: network).reduce(Int64(0)) {
          $0 + $1.length.millimetres
        }
      }, "covered.i64")
  }

  /// The graph, where homes and schools stand on it, and the walks Relais found; −1 without one.
  func routes(_ network: StreetNetwork, _ plan: RoutePlan) throws {
    try write(network.tails, "tails.u32")
    try write(network.heads, "heads.u32")
    try write(network.lengths, "lengths.u32")
    for (name, snaps) in [("school", plan.doors.map { $0[0] }), ("home", plan.homeSnaps)] {
      try write(snaps.map { $0?.edge.index ?? .max }, name + "_edges.u32")
      try write(snaps.map { $0?.offset.millimetres ?? 0 }, name + "_offsets.i64")
      try write(snaps.map { $0?.connector.millimetres ?? 0 }, name + "_connectors.i64")
    }
    var walks = [Int64](repeating: -1, count: plan.homes.count)
    for route in plan.routes.joined() {
      walks[route.home] = route.walk?.length.millimetres ?? -1
    }
    try write(walks, "walks.i64")
  }

  /// Atoms of demand and who covers them.
  func covering(_ matrix: CoverageMatrix) throws {
    try write(matrix.weights, "atom_weights.i64")
    try write(
      (0..<matrix.atomCount).map { UInt32(matrix.candidates(of: $0).count) }, "atom_sizes.u32")
    try write((0..<matrix.atomCount).flatMap { matrix.candidates(of: $0) }, "atom_candidates.u32")
  }

  /// Reached pieces of streets, area after area, in projected metres; the areas Relais drew.
  func pieces(_ areas: [[[PlanarPoint]]], _ outlines: [MultiPolygon]) throws {
    let lines = areas.flatMap { $0 }
    try write(areas.map { UInt32($0.count) }, "area_pieces.u32")
    try write(lines.map { UInt32($0.count) }, "piece_points.u32")
    try write(lines.flatMap { $0.flatMap { [$0.x, $0.y] } }, "piece_coordinates.f64")
    try write(
      outlines.map { outline in
        outline.polygons.reduce(0.0) { total, polygon in
          total + Export.area(polygon.shell) - polygon.holes.reduce(0) { $0 + Export.area($1) }
        }
      }, "outline_areas.f64")
  }

  /// Shoelace formula about the first corner.
  private static func area(_ ring: [Position]) -> Double {
    guard let origin = ring.first else { return 0 }
    let twice = zip(ring, ring.dropFirst()).reduce(0.0) { sum, step in
      sum + (step.0.x - origin.x) * (step.1.y - origin.y)
        - (step.1.x - origin.x) * (step.0.y - origin.y)
    }
    return abs(twice) / 2
  }

  private func write<Element: BitwiseCopyable>(_ values: [Element], _ name: String) throws {
    let data = values.withUnsafeBytes { Data($0) }
    try data.write(to: URL(fileURLWithPath: folder + "/" + name))
  }
}
