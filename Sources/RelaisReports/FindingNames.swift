public import CoverageEngine
public import RelaisGeo

/// Findings as people read them: a relay by its name, since its identifier is for files, a candidate by its name and
/// the identifier its visit is recorded under; and in a document a file without its folders, so that it reads the
/// same wherever it was made.
public struct FindingNames {
  /// A place of a finding. Relays and candidates of plain files may bear the same identifiers.
  private struct Place: Hashable {
    var id: String
    var position: Position
  }

  private let relays: [String: String]
  private let candidates: [Place: String]

  public init(_ facilities: [Facility] = [], candidates: [Candidate] = []) {
    relays = Dictionary(
      facilities.map { ($0.id, $0.name ?? $0.id) }, uniquingKeysWith: { first, _ in first })
    self.candidates = Dictionary(
      candidates.map { candidate in
        (
          Place(id: candidate.id, position: candidate.place.position),
          candidate.place.name.map { "\($0) (\(candidate.id))" } ?? candidate.id
        )
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether it tells where one of the candidates stands, and nothing of the relays.
  public func isOfCandidate(_ finding: Finding) -> Bool { candidate(of: finding) != nil }

  /// For the terminal, where a file's folders help to find it.
  public func named(_ finding: Finding) -> Finding {
    var named = finding
    named.subject = candidate(of: finding) ?? finding.subject.map { relays[$0] ?? $0 }
    return named
  }

  /// For a document.
  func told(_ finding: Finding) -> Finding {
    var told = named(finding)
    told.file = finding.file.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
    return told
  }

  private func candidate(of finding: Finding) -> String? {
    guard [.placeUnattached, .relayOnIsland].contains(finding.code), let id = finding.subject,
      let position = finding.position
    else { return nil }
    return candidates[Place(id: id, position: position)]
  }
}
