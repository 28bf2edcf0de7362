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

  /// The findings that an earlier file has too, word for word.
  ///
  /// - Complexity: O(findings + the file's size).
  package static func known(
    _ findings: [Finding], _ names: FindingNames, in earlier: [UInt8], _ wording: Wording
  ) -> Set<Finding> {
    let known = Set(lines(of: earlier))
    // The first line bears the column names.
    let own = findings.map { lines(of: bytes([$0], names, wording)).dropFirst().first ?? [] }
    return Set(zip(findings, own).filter { known.contains($0.1) }.map(\.0))
  }

  private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    bytes.split { $0 == 0x0A || $0 == 0x0D }
  }
}
