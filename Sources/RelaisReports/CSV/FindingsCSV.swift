public import RelaisGeo

/// `findings.csv`: every finding, with its stable code and its sentence.
public enum FindingsCSV {
  public static func bytes(_ findings: [Finding], _ wording: Wording) -> [UInt8] {
    var writer = CSVWriter(headers: wording.findingHeaders)
    for finding in findings {
      writer.append([
        .text(finding.code.rawValue), .text(wording.severity(finding.severity)),
        .text(finding.file.map { $0.split(separator: "/").last.map(String.init) ?? $0 } ?? ""),
        .text(finding.place.map { wording.place($0) } ?? ""), .text(finding.subject ?? ""),
        .text(wording.sentence(finding)),
        finding.position.map { .decimal($0.x, decimals: 7) } ?? .empty,
        finding.position.map { .decimal($0.y, decimals: 7) } ?? .empty,
      ])
    }
    return writer.bytes
  }
}
