import CoverageEngine
import RelaisFormats
package import RelaisGeo
package import RelaisWording

/// `rounds/round-<n>.gpx`: a round to follow on a phone: its doors as waypoints and as a route, and the
/// way along the streets as a track.
package enum RoundGPX {
  /// One per round; none for a network without a place on earth.
  package static func files(
    _ doors: DoorTeller, ground: Ground, generator: String, _ wording: Wording
  ) -> [[UInt8]] {
    guard ground == .ellipsoid, let rounds = doors.plan.rounds else { return [] }
    return rounds.rounds.enumerated().map { index, round in
      let name = wording.roundName(index + 1)
      var gpx = GPXWriter(name: name)
      let start = GPXWriter.Point(
        rounds.start.position, name: wording.startName(rounds.start))
      let stops = round.stops.enumerated().map { number, stop in
        let index = stop.candidate
        let candidate = doors.candidate(index)
        return GPXWriter.Point(
          candidate.place.position, name: "\(number + 1). " + doors.name(index),
          description: [candidate.address.line, doors.sentence(of: stop)]
            .compactMap {
              $0
            }.joined(separator: wording.clauseSeparator))
      }
      gpx.waypoints = [start] + stops
      gpx.routes = [(name, [start] + stops + [start])]
      gpx.tracks = [
        (name, round.line)
      ]
      return gpx.bytes(creator: generator)
    }
  }
}
