import CoverageEngine
import RelaisFormats
package import RelaisGeo

/// `rounds.geojson`: every round's way, then its doors in walking order; in degrees, or metres on a
/// local plane.
package enum RoundsGeoJSON {
  /// - Parameter ground: That of the network; decides between degrees and metres.
  package static func bytes(_ doors: DoorTeller, ground: Ground) -> [UInt8] {
    var writer = GeoJSONWriter(name: "rounds", coordinates: ground == .plane ? .metres : .degrees)
    for (index, round) in (doors.plan.rounds?.rounds ?? []).enumerated() {
      let number = Int64(index + 1)
      writer.append(
        .lineString(round.line),
        attributes: [
          ("round", .integer(number)), ("doors", .integer(Int64(round.stops.count))),
          ("walk_m", .real(round.walk.metres)), ("minutes", .real(doors.tenths(round.minutes))),
          ("minutes_if_refused", .real(doors.tenths(round.minutesIfRefused))),
          ("gain_m", .real(doors.metres(round.gain))),
        ])
      for (place, stop) in round.stops.enumerated() {
        let candidate = doors.candidate(stop.candidate)
        writer.append(
          .point(candidate.place.position),
          attributes: [
            ("round", .integer(number)), ("stop", .integer(Int64(place + 1))),
            ("rank", stop.pick.map { .integer(Int64($0 + 1)) } ?? .null),
            ("id", .text(candidate.id)),
            ("name", candidate.place.name.map { .text($0) } ?? .null),
            ("address", candidate.address.line.map { .text($0) } ?? .null),
            ("walk_m", .real(stop.way.length.metres)),
            ("reasons", .text(doors.sentence(of: stop))),
          ])
      }
    }
    return writer.finish()
  }
}
