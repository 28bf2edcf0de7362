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
  case noAddressColumn(among: [String])
  /// Columns that were named and are not there; those that are.
  case noSuchColumn([String], among: [String])
  /// Only children count, and nothing says where they live and learn.
  case childrenNeedFiles(ofTerritory: Bool)
}

extension Wording {
  /// What is wrong with a request, and what to do.
  public func sentence(_ error: RequestError) -> String {
    switch error {
    case .unknownWindow(let name, let known): unknownWindow(name, among: known)
    case .noPlace(let text, withoutAddresses: false): badPlace(text)
    case .noPlace(let text, withoutAddresses: true): badPlace(text) + " " + addressesNeeded
    case .addressesNeeded: addressesNeeded
    case .noAddressColumn(let headers): noAddressColumn(headers)
    case .noSuchColumn(let names, let headers): noSuchColumn(names, headers)
    case .childrenNeedFiles(ofTerritory: false): childrenNeedSchools
    case .childrenNeedFiles(ofTerritory: true): childrenNeedSources
    }
  }
}
