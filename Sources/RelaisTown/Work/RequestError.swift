public import CoverageEngine
import RelaisReports
public import RelaisWording

/// A request that cannot be meant: misuse, reported before any long work.
public enum RequestError: Error, Hashable, Sendable {
  /// No window bears this name; those that are known.
  case unknownWindow(String, among: [SchoolRunWindow])
  /// A place that is neither a position on these streets nor, where `withoutAddresses`, can be looked up.
  case noPlace(String, withoutAddresses: Bool)
  /// There are no address files to look in.
  case addressesNeeded
  /// No column of a file says an address; its columns.
  case noAddressColumn(file: String, among: [String])
  /// Columns that were named and are not there; those that are.
  case noSuchColumn([String], file: String, among: [String])
  /// Only children count, and nothing says where they live and learn.
  case childrenNeedFiles(ofTerritory: Bool)
  /// A text is no JSON, or more of it than is read; at a byte.
  case notJSON(at: Int)
  /// A member of an object is none that is known, or not what belongs there.
  case badMember(String)
  /// Two members exclude each other.
  case oneOf(String, String)
  /// No present relay has this code.
  case unknownRelay(String)
  /// Several present relays have this code; their identifiers tell them apart.
  case severalRelays(String)
  /// No candidate has this identifier.
  case unknownCandidate(String)
  /// A distance is outside what may be asked for.
  case distanceOutside(ClosedRange<Int>)
  /// More places at once than are taken.
  case tooManyPlaces(limit: Int)
  /// A part of a street's name is that of several; their names.
  case severalStreets(String, among: [String])
  /// A server cannot listen at an address: another program does, or it is not this machine's.
  case addressNotFree(String)

  /// Whether the request itself is wrong, and not what it meets.
  public var isMisuse: Bool {
    switch self {
    case .severalStreets, .addressNotFree: false
    case .unknownWindow, .noPlace, .addressesNeeded, .noAddressColumn, .noSuchColumn,
      .childrenNeedFiles, .notJSON, .badMember, .oneOf, .unknownRelay, .severalRelays,
      .unknownCandidate, .distanceOutside, .tooManyPlaces:
      true
    }
  }
}

extension Wording {
  /// What is wrong with a request, and what to do.
  public func sentence(_ error: RequestError) -> String {
    switch error {
    case .unknownWindow(let name, let known): unknownWindow(name, among: known)
    case .noPlace(let text, withoutAddresses: false): badPlace(text)
    case .noPlace(let text, withoutAddresses: true): badPlace(text) + " " + addressesNeeded
    case .addressesNeeded: addressesNeeded
    case .noAddressColumn(let file, let headers): noAddressColumn(of: file, headers)
    case .noSuchColumn(let names, let file, let headers): noSuchColumn(names, of: file, headers)
    case .childrenNeedFiles(ofTerritory: false): childrenNeedSchools
    case .childrenNeedFiles(ofTerritory: true): childrenNeedSources
    case .notJSON(let offset): notJSON(at: offset)
    case .badMember(let name): badMember(name)
    case .oneOf(let one, let other): oneOf(one, other)
    case .unknownRelay(let code): unknownRelay(code)
    case .severalRelays(let code): severalRelays(code)
    case .unknownCandidate(let id): unknownCandidate(id)
    case .distanceOutside(let metres): distanceOutside(metres)
    case .tooManyPlaces(let limit): tooManyPlaces(limit)
    case .severalStreets(let text, let names): severalStreets(text, among: names)
    case .addressNotFree(let address): addressNotFree(address)
    }
  }
}
