import RelaisGeo

/// What one run computed, as the registry keeps it: its day, what it was asked, what it read, what
/// it found. Neither names of relays nor of files: nobody's data are in it.
public struct RunRecord: Hashable, Sendable {
  /// The day whose relays were taken.
  public var asOf: CalendarDay
  /// The day it ran; later than ``asOf`` where a past day was computed again.
  public var ranOn: CalendarDay
  /// The program and its version.
  public var program: String
  /// What it was asked, in one canonical text: runs of different ones are not compared.
  public var parameters: String
  /// The last event the registry then knew: what was recorded since of days before was not known.
  public var lastEvent: Int64
  /// What it read, in that order.
  public var inputs: [Input]
  public var figures: [Figure]

  public init(
    asOf: CalendarDay, ranOn: CalendarDay, program: String, parameters: AnalysisParameters,
    lastEvent: Int64, inputs: [Input], figures: [Figure]
  ) {
    self.init(
      asOf: asOf, ranOn: ranOn, program: program, parameters: RunRecord.text(parameters),
      lastEvent: lastEvent, inputs: inputs, figures: figures)
  }

  public init(
    asOf: CalendarDay, ranOn: CalendarDay, program: String, parameters: String, lastEvent: Int64,
    inputs: [Input], figures: [Figure]
  ) {
    self.asOf = asOf
    self.ranOn = ranOn
    self.program = program
    self.parameters = parameters
    self.lastEvent = lastEvent
    self.inputs = inputs
    self.figures = figures
  }

  public struct Input: Hashable, Sendable {
    public var kind: SourceKind
    /// SHA-256 of what was read.
    public var fingerprint: String

    public init(kind: SourceKind, fingerprint: String) {
      self.kind = kind
      self.fingerprint = fingerprint
    }
  }

  /// A whole number the run found: a count, or millimetres.
  public struct Figure: Hashable, Sendable {
    /// Raw values are stable.
    public enum Name: String, CaseIterable, Sendable {
      case relays
      case relaysAttached = "relays-attached"
      /// Walkable length.
      case network
      /// Streets to cover, and covered.
      case streets
      case streetsCovered = "streets-covered"
      case gaps
      case gapLength = "gap-length"
      /// Children times the length of their ways to school, and the covered part.
      case childLength = "child-length"
      case childLengthCovered = "child-length-covered"
    }

    public var name: Name
    /// The identifier of a district; `nil` for the whole town.
    public var district: String?
    /// `nil` where the figure depends on none.
    public var budget: Budget?
    public var value: Int64

    public init(_ name: Name, district: String? = nil, budget: Budget? = nil, _ value: Int64) {
      self.name = name
      self.district = district
      self.budget = budget
      self.value = value
    }
  }

  /// Whether it is about the day it ran on, and not about a past day on the streets of another.
  public var isOfItsDay: Bool { asOf == ranOn }

  /// A figure of the whole town; `nil` where the run did not have it.
  public func value(_ name: Figure.Name, budget: Budget? = nil) -> Int64? {
    wholeTown[budget]?[name]
  }

  /// Figures of the whole town by budget, and by `nil` those that depend on none; of repeats the first.
  var wholeTown: [Budget?: [Figure.Name: Int64]] {
    var found: [Budget?: [Figure.Name: Int64]] = [:]
    for figure in figures.reversed() where figure.district == nil {
      found[figure.budget, default: [:]][figure.name] = figure.value
    }
    return found
  }

  /// Parameters as ``parameters`` has them.
  static func text(_ parameters: AnalysisParameters) -> String {
    let budgets = parameters.budgets.map(\.length.description).joined(separator: " ")
    return "budgets \(budgets); main \(parameters.mainBudget.length); connector "
      + (parameters.countsConnector ? "straight" : "none")
      + "; max_snap \(parameters.maximumSnap)"
      // Not named where usual, so that records from before the choice compare.
      + (parameters.snapping == .streets ? "" : "; snap \(parameters.snapping.rawValue)")
  }
}

extension RunRecord {
  /// The figures of a result, in a fixed order.
  public static func figures(of result: AnalysisResult, routes: RoutePlan?) -> [Figure] {
    var figures = [
      Figure(.relays, Int64(result.facilities.count)),
      Figure(.relaysAttached, Int64(result.snaps.count { $0 != nil })),
      Figure(.network, result.network.totalLength.millimetres),
    ]
    for found in result.byBudget {
      let (summary, gaps) = (found.summary, found.gaps)
      func figure(_ name: Figure.Name, _ value: Int64) {
        figures.append(Figure(name, budget: found.budget, value))
      }
      figure(.streets, summary.streets.millimetres)
      figure(.streetsCovered, summary.streetsCovered.millimetres)
      figure(.gaps, Int64(gaps.count))
      figure(.gapLength, gaps.reduce(0) { $0 + $1.length.millimetres })
    }
    for district in result.districts {
      for (budget, covered) in district.covered.pairs {
        figures.append(
          Figure(.streets, district: district.id, budget: budget, district.streets.millimetres))
        figures.append(
          Figure(.streetsCovered, district: district.id, budget: budget, covered.millimetres))
      }
    }
    if let routes {
      let main = result.parameters.mainBudget
      for (name, value) in [
        (Figure.Name.childLength, routes.figures.reduce(0) { $0 + $1.childMillimetres }),
        (.childLengthCovered, routes.figures.reduce(0) { $0 + $1.coveredChildMillimetres }),
      ] {
        // From millionths of a child to children; only absurd lengths do not fit.
        figures.append(Figure(name, budget: main, Int64(clamping: (value + 500_000) / 1_000_000)))
      }
    }
    return figures
  }
}
