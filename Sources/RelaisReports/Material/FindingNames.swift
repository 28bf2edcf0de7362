public import CoverageEngine
package import RelaisGeo
public import RelaisWording

/// Findings as people read them: a relay by its name, since its identifier is for files, a candidate by its name and
/// the identifier its visit is recorded under; and in a document a file without its folders, so that it reads the
/// same wherever it was made.
public struct FindingNames: Sendable {
  private let relays: [String: String]
  private let candidates: [String: String]

  /// - Parameter facilities: Relays, by whose names findings call them.
  public init(_ facilities: [Facility] = [], candidates: [Candidate] = []) {
    relays = Dictionary(
      facilities.map { ($0.id, $0.name ?? $0.id) }, uniquingKeysWith: { first, _ in first })
    self.candidates = Dictionary(
      candidates.map { candidate in
        (
          candidate.id, candidate.place.name.map { "\($0) (\(candidate.id))" } ?? candidate.id
        )
      }, uniquingKeysWith: { first, _ in first })
  }

  /// For the terminal, where a file's folders help to find it.
  public func sentence(_ finding: Finding, _ wording: Wording) -> String {
    wording.sentence(finding, named: name(of: finding))
  }

  /// For a document.
  func told(_ finding: Finding, _ wording: Wording) -> String {
    var told = finding
    told.file = finding.fileName
    return sentence(told, wording)
  }

  private func name(of finding: Finding) -> String? {
    switch finding.subject {
    case .shop(.relay(let id)): relays[id] ?? id
    case .shop(.candidate(let id)): candidates[id] ?? id
    case .school(let id), .area(let id), .window(let id): id
    case nil: nil
    }
  }
}

extension Finding {
  /// Whether it is about a candidate's position.
  package var isOfCandidate: Bool {
    if case .shop(.candidate) = subject { true } else { false }
  }

  /// Whether it is a place where the street network is broken.
  package var isOfNetwork: Bool {
    if case .network = kind { true } else { false }
  }

  /// Metres of street concerned where the network is broken; zero for another finding.
  package var streetLength: Length {
    if case .network(_, _, let length, _) = kind { length } else { .zero }
  }

  /// The file without its folders.
  var fileName: String? { file.map { $0.split(separator: "/").last.map(String.init) ?? $0 } }
}
