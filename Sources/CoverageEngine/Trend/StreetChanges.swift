public import RelaisGeo

/// What is not the same in the streets to cover of two days: those that are new, gone, or bear another name.
///
/// A street that is no longer to be covered is gone, and one outside the study area is in neither.
public struct StreetChanges: Sendable {
  /// The earlier day.
  public var since: CalendarDay
  /// All streets to cover of the earlier day, and of now.
  public var then: Length
  public var now: Length
  /// By kind, the longest first, then in the order of the source.
  public var stretches: [Stretch]
  /// How much longer lines became that are drawn otherwise and are neither new nor gone; negative for shorter.
  public var redrawn: Length

  /// What of one line of the source changed.
  public struct Stretch: Hashable, Sendable {
    /// Raw values are stable.
    public enum Kind: String, CaseIterable, Sendable {
      case new
      case gone
      case renamed
    }

    public var kind: Kind
    /// As it is now; of a street that is gone, as it was.
    public var street: String?
    /// Of a renamed street; `nil` where it bore none.
    public var formerName: String?
    public var length: Length
    /// In the network's coordinates; at least one, of at least two positions each.
    public var lines: [[Position]]
  }

  public func length(_ kind: Stretch.Kind) -> Length {
    stretches.filter { $0.kind == kind }.reduce(.zero) { $0 + $1.length }
  }

  /// Whether more than a fiftieth of the streets is new or gone: figures of the two days then do not stand on the same
  /// streets, and an extract may have a hole.
  public var areLarge: Bool {
    length(.new).millimetres * 50 > now.millimetres
      || length(.gone).millimetres * 50 > then.millimetres
  }

  /// What is to be reported of large changes.
  package var findings: [Finding] {
    guard areLarge else { return [] }
    return [Finding(.streetsChanged(since: since, new: length(.new), gone: length(.gone)))]
  }
}

extension StreetChanges {
  /// Compares the streets of two days (`Documentation/Decisions/0035`).
  ///
  /// Lines are compared a step at a time, from one vertex to the next:
  ///
  /// 1. A vertex of one day that lies on a step of the other, within two centimetres, divides it.
  /// 2. Steps with the same two ends are the same, whatever their lines are called: a way that was cut, joined or
  ///    numbered otherwise did not change. They are renamed where their names differ.
  /// 3. What is left of one identifier on both days was redrawn, if the two are within fifty metres of each other and
  ///    the shorter is at least half the longer. Redrawn steps are neither new nor gone; they may be renamed.
  /// 4. What is left then is new, or gone.
  ///
  /// So what is new less what is gone, and what redrawing added, is the difference of the two days, except for a
  /// millimetre wherever the same line was cut into other edges.
  ///
  /// - Precondition: Both stand on the same ground.
  /// - Complexity: n log n in steps; for those without a counterpart, times the vertices without one that lie between
  ///   their ends from west to east.
  package init(from former: StreetMap, of since: CalendarDay, to present: StreetMap) {
    var comparison = StreetComparison(former, present)
    comparison.matchSteps()
    comparison.divideSteps()
    comparison.matchSteps()
    comparison.matchRedrawn()
    self.init(
      since: since, then: former.length, now: present.length, stretches: comparison.stretches(),
      redrawn: Length(millimetres: comparison.redrawn))
  }
}
