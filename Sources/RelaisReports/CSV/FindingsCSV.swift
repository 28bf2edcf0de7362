package import CoverageEngine
import RelaisFormats
import RelaisGeo
package import RelaisWording

/// `findings.csv`: every finding, with its stable code and its sentence.
package enum FindingsCSV {
  /// - Parameter names: Those the sentences bear.
  package static func bytes(
    _ findings: [Finding], _ names: FindingNames, _ wording: Wording
  ) -> [UInt8] {
    var writer = CSVWriter(headers: wording.findingHeaders)
    for finding in findings {
      writer.append([
        .text(finding.code.rawValue), .text(wording.severity(finding.severity)),
        .text(finding.fileName ?? ""),
        .text(finding.place.map { wording.place($0) } ?? ""), .text(finding.subject?.id ?? ""),
        .text(names.told(finding, wording)),
        finding.position.map { .decimal($0.x, decimals: 7) } ?? .empty,
        finding.position.map { .decimal($0.y, decimals: 7) } ?? .empty,
      ])
    }
    return writer.bytes
  }
}
