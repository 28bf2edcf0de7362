public import CoverageEngine
import RelaisRegistry

/// A territory's registry: what it knows, and every change of it.
///
/// Each function opens the file and closes it, so that any number of programs may work on it.
public struct TownRegistry: Sendable {
  public let territory: Territory
  let work: Work

  /// - Parameter work: Says who writes, and what day it is.
  public init(of territory: Territory, _ work: Work) {
    self.territory = territory
    self.work = work
  }

  public var today: CalendarDay { work.today }

  /// Whether the territory has a registry.
  public var isThere: Bool {
    get throws { try RegistryStore.exists(at: territory.registryFile) }
  }

  /// Opens the file, asks it, closes it.
  func reading<Value>(
    for access: RegistryStore.Access = .reading, _ body: (RegistryStore) throws -> Value
  ) throws -> Value {
    let store = try territory.registry(for: access)
    defer { store.close() }
    return try body(store)
  }

  /// Opens the file, does some changes, all or none, and closes it.
  ///
  /// - Parameter creating: Whether a missing registry is made.
  func writing<Value>(
    creating: Bool = false, _ body: (inout RegistryWriter) throws -> Value
  ) throws -> Value {
    let store = try territory.registry(for: creating ? .creating : .writing)
    defer { store.close() }
    return try store.write(work.stamp, body)
  }

  /// By what the registry knows the establishment a person names.
  func known(_ code: String) throws -> String {
    try TakenCandidate.known(code, territory, work)
  }
}
