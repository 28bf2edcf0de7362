/// A commune of a study area that is made of several.
public struct Commune: Hashable, Sendable {
  /// Its INSEE code.
  public var code: String
  public var name: String

  public init(code: String, name: String) {
    self.code = code
    self.name = name
  }
}
