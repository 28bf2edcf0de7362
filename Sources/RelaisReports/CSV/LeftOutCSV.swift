package import CoverageEngine
import RelaisFormats
import RelaisGeo
package import RelaisWording

/// `candidates_left_out.csv`: places that are not proposed, and why.
package enum LeftOutCSV {
  /// In the order given.
  ///
  /// - Parameter categories: Names the category of each place.
  package static func bytes(
    _ leftOut: [LeftOutCandidate], _ categories: CategoryTable, _ wording: Wording
  ) -> [UInt8] {
    var writer = CSVWriter(headers: wording.leftOutHeaders)
    for one in leftOut {
      let place = one.candidate.place
      let category = one.candidate.category.flatMap { categories[$0] }
      writer.append([
        .text(place.id), .text(place.name ?? ""),
        .text(category.map(wording.name) ?? place.kind?.text ?? ""),
        .text(wording.reason(one.reason)),
        .text(one.reason.rawValue), .text(one.until?.iso ?? ""),
        .decimal(place.position.x, decimals: 7), .decimal(place.position.y, decimals: 7),
      ])
    }
    return writer.bytes
  }
}
