/// What holds the copy that counts of a thing known twice.
public enum KnownTwice: Hashable, Sendable {
  /// The same file: it was pasted together, or exported twice.
  case sameFile
  /// The same file, which keeps former versions of things: a history.
  case laterVersion
  /// Another file of the same kind, in the same version or a newer one.
  case otherFile
}
