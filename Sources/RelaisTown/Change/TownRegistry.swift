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

  /// Does something with the establishment a person names.
  ///
  /// Where the registry knows none by that name, it may be a candidate's that was taken up: only then are candidates read,
  /// and it is done again with the key.
  func named<Value>(_ code: String, _ body: (String) throws -> Value) throws -> Value {
    try named([code]) { try body($0[0]) }
  }

  /// The same with several establishments.
  func named<Value>(_ codes: [String], _ body: ([String]) throws -> Value) throws -> Value {
    var codes = codes
    while true {
      do {
        return try body(codes)
      } catch let error as RegistryError {
        let name: String
        switch error {
        case .unknownCode(let text, nearest: _), .guessedCode(let text, _): name = text
        default: throw error
        }
        let key = try TakenCandidate.known(name, territory, work)
        guard key != name, let place = codes.firstIndex(of: name) else { throw error }
        codes[place] = key
      }
    }
  }
}
