/// The key under which the registry takes up a candidate.
package enum CandidateKey {
  /// The same for the same candidate, so that a later run knows it again.
  package static func establishment(of candidate: String) -> String {
    RegistryUUID.derived(from: ["candidate", candidate])
  }
}
