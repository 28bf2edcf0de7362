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
      writer.append(.multiLineString(lines), attributes: attributes(of: gap, result, wording))
    }
    return writer.finish()
  }

  private static func attributes(
    of gap: Gap, _ result: AnalysisResult, _ wording: Wording
  ) -> [(String, AttributeValue)] {
    let nearest = gap.nearestFacility.map { result.facilities[$0].id }
    var attributes: [(String, AttributeValue)] = [
      ("distance_m", .real(gap.budget.metres)), ("rank", .integer(Int64(gap.rank))),
      ("street", text(gap.street)),
      ("from", .text(wording.gapEnd(gap.from))), ("to", .text(wording.gapEnd(gap.to))),
      ("length_m", .real(gap.length.metres)),
      ("worst_distance_m", gap.worstDistance.map { .real($0.metres) } ?? .null),
      ("nearest_relay", text(nearest)), ("district", text(gap.district)),
    ]
    if result.network.reading != nil {
      attributes.append(("worst_distance_over", .bool(gap.worstIsOver)))
    }
    if !result.communes.isEmpty {
      attributes.append(("commune", text(gap.commune?.name)))
      attributes.append(("insee", text(gap.commune?.code)))
    }
    return attributes
  }

  private static func text(_ text: String?) -> AttributeValue {
    text.map { .text($0) } ?? .null
  }
}
