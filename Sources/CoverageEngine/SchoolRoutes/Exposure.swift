/// How much of a stretch walked in one direction is uncovered, and in what runs.
///
/// Two stretches walked one after the other make one, so that a tree carries its exposures from
/// the school outwards in a single sweep. Millimetres throughout.
struct Exposure: Hashable, Sendable {
  var length: Int64 = 0
  var uncovered: Int64 = 0
  /// The longest uncovered run.
  var longest: Int64 = 0
  /// The uncovered run it begins with, and the one it ends with.
  var leading: Int64 = 0
  var trailing: Int64 = 0

  /// A stretch of some length that is uncovered between two of its offsets, if they are in order.
  @inline(__always)
  init(length: Int64, uncoveredFrom from: Int64, to: Int64) {
    self.length = length
    guard to > from else { return }
    uncovered = to - from
    longest = uncovered
    leading = from == 0 ? uncovered : 0
    trailing = to == length ? uncovered : 0
  }

  init() {}

  /// This stretch, then another. A stretch of no length changes nothing.
  @inline(__always)
  func then(_ next: Exposure) -> Exposure {
    var result = Exposure()
    result.length = length + next.length
    result.uncovered = uncovered + next.uncovered
    result.longest = max(longest, next.longest, trailing + next.leading)
    result.leading = uncovered == length ? length + next.leading : leading
    result.trailing = next.uncovered == next.length ? next.length + trailing : next.trailing
    return result
  }

  /// The same stretch walked the other way.
  @inline(__always)
  var reversed: Exposure {
    var result = self
    swap(&result.leading, &result.trailing)
    return result
  }
}

extension Coverage {
  /// The exposure of an edge walked from one offset to another, either way.
  @inline(__always)
  func exposure(of edge: Int, from: Int64, to: Int64, in network: StreetNetwork) -> Exposure {
    let whole = Int64(network.lengths[edge])
    let low = min(from, to)
    let high = max(from, to)
    let own = portions.ends[edge]
    let exposure: Exposure
    if own.fromTail == EdgePortions.Ends.listed {
      exposure = listedExposure(of: edge, low, high, in: network)
    } else {
      // Covered from its ends only: what is not is one run in the middle.
      exposure = Exposure(
        length: high - low, uncoveredFrom: max(0, Int64(max(0, own.fromTail)) - low),
        to: min(high, whole - Int64(max(0, own.fromHead))) - low)
    }
    return from <= to ? exposure : exposure.reversed
  }

  private func listedExposure(
    of edge: Int, _ low: Int64, _ high: Int64, in network: StreetNetwork
  ) -> Exposure {
    let uncovered = set(of: edge, in: network).complement(in: Int64(network.lengths[edge]))
    var exposure = Exposure()
    var reached = low
    for portion in uncovered.portions where portion.to > low && portion.from < high {
      let from = max(low, portion.from)
      let to = min(high, portion.to)
      exposure = exposure.then(
        Exposure(length: to - reached, uncoveredFrom: from - reached, to: to - reached))
      reached = to
    }
    return exposure.then(Exposure(length: high - reached, uncoveredFrom: 0, to: 0))
  }
}
