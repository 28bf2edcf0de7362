/// Boxes by where they lie: which of many touch another one, without looking at all.
public struct EnvelopeIndex: Sendable {
  private struct Cell: Hashable {
    var x, y: Int
  }

  private let boxes: [Envelope]
  private let cells: [Cell: [Int32]]
  private let size: Double

  /// - Parameters:
  ///   - boxes: None of them empty.
  ///   - size: The side of a cell, in the boxes' unit; about a box's own is good.
  public init(_ boxes: [Envelope], size: Double) {
    self.boxes = boxes
    self.size = size
    var cells: [Cell: [Int32]] = [:]
    for (number, box) in boxes.enumerated() {
      for cell in EnvelopeIndex.cells(of: box, size) {
        cells[cell, default: []].append(Int32(number))
      }
    }
    self.cells = cells
  }

  /// The boxes that share a point with another one, borders included, by increasing number.
  ///
  /// - Complexity: linear in the cells the other one covers and in the boxes there.
  public func touching(_ box: Envelope) -> [Int] {
    guard !box.isEmpty else { return [] }
    let near = EnvelopeIndex.cells(of: box, size)
    // A box that covers more cells than there are meets them all the same.
    let found =
      near.count > cells.count
      ? cells.values.flatMap { $0 } : near.flatMap { cells[$0] ?? [] }
    return Set(found).map(Int.init).filter { boxes[$0].intersects(box) }.sorted()
  }

  /// The boxes that hold a position, borders included, by increasing number.
  public func holding(_ position: Position) -> [Int] {
    touching(Envelope(of: [position]))
  }

  /// Cells that a box covers; those of a very large one as far as they can be counted.
  private static func cells(of box: Envelope, _ size: Double) -> [Cell] {
    let (x, y) = (range(box.minX, box.maxX, size), range(box.minY, box.maxY, size))
    guard x.count == 1, y.count == 1 else {
      return x.flatMap { x in y.map { Cell(x: x, y: $0) } }
    }
    return [Cell(x: x.lowerBound, y: y.lowerBound)]
  }

  private static func range(_ low: Double, _ high: Double, _ size: Double) -> ClosedRange<Int> {
    Int((low / size).rounded(.down))...Int((high / size).rounded(.down))
  }
}
