import Foundation
public import RelaisGeo

/// Children by the squares of a statistical grid, to be shared over the addresses in each.
public struct ChildrenGrid: Sendable {
  /// A square, named by its south-west corner in the grid's own system.
  public struct Square: Hashable, Sendable {
    /// EPSG code of the grid's system.
    public var system: Int
    /// Length of its sides, metres.
    public var side: Int
    public var north: Int
    public var east: Int

    public init(system: Int, side: Int, north: Int, east: Int) {
      self.system = system
      self.side = side
      self.north = north
      self.east = east
    }

    /// Reads `CRS3035RES200mN2891800E3770600`, whatever the case; `nil` for what is no such name.
    ///
    /// The whole country's grid has millions of them.
    public init?(reference: String) {
      var rest = Substring(reference).utf8
      func take(_ word: StaticString) -> Bool {
        let isThere = word.withUTF8Buffer { letters in
          rest.count >= letters.count && zip(rest, letters).allSatisfy { $0 | 0x20 == $1 }
        }
        if isThere { rest = rest.dropFirst(word.utf8CodeUnitCount) }
        return isThere
      }
      func number(_ digits: ClosedRange<Int>, isSigned: Bool = false) -> Int? {
        let isNegative = isSigned && rest.first == UInt8(ascii: "-")
        if isNegative { rest = rest.dropFirst() }
        let own = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard digits.contains(own.count), let value = Int(Substring(own)) else { return nil }
        rest = rest.dropFirst(own.count)
        return isNegative ? -value : value
      }
      guard take("crs"), let system = number(4...6), take("res"), let side = number(1...6),
        side > 0, take("mn"), let north = number(1...9, isSigned: true), take("e"),
        let east = number(1...9, isSigned: true), rest.isEmpty
      else { return nil }
      self.init(system: system, side: side, north: north, east: east)
    }

    /// The larger square of the same grid that holds it.
    ///
    /// - Parameter side: A multiple of its own.
    public func enlarged(to side: Int) -> Square {
      Square(
        system: system, side: side, north: Square.corner(north, side),
        east: Square.corner(east, side))
    }

    private static func corner(_ metres: Int, _ side: Int) -> Int {
      (metres >= 0 ? metres / side : (metres - side + 1) / side) * side
    }
  }

  public struct Cell: Hashable, Sendable {
    public var square: Square
    /// By level, in the order of ``SchoolLevel``.
    public var children: [Children]
    /// The statisticians estimated it, to keep a secret.
    public var isImputed: Bool

    public init(square: Square, children: [Children], isImputed: Bool = false) {
      self.square = square
      self.children = children
      self.isImputed = isImputed
    }

    var all: Children { children.reduce(.zero, +) }
  }

  public var cells: [Cell]

  public init(_ cells: [Cell]) { self.cells = cells }

  /// Children by level of those counted from 0 to 3, 4 to 5, 6 to 10 and 11 to 17, every year of
  /// age taken as equally many: a quarter of the first are 3 and at nursery school, four sevenths of the
  /// last at a *collège*. What is below a millionth goes to the later level.
  public static func levels(
    upTo3: Children, upTo5: Children, upTo10: Children, upTo17: Children
  ) -> [Children] {
    let lower = Children(millionths: upTo17.millionths * 4 / 7)
    return [
      upTo5 + Children(millionths: upTo3.millionths / 4), upTo10, lower, upTo17 - lower,
    ]
  }

  /// What sharing came to.
  public struct Outcome: Hashable, Sendable {
    public var shared = Children.zero
    /// Squares that hold a home, with children or without.
    public var squaresWithHome = 0
    /// In squares among the homes that hold none.
    public var withoutHome = Children.zero
    public var squaresWithoutHome = 0
    /// In squares beyond the homes' own box: another town's.
    public var elsewhere = Children.zero
    /// Of the shared ones, those the statisticians estimated.
    public var imputed = Children.zero
  }

  /// Gives every home its share of its square's children; a home in no square has none.
  ///
  /// - Throws: ``ProjectionError`` for a grid in a system PROJ does not know.
  /// - Complexity: linear in homes and squares.
  public func share(over homes: inout [Home]) throws(ProjectionError) -> Outcome {
    var outcome = Outcome()
    var residents: [Square: [Int]] = [:]
    let kinds = Set(cells.map { [$0.square.system, $0.square.side] }).sorted { $0[0] < $1[0] }
    var boxes: [[Int]: (north: ClosedRange<Int>, east: ClosedRange<Int>)] = [:]
    for kind in kinds {
      var projector = try Projector(.epsg(kind[0]))
      let squares = try projector.forward(homes.map(\.position)).map { point in
        Square(
          system: kind[0], side: kind[1], north: ChildrenGrid.corner(point.y, kind[1]),
          east: ChildrenGrid.corner(point.x, kind[1]))
      }
      for (home, square) in squares.enumerated() { residents[square, default: []].append(home) }
      if let south = squares.map(\.north).min(), let north = squares.map(\.north).max(),
        let west = squares.map(\.east).min(), let east = squares.map(\.east).max()
      {
        boxes[kind] = (south...north, west...east)
      }
    }
    for home in homes.indices {
      homes[home].children = Array(repeating: .zero, count: SchoolLevel.allCases.count)
    }
    for cell in cells {
      let square = cell.square
      guard let own = residents[square] else {
        if let box = boxes[[square.system, square.side]], box.north.contains(square.north),
          box.east.contains(square.east)
        {
          outcome.withoutHome += cell.all
          if cell.all > .zero { outcome.squaresWithoutHome += 1 }
        } else {
          outcome.elsewhere += cell.all
        }
        continue
      }
      outcome.squaresWithHome += 1
      outcome.shared += cell.all
      if cell.isImputed { outcome.imputed += cell.all }
      for level in cell.children.indices {
        for (home, share) in zip(own, cell.children[level].shared(by: own.count)) {
          homes[home].children?[level] += share
        }
      }
    }
    return outcome
  }

  private static func corner(_ metres: Double, _ side: Int) -> Int {
    Int((metres / Double(side)).rounded(.down)) * side
  }
}
