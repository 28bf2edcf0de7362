import Computing
public import Covering
import RelaisGeo

/// The open streets cut where any candidate's reach ends: pieces on which covering is all or
/// nothing, so that the maximal covering problem on them is the one on the streets, exactly.
public struct DemandOverlay: Sendable {
  /// Candidates and atoms; an atom is all pieces that the same candidates cover.
  public let matrix: CoverageMatrix
  /// Edge by edge, neighbours near each other, by offset; pieces no candidate reaches are not among them.
  public let pieces: [EdgeInterval]
  /// The atom of each piece.
  public let atomOfPiece: [UInt32]

  /// - Parameters:
  ///   - portions: As ``CandidateReach/portions(_:snaps:budget:countsConnector:open:)`` gives them.
  ///   - units: The demand of a part of an edge.
  /// - Complexity: linear in memberships, plus sorting the ends on each edge; split over the cores.
  init(
    _ portions: [CandidateReach.Portion], _ network: StreetNetwork, candidateCount: Int,
    open: OpenDemand, units: (_ edge: Int, _ from: Int64, _ to: Int64) -> Int64
  ) {
    let runs = DemandOverlay.runs(portions, network)
    let parts = Parallel.map(runs.count, grain: 500) { some in
      var part = Part()
      for run in runs[some] { part.cut(portions[run], open: open) }
      return part
    }
    var collector = AtomCollector()
    var pieces: [EdgeInterval] = []
    var atoms: [UInt32] = []
    for part in parts {
      part.lists.withUnsafeBufferPointer { lists in
        for (index, piece) in part.pieces.enumerated() {
          let demand = units(
            piece.edge.position, piece.from.millimetres, piece.to.millimetres)
          guard demand > 0 else { continue }
          let list = UnsafeBufferPointer(rebasing: lists[part.first[index]..<part.first[index + 1]])
          let atom = collector.add(demand, coveredBy: list, hash: part.hashes[index])
          pieces.append(piece)
          atoms.append(UInt32(atom))
        }
      }
    }
    matrix = collector.matrix(candidateCount: candidateCount)
    self.pieces = pieces
    atomOfPiece = atoms
  }

  /// The portions of each edge, edges by where their tails lie on the nodes' curve through the town: what a
  /// candidate reaches then is mostly atoms of neighbouring numbers (``CoverageRuns``).
  private static func runs(
    _ portions: [CandidateReach.Portion], _ network: StreetNetwork
  ) -> [Range<Int>] {
    var runs: [(key: UInt32, portions: Range<Int>)] = []
    var start = 0
    for index in portions.indices.dropFirst()
    where portions[index].edge != portions[index - 1].edge {
      runs.append((network.tails[Int(portions[start].edge)], start..<index))
      start = index
    }
    guard let last = portions.last else { return [] }
    runs.append((network.tails[Int(last.edge)], start..<portions.count))
    RadixSort.sort(&runs) { $0.key }
    return runs.map(\.portions)
  }

  /// The pieces one core cuts.
  private struct Part: Sendable {
    var pieces: [EdgeInterval] = []
    /// One per piece and one more: where its candidates begin.
    var first: [Int] = [0]
    var lists: [UInt32] = []
    var hashes: [UInt64] = []
    private var ends: [UInt32] = []
    private var counts: [Int] = []

    /// Cuts one edge.
    mutating func cut(_ portions: ArraySlice<CandidateReach.Portion>, open: OpenDemand) {
      guard let one = portions.first else { return }
      let edge = EdgeID(Int(one.edge))
      let openPortions = open.portions(of: edge.position)
      ends.removeAll(keepingCapacity: true)
      for portion in portions {
        ends.append(portion.from)
        ends.append(portion.to)
      }
      for portion in openPortions ?? [] {
        ends.append(UInt32(portion.from))
        ends.append(UInt32(portion.to))
      }
      ends.sort()
      var distinct = 0
      for index in ends.indices where index == 0 || ends[index] != ends[distinct - 1] {
        ends[distinct] = ends[index]
        distinct += 1
      }
      ends.removeLast(ends.count - distinct)

      // How many candidates cover each stretch between neighbouring ends, then which.
      let stretches = ends.count - 1
      counts.removeAll(keepingCapacity: true)
      counts.append(contentsOf: repeatElement(0, count: stretches + 1))
      for portion in portions {
        for stretch in index(of: portion.from)..<index(of: portion.to) { counts[stretch] += 1 }
      }
      if let openPortions {
        var next = 0
        for stretch in 0..<stretches {
          while next < openPortions.count, openPortions[next].to <= Int64(ends[stretch]) {
            next += 1
          }
          if next == openPortions.count || openPortions[next].from > Int64(ends[stretch]) {
            counts[stretch] = -1
          }
        }
      }
      var total = lists.count
      let firstPiece = pieces.count
      for stretch in 0..<stretches {
        let count = counts[stretch]
        guard count > 0 else {
          counts[stretch] = -1
          continue
        }
        counts[stretch] = total
        total += count
        pieces.append(
          EdgeInterval(
            edge: edge, from: Length(millimetres: Int64(ends[stretch])),
            to: Length(millimetres: Int64(ends[stretch + 1]))))
        first.append(total)
      }
      lists.append(contentsOf: repeatElement(0, count: total - lists.count))
      for portion in portions {
        for stretch in index(of: portion.from)..<index(of: portion.to) where counts[stretch] >= 0 {
          lists[counts[stretch]] = portion.candidate
          counts[stretch] += 1
        }
      }
      lists.withUnsafeBufferPointer { lists in
        for piece in firstPiece..<pieces.count {
          hashes.append(
            AtomCollector.hash(
              UnsafeBufferPointer(rebasing: lists[first[piece]..<first[piece + 1]])))
        }
      }
    }

    private func index(of end: UInt32) -> Int {
      var low = 0
      var high = ends.count
      while low < high {
        let middle = (low + high) / 2
        if ends[middle] < end { low = middle + 1 } else { high = middle }
      }
      return low
    }
  }
}
