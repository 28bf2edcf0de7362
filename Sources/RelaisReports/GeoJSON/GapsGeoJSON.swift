public import CoverageEngine
import RelaisFormats
import RelaisGeo
public import RelaisWording

/// `gaps.geojson`: every gap at every budget, in degrees, or metres on a local plane.
public enum GapsGeoJSON {
  /// In the order of the analysis: by budget, then rank.
  public static func bytes(_ result: AnalysisResult, _ wording: Wording) -> [UInt8] {
    let network = result.network
    var writer = GeoJSONWriter(
      name: "gaps", coordinates: network.ground == .plane ? .metres : .degrees)
    for gap in result.gaps {
      let lines = gap.pieces.filter { $0.length > .zero }.map {
        network.line(of: $0.edge, from: $0.from, to: $0.to)
      }
      writer.append(
        .multiLineString(lines),
        attributes: [
          ("distance_m", .real(gap.budget.metres)), ("rank", .integer(Int64(gap.rank))),
          ("street", gap.street.map { .text($0) } ?? .null),
          ("from", .text(wording.gapEnd(gap.from))), ("to", .text(wording.gapEnd(gap.to))),
          ("length_m", .real(gap.length.metres)),
          ("worst_distance_m", gap.worstDistance.map { .real($0.metres) } ?? .null),
          (
            "nearest_relay",
            gap.nearestFacility.map { .text(result.facilities[$0].id) } ?? .null
          ),
          ("district", gap.district.map { .text($0) } ?? .null),
        ])
    }
    return writer.finish()
  }
}
