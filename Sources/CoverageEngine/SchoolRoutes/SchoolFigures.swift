public import RelaisGeo

/// What a head teacher asks: how many children walk here, how far, and how exposed.
public struct SchoolFigures: Hashable, Sendable {
  /// Runs longer than this leave a child alone for some minutes.
  public static let longRun = Length(metres: 300)

  /// All who are assigned.
  public var children = Children.zero
  public var homes = 0
  /// Of them, those with no way to it.
  public var unreachable = Children.zero
  public var unreachableHomes = 0
  /// Half the children walk no farther, and nine in ten; `nil` where none walks.
  public var medianWalk: Length?
  public var longWalk: Length?
  /// Metres of street walked by all children, and of them the covered ones: both in millionths of
  /// a child times millimetres, more than 64 bits hold where lengths are absurd.
  public var childMillimetres: Int128 = 0
  public var coveredChildMillimetres: Int128 = 0
  /// Children with an uncovered run of more than ``longRun``.
  public var exposed = Children.zero
  public var exposedHomes = 0
  /// Covered routes: uncovered metres they save, in the same unit, and the children who have one that
  /// saves any.
  public var savedChildMillimetres: Int128 = 0
  public var helped = Children.zero
  public var helpedHomes = 0
  /// The longest uncovered run that children of enough homes walk whole (``RoutePlanner/leastHomes``);
  /// ties to the lowest edge where they set out, homes before crossings.
  public var longest: Run?
  /// By window of the planner.
  public var windows: [Window] = []
  /// The gaps most children pass, ties to the lower gap; at most five.
  public var worstGaps: [GapShare] = []

  /// The relay that would help most, on one of these gaps; `nil` where none was sought or none helps.
  public var extraRelay: ExtraRelay?

  /// Who passes a gap on the way.
  public struct GapShare: Hashable, Sendable {
    /// Index among the planner's gaps.
    public var gap: Int
    public var children: Children
    /// Homes they come from; of several schools together, those of the school with most.
    public var homes: Int
  }

  /// An uncovered run of a route.
  public struct Run: Hashable, Sendable {
    public var length: Length
    /// The street most of it lies on, the first walked on a tie; `nil` where it bears no name.
    public var street: String?
    /// Where a relay is farthest.
    public var worst: Position
    /// That walk; `nil` where no relay can be reached.
    public var worstDistance: Length?
    /// Whether it is in truth more than that, as far as streets were read.
    public var worstIsOver = false
    /// In walking order.
    public var pieces: [EdgeInterval]
  }

  /// Of the metres walked, those covered, 0…1; `nil` where none are walked.
  public var coveredShare: Double? {
    childMillimetres == 0 ? nil : Double(coveredChildMillimetres) / Double(childMillimetres)
  }

  /// - Parameter routes: those of one school.
  init(_ routes: [SchoolRoute]) {
    homes = routes.count
    var walks: [(length: Length, children: Children)] = []
    for route in routes {
      children += route.children
      guard let walk = route.walk else {
        unreachable += route.children
        unreachableHomes += 1
        continue
      }
      walks.append((walk.length, route.children))
      let millionths = Int128(route.children.millionths)
      childMillimetres += millionths * Int128(walk.onStreets.millimetres)
      coveredChildMillimetres += millionths * Int128((walk.onStreets - walk.uncovered).millimetres)
      if let covered = route.covered, covered.uncovered < walk.uncovered {
        savedChildMillimetres +=
          millionths * Int128((walk.uncovered - covered.uncovered).millimetres)
        helped += route.children
        helpedHomes += 1
      }
      if walk.longestUncovered > SchoolFigures.longRun {
        exposed += route.children
        exposedHomes += 1
      }
    }
    walks.sort { $0.length < $1.length }
    medianWalk = SchoolFigures.walk(of: walks, share: 50)
    longWalk = SchoolFigures.walk(of: walks, share: 90)
  }

  /// The least walk that so many per cent of the children do not exceed.
  private static func walk(
    of walks: [(length: Length, children: Children)], share percent: Int64
  ) -> Length? {
    let total = walks.reduce(Children.zero) { $0 + $1.children }.millionths
    var reached: Int64 = 0
    for walk in walks {
      reached += walk.children.millionths
      if reached * 100 >= total * percent { return walk.length }
    }
    return nil
  }
}

extension [SchoolFigures] {
  /// Of the metres walked to all schools, those covered, to a whole per cent: finer, two runs could be subtracted. `nil` where
  /// none are walked.
  package var coveredShare: Double? {
    let total = reduce(Int128(0)) { $0 + $1.childMillimetres }
    guard total > 0 else { return nil }
    let covered = reduce(Int128(0)) { $0 + $1.coveredChildMillimetres }
    return (100 * Double(covered) / Double(total)).rounded() / 100
  }
}
