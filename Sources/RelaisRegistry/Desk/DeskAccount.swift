/// Somebody who may use the desk.
public struct DeskAccount: Hashable, Sendable {
  /// As it was written; no two differ in capitals or spaces alone.
  public var name: String
  public var roles: Set<DeskRole>

  public init(name: String, roles: Set<DeskRole>) {
    self.name = name
    self.roles = roles
  }

  /// The most characters of a name.
  public static let longestName = 60

  /// A name without capitals and outer spaces: what two accounts may not share.
  public static func key(_ name: String) -> String {
    name.trimmingWhitespace().precomposed.lowercased()
  }

  /// A name an account can bear: one line, neither empty nor long.
  public static func isName(_ name: String) -> Bool {
    let name = name.trimmingWhitespace()
    return !name.isEmpty && name.count <= longestName
      && name.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
  }
}
