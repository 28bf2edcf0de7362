public import CoverageEngine
public import Covering
import RelaisGeo
import RelaisRegistry
import RelaisReports
import RelaisWording

/// Which columns of a coverage matrix to choose: candidates whose reach another program worked out.
public struct MatrixQuestion: Sendable {
  /// A file of who covers what.
  public var file: String
  /// How many at most.
  public var count: Int
  /// How far to search.
  public var effort = SearchEffort()
  /// Whether the search keeps what a certificate needs.
  public var keepsTrace = false

  public init(_ file: String, count: Int) {
    self.file = file
    self.count = count
  }

  /// Every file that is read.
  public var inputs: [String] { [file] }

  /// - Throws: what reading the file throws; ``Interrupted``.
  public func answer(_ work: Work) throws -> MatrixAnswer {
    work.progress(.readingPlaces)
    let imported = try CoverageInstanceImporter.read(file, count: count)
    let instance = imported.value
    let rejected = imported.report.rejected
    let findings =
      rejected.isEmpty
      ? []
      : [Finding(.rowsRejected(rejected.count, of: imported.report.rows), file: file)]
    work.progress(.choosing)
    let effort = effort.stopping(with: work.cancellation)
    let (list, curve) = RecruitmentCurve.beside(
      { RecruitmentList(instance.matrix, count: count, effort: effort, keepsTrace: keepsTrace) },
      instance, count: count, isOver: effort.isOver)
    try work.cancellation.check()
    return MatrixAnswer(
      instance: instance, list: list, curve: curve, findings: findings, count: count,
      report: imported.report)
  }
}

/// The choice among the columns of a matrix.
public struct MatrixAnswer: Sendable {
  public let instance: CoverageInstance
  public let list: RecruitmentList
  public let curve: RecruitmentCurve
  public let findings: [Finding]
  private let count: Int
  private let report: ImportReport

  init(
    instance: CoverageInstance, list: RecruitmentList, curve: RecruitmentCurve,
    findings: [Finding], count: Int, report: ImportReport
  ) {
    self.instance = instance
    self.list = list
    self.curve = curve
    self.findings = findings
    self.count = count
    self.report = report
  }

  /// What another program can check the choice by.
  public var certificate: [UInt8] {
    CertificateJSON.bytes(
      instance.matrix, list, unit: instance.unit, count: count, ids: instance.candidates)
  }

  /// Writes the choice, findings and rejected rows into a folder.
  ///
  /// - Throws: what writers throw.
  public func write(to folder: String, _ work: Work) throws {
    var target = try OutputFolder(folder, isOwn: false, reading: [report.file])
    let parts =
      [
        OutputPart("prospects.csv") { ProspectsCSV.bytes(instance, list, work.wording) },
        OutputPart("findings.csv") { FindingsCSV.bytes(findings, FindingNames(), work.wording) },
      ]
      + Rejects.tables(
        of: [(.input(.candidates), report.file, report.rejected)], beside: target.imported,
        work.wording)
    try target.claim(parts.map(\.name))
    for part in parts { try target.write(as: part.name, part.write) }
    try target.finish(removing: [Output.prospects, .findings, .rejects].flatMap(\.names))
  }
}
