import CoverageEngine
import Foundation
import RelaisGeo
import RelaisRegistry
import RelaisTown
import RelaisWording

/// A territory kept in memory: opened, asked a hundred different scenarios, drawn.
enum LiveStages {
  static let scenarios = 100

  static func run(_ network: StreetNetwork, _ options: Options, _ watch: Stopwatch) throws {
    let folder = NSTemporaryDirectory() + "relais-stages-\(getpid())"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let places = RandomRelays.facilities(network, count: options.relays + 2 * scenarios)
    let territory = try territory(
      in: folder, streets: options.file, relays: Array(places[..<options.relays]))
    guard let today = CalendarDay("2026-11-20") else { preconditionFailure("a day") }
    let work = Work(
      in: Wording(.french),
      by: RegistryStamp(
        author: "stages", recordedAt: "2026-11-20T09:30:00.000Z", today: today))
    let town = try watch.stage("live: open a territory", of: "edge", runs: 3) {
      (try LiveTown(territory, work), network.edgeCount)
    }
    _ = try watch.stage("live: first answer", of: "edge", runs: 1) {
      (try town.answer(ScenarioRequest()), network.edgeCount)
    }
    // A relay comes, one leaves, one moves, in turn.
    let further = places[options.relays...].map(\.position)
    let requests = (0..<scenarios).map { number in
      var request = ScenarioRequest()
      request.distances = [300]
      if number % 3 != 1 { request.added = [.point(further[number])] }
      if number % 3 != 0 { request.removed = ["r\(number * options.relays / scenarios)"] }
      return request
    }
    _ = try town.answer(requests[0])
    PeakMemory.forget()
    var times: [Double] = []
    var bytes = 0
    for request in requests {
      let start = ContinuousClock.now
      bytes += try town.answer(request).json(work.wording).count
      let taken = (ContinuousClock.now - start).components
      times.append(Double(taken.seconds) * 1e3 + Double(taken.attoseconds) / 1e15)
    }
    times.sort()
    Report.print([
      "stage": "live: a scenario with its JSON", "best_ms": times[0],
      "median_ms": times[times.count / 2], "p99_ms": times[times.count * 99 / 100],
      "peak_mib": PeakMemory.mebibytes, "units": bytes / times.count, "unit": "byte",
    ])
    _ = try watch.stage("live: next three from a scenario", of: "candidate") {
      let made = try town.next(after: requests[0])
      return (made, made.live.candidates.count)
    }
    _ = try watch.stage("live: coverage as JSON, known distance", of: "byte") {
      let made = try town.coverageJSON(distances: [300])
      return (made, made.count)
    }
    _ = try watch.stage("live: map as JSON", of: "byte") {
      let made = try town.map(distance: 300).json(work.wording)
      return (made, made.count)
    }
    _ = try watch.stage("live: take up a change of the relays", of: "relay") {
      (try town.reload(work), options.relays)
    }
  }

  private static func territory(
    in folder: String, streets: String, relays: [Facility]
  ) throws -> Territory {
    for kind in ["streets", "adherents"] {
      try FileManager.default.createDirectory(
        atPath: "\(folder)/sources/\(kind)", withIntermediateDirectories: true)
    }
    try "name: Stages\n".write(
      toFile: folder + "/relais.yml", atomically: true, encoding: .utf8)
    try FileManager.default.copyItem(
      atPath: streets, toPath: "\(folder)/sources/streets/extract.osm.pbf")
    let rows = relays.map { "\($0.id),\($0.position.x),\($0.position.y)\n" }
    try ("id,lon,lat\n" + rows.joined()).write(
      toFile: "\(folder)/sources/adherents/relays.csv", atomically: true, encoding: .utf8)
    return try Territory(at: folder)
  }
}
