import RelaisGeo

/// Where ways begin that children of enough homes walk whole: from them follows the longest stretch that
/// may be published, which is nobody's own.
///
/// Every way from such a start to the door is walked by at least as many homes as the start is; farther
/// out are fewer. On an edge with homes on it the start lies at one of them: the last that enough others
/// pass.
struct SharedStarts {
  private struct Group: Hashable, Comparable {
    var edge: UInt32
    var to: Int64
    /// Walked from the tail's side.
    var isForward: Bool

    static func < (a: Group, b: Group) -> Bool {
      (a.edge, a.to, a.isForward ? 0 : 1) < (b.edge, b.to, b.isForward ? 0 : 1)
    }
  }

  private(set) var departures: [RouteTree.Departure] = []

  /// - Parameters:
  ///   - routes: the first stretches of one school's routes.
  ///   - nodes: those whose ways lead to that school, in the order of the tree.
  ///   - homes: through each node, all summed up.
  ///   - least: how many homes are enough.
  init(
    _ routes: [RouteTree.Departure?], _ nodes: some Sequence<UInt32>,
    _ tree: borrowing RouteTree, homes: [Int32], least: Int
  ) {
    var groups: [(group: Group, departure: RouteTree.Departure)] = []
    for departure in routes.compactMap({ $0 }) where departure.first.from != departure.first.to {
      let first = departure.first
      groups.append(
        (Group(edge: first.edge.index, to: first.to, isForward: first.from < first.to), departure))
    }
    // The farthest first: whoever starts there passes all others of the group.
    groups.sort {
      ($0.group, abs($1.departure.first.from - $1.departure.first.to))
        < ($1.group, abs($0.departure.first.from - $0.departure.first.to))
    }
    var index = 0
    while index < groups.count {
      let group = groups[index].group
      var count = SharedStarts.arriving(
        along: group.edge, to: group.to, group.isForward, tree, homes)
      // Enough from behind: the way from that end holds all of this.
      var isAdded = count >= least
      while index < groups.count, groups[index].group == group {
        count += 1
        if !isAdded, count >= least {
          departures.append(groups[index].departure)
          isAdded = true
        }
        index += 1
      }
    }
    for node in nodes where Int(homes[Int(node)]) >= least {
      departures.append(tree.departure(at: node))
    }
  }

  /// Homes whose way enters an edge at the end behind it.
  private static func arriving(
    along edge: UInt32, to: Int64, _ isForward: Bool, _ tree: borrowing RouteTree, _ homes: [Int32]
  ) -> Int {
    let node = isForward ? tree.network.tails[Int(edge)] : tree.network.heads[Int(edge)]
    guard homes[Int(node)] > 0 else { return 0 }
    let step = tree.step(from: node)
    return step.edge.index == edge && step.to == to && (step.from < step.to) == isForward
      ? Int(homes[Int(node)]) : 0
  }
}
