import RelaisGeo

/// Figures of ways to school as they may be published: so coarse that those of two runs, subtracted, do not tell
/// what lies in a square of few households.
///
/// Shares are whole per cent, walks multiples of 50 m. Numbers of children are for whoever writes them, who rounds
/// them to five.
extension RoutePlan {
  public func published() -> RoutePlan {
    var plan = self
    plan.figures = figures.map(\.published)
    return plan
  }
}

extension SchoolFigures {
  /// Walks are published in multiples of so many millimetres.
  private static let walkStep: Int64 = 50_000

  var published: SchoolFigures {
    var figures = self
    figures.medianWalk = medianWalk.map(SchoolFigures.rounded)
    figures.longWalk = longWalk.map(SchoolFigures.rounded)
    // A hundredth of the whole that a `Double` holds a hundred times over, exactly.
    var hundredth = childMillimetres / 100
    var shift: Int128 = 1
    while hundredth / shift > 1 << 40 { shift *= 2 }
    hundredth = hundredth / shift * shift
    guard hundredth > 0 else { return figures }
    func whole(_ covered: Int128) -> Int128 {
      Int128(SchoolFigures.wholePerCent(covered, of: childMillimetres)) * hundredth
    }
    figures.childMillimetres = hundredth * 100
    figures.coveredChildMillimetres = whole(coveredChildMillimetres)
    for index in windows.indices {
      figures.windows[index].certain.coveredChildMillimetres = whole(
        windows[index].certain.coveredChildMillimetres)
      figures.windows[index].possible.coveredChildMillimetres = whole(
        windows[index].possible.coveredChildMillimetres)
    }
    figures.extraRelay?.childMillimetres = extraRelay.map { whole($0.childMillimetres) } ?? 0
    return figures
  }

  /// A share in whole per cent, halves up.
  static func wholePerCent(_ part: Int128, of whole: Int128) -> Int {
    Int((part * 200 + whole) / (2 * whole))
  }

  private static func rounded(_ walk: Length) -> Length {
    Length(millimetres: (walk.millimetres + walkStep / 2) / walkStep * walkStep)
  }
}
