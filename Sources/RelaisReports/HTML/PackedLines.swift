/// Lines as a page's script reads them: for each line the count of its points, then its steps, as numbers of five bits a
/// letter. A third of what digits take.
///
/// The first step of a line goes from the last point of the one before. Numbers that may be negative are folded: 0, −1, 1, −2
/// become 0, 1, 2, 3. A letter's highest bit says that more follow; the lowest bits come first.
struct PackedLines {
  /// Decimetres in a step.
  static let unit = 2

  private(set) var bytes: [UInt8] = []
  private var pen = (x: 0, y: 0)

  private static let letters = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  /// - Parameter line: Decimetres; what falls on one point is one.
  mutating func append(_ line: [(x: Int, y: Int)]) {
    var points: [(x: Int, y: Int)] = []
    for vertex in line {
      let point = (x: vertex.x / PackedLines.unit, y: vertex.y / PackedLines.unit)
      if let last = points.last, last == point { continue }
      points.append(point)
    }
    append(points.count)
    for point in points {
      append(folded: point.x - pen.x)
      append(folded: point.y - pen.y)
      pen = point
    }
  }

  private mutating func append(folded value: Int) {
    append(value < 0 ? -2 * value - 1 : 2 * value)
  }

  private mutating func append(_ value: Int) {
    var rest = value
    while rest >= 32 {
      bytes.append(PackedLines.letters[32 | rest & 31])
      rest >>= 5
    }
    bytes.append(PackedLines.letters[rest])
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }
}
