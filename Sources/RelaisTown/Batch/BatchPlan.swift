public import CoverageEngine
import Foundation
import RelaisFormats
public import RelaisGeo
import RelaisRegistry
import RelaisReports
import RelaisWording

/// Files of a région or a country, to be shared out to its communes: each file is read once, and what a commune needs of
/// it becomes a file in a territory of its own.
public struct BatchPlan: Sendable {
  public var streets: [String]
  public var boundaries: [String]
  public var adherents: [String] = []
  public var addresses: [String] = []
  public var schools: [String] = []
  public var measure = Measure()
  /// That of projected coordinates and of outputs; `nil` for the one that suits each place.
  public var referenceSystem: ReferenceSystem?
  public var layers: [InputKind: String] = [:]

  public init(streets: [String], boundaries: [String]) {
    self.streets = streets
    self.boundaries = boundaries
  }

  /// Every file that is read.
  public var inputs: [String] { streets + boundaries + adherents + addresses + schools }

  /// What came of one file.
  public struct File: Sendable {
    public var kind: InputKind
    public var path: String
    /// Rows that lie in no unit.
    public var beyond: Int
    public var rejected: Int
    var rows: [RejectedRow] = []
  }

  /// What a plan left.
  public struct Outcome: Sendable {
    public var units: [BatchEntry]
    public var files: [File]
  }

  /// Makes the plan. A folder of an earlier one is used again; what was there before stays until all is ready.
  ///
  /// - Throws: what readers throw; ``BatchError``, `AnalysisParameters.Invalid`; `FormatError.notWritable`;
  ///   ``Interrupted``.
  public func make(in folder: BatchFolder, _ work: Work) throws -> Outcome {
    let parameters = try measure.parameters()
    if let system = referenceSystem, !system.isGeographic { try Projector(system).checkMetric() }
    try BatchPlan.claim(folder)
    var making = PlanInMaking(self, parameters, folder, work)
    defer { making.leave() }
    try making.readBoundaries()
    try making.shareStreets()
    try making.shareAdherents()
    try making.shareSchools()
    try making.shareAddresses()
    return try making.finish()
  }

  /// Sees that a folder is new, empty, or a plan's.
  private static func claim(_ folder: BatchFolder) throws {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let marks = ["plan.json", "units.csv", "units"]
    let isOurs =
      names.allSatisfy { $0.hasPrefix(".units.") } || marks.contains(where: names.contains)
    guard names.isEmpty || isOurs else { throw BatchError.notOurs(folder: folder.path) }
    try AtomicFile.createDirectory(folder.path)
    // What plans that died were making.
    for name in names {
      guard let maker = AtomicFile.maker(of: name), maker.stem == "units",
        !AtomicFile.isRunning(maker.process)
      else { continue }
      try? FileManager.default.removeItem(atPath: folder.path + "/" + name)
    }
  }
}
