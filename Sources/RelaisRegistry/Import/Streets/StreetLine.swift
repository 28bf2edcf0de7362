import CoverageEngine
import RelaisGeo

/// A line of a layer that can be walked.
struct StreetLine {
  /// The file it comes from, by its number among those read together.
  var file: Int
  var place: SourcePlace
  var id: String
  /// Whether the identifier means the same object in every file of its kind (BD TOPO's, OpenStreetMap's), and is no
  /// number of a row.
  var identity: Identity
  /// When its source last changed it, as written; texts of one kind of file compare by age.
  var changedOn: String?
  var name: String
  var isDemand: Bool
  var weight: Double
  var level: Int
  var form: StreetAttributes.Form
  /// When it may be walked; `nil` for always.
  var hours: WalkingHours?
  var sidewalk = StreetAttributes.Sidewalk.unsaid
  var parts: [[Position]]
  /// The areas whose outlines the parts are and that are walked across, too.
  var squares: [Polygon] = []

  enum Identity: Hashable {
    /// The identifier alone.
    case object
    /// The identifier, unless a file holds several pieces that bear it.
    case way
    /// The identifier with the shape.
    case row
    /// The two ends and the shape: an edge of a graph, in either direction.
    case edge
  }

  /// The line's shape, whichever way it is drawn.
  var shape: [[Position]] {
    parts.map { part in
      let reversed = Array(part.reversed())
      return part.lexicographicallyPrecedes(reversed, by: StreetLine.precedes) ? part : reversed
    }
  }

  /// Whether over half of its vertices are another's too.
  func overlaps(_ other: StreetLine) -> Bool {
    let others = Set(other.parts.joined())
    let own = Array(parts.joined())
    return 2 * own.count(where: others.contains) > min(own.count, others.count)
  }

  private static func precedes(_ one: Position, _ other: Position) -> Bool {
    (one.x, one.y) < (other.x, other.y)
  }
}

/// Which lines of files read together are known twice, and so count once.
enum LinesKnownTwice {
  /// - Returns: The numbers of lines to leave out, ascending: of two that are the same, the older; of equal ones the one
  ///   read later, or, where the identifier alone makes them the same, the one read earlier: files are named in the order in
  ///   which they came to be.
  /// - Complexity: linear in the lines, and in the vertices of those that bear the same identifier.
  static func copies(among lines: [StreetLine]) -> [Int] {
    var dropped = Set<Int>()
    var byID: [String: [Int]] = [:]
    for (number, line) in lines.enumerated() { byID[line.id, default: []].append(number) }
    for (_, numbers) in byID where numbers.count > 1 {
      dropped.formUnion(copies(numbers, among: lines))
    }
    var byEnds: [Ends: [Int]] = [:]
    for (number, line) in lines.enumerated()
    where line.identity == .edge && !dropped.contains(number) {
      if let ends = Ends(line) { byEnds[ends, default: []].append(number) }
    }
    for (_, numbers) in byEnds where numbers.count > 1 {
      dropped.formUnion(sameShapes(numbers, among: lines))
    }
    return dropped.sorted()
  }

  /// Of lines with the same identifier, ascending.
  private static func copies(_ numbers: [Int], among lines: [StreetLine]) -> Set<Int> {
    let files = Dictionary(grouping: numbers) { lines[$0].file }
    let isWhole: (Int) -> Bool = { number in
      switch lines[number].identity {
      case .object: true
      // A file that cuts its ways has several pieces of each.
      case .way: files.values.allSatisfy { $0.count == 1 }
      case .row, .edge: false
      }
    }
    guard numbers.allSatisfy(isWhole) else { return sameShapes(numbers, among: lines) }
    var newest = numbers[0]
    for number in numbers.dropFirst() {
      let (old, new) = (lines[newest].changedOn ?? "", lines[number].changedOn ?? "")
      if old.isEmpty || new.isEmpty || new >= old { newest = number }
    }
    // Two extracts that cut a way at their common border hold different parts of it.
    return Set(
      numbers.filter {
        $0 != newest && (lines[$0].identity == .object || lines[$0].overlaps(lines[newest]))
      })
  }

  /// All but the first of each shape.
  private static func sameShapes(_ numbers: [Int], among lines: [StreetLine]) -> Set<Int> {
    var seen = Set<[[Position]]>()
    return Set(numbers.filter { !seen.insert(lines[$0].shape).inserted })
  }

  private struct Ends: Hashable {
    var low: Position
    var high: Position

    init?(_ line: StreetLine) {
      guard let first = line.parts.first?.first, let last = line.parts.last?.last else {
        return nil
      }
      (low, high) = (first.x, first.y) < (last.x, last.y) ? (first, last) : (last, first)
    }
  }
}
