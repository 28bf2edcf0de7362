import RelaisGeo

/// The budgets of one run: increasing, each once, one of them the main one.
public struct Budgets: Hashable, Sendable {
  private let all: [Budget]
  /// That of the maps and tables that show a single one: the first as they were asked for.
  public let main: Budget

  /// 300 m, the main one, and 500 m: where none is asked for.
  public static let standard = Budgets(
    main: Budget(Length(metres: 300)), [Length(metres: 300), Length(metres: 500)].map(Budget.init))

  /// - Parameter metres: In any order, the main one first; repeats are dropped.
  /// - Throws: ``AnalysisParameters/Invalid`` for none at all, and for the first out of ``Budget/range``.
  public init(metres: [Double]) throws(AnalysisParameters.Invalid) {
    var asked: [Budget] = []
    for one in metres { asked.append(try Budget(metres: one)) }
    guard let main = asked.first else { throw .noBudget }
    var seen = Set<Budget>()
    self.main = main
    all = asked.filter { seen.insert($0).inserted }.sorted()
  }

  private init(main: Budget, _ all: [Budget]) {
    self.main = main
    self.all = all
  }

  /// One alone.
  public init(_ main: Budget) {
    self.main = main
    all = [main]
  }

  /// The largest.
  public var farthest: Budget { all[all.count - 1] }
  /// The main one, then the others, increasing.
  public var mainFirst: [Budget] { [main] + others }
  /// All but the main one, increasing.
  public var others: [Budget] { all.filter { $0 != main } }
}

extension Budgets: RandomAccessCollection {
  public var startIndex: Int { 0 }
  public var endIndex: Int { all.count }
  public subscript(index: Int) -> Budget { all[index] }
}
