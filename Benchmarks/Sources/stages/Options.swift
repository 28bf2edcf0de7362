import Foundation

/// What was asked on the command line.
struct Options {
  enum Group: String, CaseIterable {
    case network, search, areas, routes, write, covering, live
  }

  var file = ""
  var relays = 1000
  var runs = 5
  var groups = Set(Group.allCases)
  /// Where peers find the graph and the pieces, as raw arrays.
  var export: String?

  static let usage = """
    usage: stages FILE.osm.pbf [--relays N] [--runs N] [--only network,search,areas,routes,write,covering,live]
                  [--export DIR]

    Times the stages apart. Prints one JSON object a line: stage, best and median of the runs in
    milliseconds, peak memory of the process meanwhile in MiB, how many units, of what.
    """

  init?(_ arguments: [String]) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      guard argument.hasPrefix("--") else {
        file = argument
        continue
      }
      guard let value = rest.popFirst() else { return nil }
      switch argument {
      case "--relays":
        guard let number = Int(value), number > 0 else { return nil }
        relays = number
      case "--runs":
        guard let number = Int(value), number > 0 else { return nil }
        runs = number
      case "--only":
        let names = value.split(separator: ",").map { Group(rawValue: String($0)) }
        guard !names.contains(nil) else { return nil }
        groups = Set(names.compactMap { $0 })
      case "--export": export = value
      default: return nil
      }
    }
    if file.isEmpty { return nil }
  }
}
