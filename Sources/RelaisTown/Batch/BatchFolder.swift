import CoverageEngine
import Foundation
import RelaisFormats
import RelaisGeo
import RelaisReports
public import RelaisWording

/// The working folder of many communes.
///
/// ```
/// WORK/plan.json          what was read, how is measured; written last
/// WORK/units.csv          the units, the largest first
/// WORK/units/54395/       a territory: the commune's pieces
/// WORK/results/54395/     what came of it, whole; done.json, or failed.json
/// WORK/rejects/           rows of the files that were not taken
/// ```
public struct BatchFolder: Sendable {
  public let path: String

  public init(_ path: String) { self.path = path }

  var planFile: String { path + "/plan.json" }
  var unitsFile: String { path + "/units.csv" }
  var unitsFolder: String { path + "/units" }
  var resultsFolder: String { path + "/results" }
  var makingFolder: String { path + "/results/.making" }

  func unit(_ id: String) -> String { unitsFolder + "/" + id }
  func result(_ id: String) -> String { resultsFolder + "/" + id }

  static let planSchema = "relais.plan/1"

  /// The plan as it was made.
  ///
  /// - Throws: ``BatchError``.
  public func plan() throws -> BatchContent {
    guard let bytes = FileManager.default.contents(atPath: planFile) else {
      throw BatchError.noPlan(folder: path)
    }
    guard let plan = BatchContent(Array(bytes)) else {
      throw BatchError.damagedPlan(file: planFile)
    }
    guard plan.program == Program.name else {
      throw BatchError.otherProgram(folder: path, program: plan.program)
    }
    return plan
  }

  /// The units of the plan, the largest first.
  ///
  /// - Throws: ``BatchError``, `FormatError`.
  public func units() throws -> [BatchEntry] {
    guard FileKind(at: unitsFile) != .none else { throw BatchError.noPlan(folder: path) }
    let table = try CSVReader.read(InputFile(path: unitsFile))
    let columns = BatchEntry.headers.prefix(3).map { table.column(named: [$0]) }
    return try table.rows.map { row in
      guard let id = row.text(columns[0]), TownCode.isValid(id),
        let work = row.number(columns[2])
      else { throw BatchError.damagedPlan(file: unitsFile) }
      return BatchEntry(id: id, name: row.text(columns[1]) ?? id, work: Int(work))
    }
  }

  /// How far a unit is, by the files of its result; those of another plan count for nothing.
  func state(of id: String, _ plan: BatchContent, reports: Bool) -> BatchState {
    if let members = members(id, "failed.json"), members["plan"] == .string(plan.fingerprint),
      case .string(let problem)? = members["problem"]
    {
      return .failed(problem)
    }
    guard let members = members(id, "done.json"), members["plan"] == .string(plan.fingerprint),
      !reports || members["reports"] == .bool(true)
    else { return .pending }
    return .done
  }

  private func members(_ id: String, _ name: String) -> [String: JSONValue]? {
    guard let bytes = FileManager.default.contents(atPath: result(id) + "/" + name),
      case .object(let members)? = try? JSONValue(Array(bytes), size: 16 << 20, count: 1 << 20)
    else { return nil }
    return members
  }
}

/// What `plan.json` says of how units are done.
public struct BatchContent: Sendable {
  /// Of the plan's bytes: results bear it.
  let fingerprint: String
  let program: String
  public let language: Language
  let budgets: Budgets
  let referenceSystem: ReferenceSystem?
  let credits: [String]

  init?(_ bytes: [UInt8]) {
    guard case .object(let members)? = try? JSONValue(bytes),
      members["schema"] == .string(BatchFolder.planSchema),
      case .string(let program)? = members["program"],
      case .string(let language)? = members["language"],
      let language = Language(code: language),
      case .object(let parameters)? = members["parameters"],
      case .array(let distances)? = parameters["budgets_m"],
      case .array(let credits)? = members["credits"]
    else { return nil }
    let metres = distances.map { value -> Double in
      if case .number(let metres) = value { return metres }
      return -1
    }
    guard let budgets = try? Budgets(metres: metres) else { return nil }
    fingerprint = Fingerprint.of(bytes)
    self.program = program
    self.language = language
    self.budgets = budgets
    if case .string(let crs)? = members["crs"] {
      referenceSystem = try? ReferenceSystem(parsing: crs)
    } else {
      referenceSystem = nil
    }
    self.credits = credits.compactMap { value -> String? in
      if case .string(let text) = value { return text }
      return nil
    }
  }
}

/// A unit as `units.csv` lists it.
public struct BatchEntry: Hashable, Sendable {
  static let headers = ["insee", "name", "work", "ways", "relays", "addresses", "schools"]

  /// The commune's code.
  public var id: String
  public var name: String
  /// How much there is to do, in ways of street.
  public var work: Int
}

/// How far a unit is.
enum BatchState: Hashable, Sendable {
  case pending, done
  /// Its data will not do; why, in words.
  case failed(String)
}
