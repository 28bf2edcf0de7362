import CoverageEngine
import Foundation
import RelaisGeo
import RelaisRegistry

// Times the stages apart, on one extract: `stages FILE.osm.pbf [relays] [runs]`.
// Prints one line a stage: the best and the median of the runs, and work per unit.

let arguments = CommandLine.arguments
guard arguments.count > 1 else {
  print("usage: stages FILE.osm.pbf [relays] [runs]")
  exit(64)
}
let file = arguments[1]
let relayCount = arguments.count > 2 ? Int(arguments[2]) ?? 1000 : 1000
let runs = arguments.count > 3 ? Int(arguments[3]) ?? 5 : 5

/// Runs a stage several times and reports it; returns the last result.
func stage<Result>(
  _ name: String, units: (Result) -> Int, of unit: String, _ body: () -> Result
) -> Result {
  var times: [Double] = []
  var last: Result?
  for _ in 0..<runs {
    last = nil
    let start = ContinuousClock.now
    last = body()
    let taken = ContinuousClock.now - start
    times.append(Double(taken.components.attoseconds) / 1e15 + Double(taken.components.seconds) * 1e3)
  }
  times.sort()
  guard let last else { fatalError("no run") }
  let count = units(last)
  let median = times[times.count / 2]
  print(
    "\(name.padding(toLength: 34, withPad: " ", startingAt: 0))"
      + String(format: "%10.2f ms best %10.2f ms median", times[0], median)
      + String(format: "%10.1f ns/%@ (%d)", median * 1e6 / Double(max(1, count)), unit, count))
  return last
}

func memory() -> Int {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  return usage.ru_maxrss / 1024
}

let imported = stage("read", units: { $0.value.positions.count }, of: "vertex") {
  do { return try OSMStreets.read(file: file, container: .pbf) } catch {
    print(error)
    exit(1)
  }
}
print("peak memory \(memory()) MiB")
let network = stage("build network", units: { $0.edgeCount }, of: "edge") {
  NetworkBuilder.network(of: imported.value)
}
print("nodes \(network.nodeCount) edges \(network.edgeCount) km \(network.totalLength.metres / 1000)")

var state: UInt64 = 42
let places = (0..<relayCount).map { _ -> Position in
  state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
  let edge = EdgeID(Int((state >> 33) % UInt64(network.edgeCount)))
  let vertex = network.vertices(of: edge).first!
  return Position(x: vertex.x + 1e-5, y: vertex.y + 1e-5)
}
let snaps = stage("snap", units: { _ in relayCount }, of: "place") {
  Snapper(network).snaps(of: places, within: Length(metres: 60))
}
let far = stage("nearest relay of every node", units: { _ in network.arcs.count }, of: "arc") {
  NetworkDistances(network, from: snaps, countsConnector: true)
}
_ = stage("the same within 300 m", units: { _ in network.arcs.count }, of: "arc") {
  NetworkDistances(network, from: snaps, countsConnector: true, within: Length(metres: 300))
}
let coverage = stage("covered intervals", units: { _ in network.edgeCount }, of: "edge") {
  Coverage(network, far, budget: Length(metres: 300))
}
_ = stage("bounded searches, 300 m", units: { $0.count }, of: "relay") {
  ServiceArea.areas(
    network, snaps: snaps, budgets: [Length(metres: 300)], countsConnector: true)
}
print("peak memory \(memory()) MiB")
