public import CoverageEngine
public import RelaisGeo

/// Findings as people read them: a relay by its name, since its identifier is for files, and in a document a
/// file without its folders, so that it reads the same wherever it was made.
public struct FindingNames {
  private let names: [String: String]

  public init(_ facilities: [Facility]) {
    names = Dictionary(
      facilities.map { ($0.id, $0.name ?? $0.id) }, uniquingKeysWith: { first, _ in first })
  }

  /// For the terminal, where a file's folders help to find it.
  public func named(_ finding: Finding) -> Finding {
    var named = finding
    if let subject = finding.subject, let name = names[subject] { named.subject = name }
    return named
  }

  /// For a document.
  func told(_ finding: Finding) -> Finding {
    var told = named(finding)
    told.file = finding.file.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
    return told
  }
}
