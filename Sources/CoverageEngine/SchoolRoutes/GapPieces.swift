import RelaisGeo

/// The portions of gaps, by edge, so that a route can list the gaps it passes.
struct GapPieces: Sendable {
  private struct Piece: Sendable {
    var from: Int64
    var to: Int64
    var gap: Int
  }

  let gapCount: Int
  private let pieces: [UInt32: [Piece]]

  init(_ gaps: [Gap]) {
    gapCount = gaps.count
    var pieces: [UInt32: [Piece]] = [:]
    for (number, gap) in gaps.enumerated() {
      for piece in gap.pieces {
        pieces[piece.edge.index, default: []].append(
          Piece(from: piece.from.millimetres, to: piece.to.millimetres, gap: number))
      }
    }
    self.pieces = pieces
  }

  var isEmpty: Bool { pieces.isEmpty }

  /// Children past each gap; who passes one twice counts once.
  struct Tally {
    private let pieces: GapPieces
    private var children: [Int64]
    private var homes: [Int]
    /// The route that last passed each gap.
    private var last: [Int]
    private var route = 0

    init(_ pieces: GapPieces) {
      self.pieces = pieces
      children = Array(repeating: 0, count: pieces.gapCount)
      homes = Array(repeating: 0, count: pieces.gapCount)
      last = Array(repeating: 0, count: pieces.gapCount)
    }

    /// The next route.
    mutating func begin() { route += 1 }

    mutating func pass(_ step: RouteStep, _ share: Children) {
      guard let own = pieces.pieces[step.edge.index] else { return }
      let low = min(step.from, step.to)
      let high = max(step.from, step.to)
      for piece in own where piece.from < high && piece.to > low && last[piece.gap] != route {
        last[piece.gap] = route
        children[piece.gap] += share.millionths
        homes[piece.gap] += 1
      }
    }

    /// Gaps somebody passed, increasing.
    var shares: [SchoolFigures.GapShare] {
      children.indices.filter { last[$0] > 0 }.map {
        .init(gap: $0, children: Children(millionths: children[$0]), homes: homes[$0])
      }
    }
  }
}
