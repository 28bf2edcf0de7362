/// Joins pieces of outline into closed rings.
///
/// A piece is followed by the one that starts at the meeting point where it ends: first by the
/// point's name, which is exact; what is left, where three curves meet within rounding or a piece was
/// too short to keep, by the nearest start within a tenth of a millimetre.
struct OutlineLinking {
  /// The pieces of each ring in order: `order[firstOfRing[k]..<firstOfRing[k + 1]]`.
  private(set) var order: [Int32] = []
  private(set) var firstOfRing: [Int32] = []

  private var ends: [(name: UInt64, piece: Int32)] = []
  private var starts: [(name: UInt64, piece: Int32)] = []
  private var next: [Int32] = []
  private var isTaken: [Bool] = []
  private var openStarts: [Int32] = []

  /// Metres: ten of the shortest pieces, which may have been left out one after another.
  static let reach = 1e-4

  /// - Returns: `false` if some end has no start near it.
  mutating func link(_ pieces: [OutlinePieces.Piece]) -> Bool {
    next.removeAll(keepingCapacity: true)
    next.append(contentsOf: repeatElement(-1, count: pieces.count))
    isTaken.removeAll(keepingCapacity: true)
    isTaken.append(contentsOf: repeatElement(false, count: pieces.count))
    linkByName(pieces)
    guard linkByPlace(pieces) else { return false }
    return follow()
  }

  private mutating func linkByName(_ pieces: [OutlinePieces.Piece]) {
    ends.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    for (index, piece) in pieces.enumerated() {
      if piece.endName != 0 { ends.append((piece.endName, Int32(index))) }
      if piece.startName != 0 { starts.append((piece.startName, Int32(index))) }
    }
    ends.sort { $0 < $1 }
    starts.sort { $0 < $1 }
    var position = 0
    for (name, piece) in ends {
      while position < starts.count, starts[position].name < name { position += 1 }
      guard position < starts.count, starts[position].name == name else { continue }
      let start = starts[position].piece
      guard OutlineLinking.distance(pieces[Int(piece)], pieces[Int(start)]) < OutlineLinking.reach
      else { continue }
      next[Int(piece)] = start
      isTaken[Int(start)] = true
      position += 1
    }
  }

  /// - Complexity: O(*k* log *k*) for the *k* left open, few in any network.
  private mutating func linkByPlace(_ pieces: [OutlinePieces.Piece]) -> Bool {
    openStarts.removeAll(keepingCapacity: true)
    for index in pieces.indices where !isTaken[index] { openStarts.append(Int32(index)) }
    guard !openStarts.isEmpty else { return true }
    openStarts.sort {
      (pieces[Int($0)].startX, $0) < (pieces[Int($1)].startX, $1)
    }
    for index in pieces.indices where next[index] < 0 {
      let piece = pieces[index]
      var low = 0
      var high = openStarts.count
      while low < high {
        let middle = (low + high) / 2
        if pieces[Int(openStarts[middle])].startX < piece.endX - OutlineLinking.reach {
          low = middle + 1
        } else {
          high = middle
        }
      }
      var best: Int32 = -1
      var bestDistance = OutlineLinking.reach
      for candidate in openStarts[low...] {
        let start = pieces[Int(candidate)]
        if start.startX > piece.endX + OutlineLinking.reach { break }
        guard !isTaken[Int(candidate)] else { continue }
        let distance = OutlineLinking.distance(piece, start)
        if distance < bestDistance {
          best = candidate
          bestDistance = distance
        }
      }
      guard best >= 0 else { return false }
      next[index] = best
      isTaken[Int(best)] = true
    }
    return true
  }

  private mutating func follow() -> Bool {
    order.removeAll(keepingCapacity: true)
    firstOfRing.removeAll(keepingCapacity: true)
    for start in next.indices where next[start] >= 0 {
      firstOfRing.append(Int32(order.count))
      var piece = start
      // Each piece is left once, so the walk ends where it began.
      while next[piece] >= 0 {
        order.append(Int32(piece))
        let following = Int(next[piece])
        next[piece] = -1
        piece = following
      }
      guard piece == start else { return false }
    }
    firstOfRing.append(Int32(order.count))
    return true
  }

  private static func distance(
    _ a: OutlinePieces.Piece, _ b: OutlinePieces.Piece
  ) -> Double {
    let x = a.endX - b.startX
    let y = a.endY - b.startY
    return (x * x + y * y).squareRoot()
  }
}
