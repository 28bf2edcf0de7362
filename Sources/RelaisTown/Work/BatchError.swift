import RelaisWording

/// Why a plan over many communes cannot be made, or its units not be done.
public enum BatchError: Error, Hashable, Sendable {
  /// The folder holds no plan.
  case noPlan(folder: String)
  /// A file of the plan is not as plans are written.
  case damagedPlan(file: String)
  /// The folder holds something that is no plan's.
  case notOurs(folder: String)
  /// The plan was made by another version of the program.
  case otherProgram(folder: String, program: String)
  /// The plan has no such unit.
  case unknownUnit(String, folder: String)
  /// No area of a file bears a commune's code; codes there are.
  case noCommunes(file: String, found: [String])
  /// A unit's process ended so many times without a result.
  case workerLost(unit: String, times: Int)
}

extension Wording {
  func sentence(_ error: BatchError) -> String {
    switch error {
    case .noPlan(let folder): batchNoPlan(folder)
    case .damagedPlan(let file): batchDamagedPlan(file)
    case .notOurs(let folder): batchNotOurs(folder)
    case .otherProgram(let folder, let program):
      batchOtherProgram(folder, program, own: Program.name)
    case .unknownUnit(let unit, let folder): batchUnknownUnit(unit, folder)
    case .noCommunes(let file, let found): batchNoCommunes(file, found: found)
    case .workerLost(let unit, let times): batchWorkerLost(unit, times: times)
    }
  }
}
