public import CoverageEngine
public import RelaisGeo
import RelaisRegistry
public import RelaisReports
import RelaisWording

/// The places to recruit, with everything there is to report about them.
public struct ProspectAnswer: Sendable {
  public let prospection: ProspectionResult
  /// The list with its reasons and rounds.
  public let material: ReportMaterial
  /// Kinds of files that the children who count need and that are not there.
  public let missing: [InputKind]
  private let count: Int
  private let inputs: Inputs

  init(
    prospection: ProspectionResult, material: ReportMaterial, missing: [InputKind], count: Int,
    inputs: Inputs
  ) {
    self.prospection = prospection
    self.material = material
    self.missing = missing
    self.count = count
    self.inputs = inputs
  }

  /// What other programs had changed in the registry.
  public var edits: [RegistryEdit] { inputs.edits }
  public var findings: [Finding] { material.findings }
  /// Who was a candidate, and who was left out.
  public var pool: CandidatePool { inputs.candidateInputs.pool }
  /// The system outputs are written in.
  public var referenceSystem: ReferenceSystem { inputs.referenceSystem }

  /// What another program can check the choice by.
  public var certificate: [UInt8] {
    CertificateJSON.bytes(
      prospection.problem.matrix, prospection.list, unit: prospection.problem.unit, count: count,
      ids: prospection.candidates.map(\.id))
  }

  /// Writes the list, its rounds and its page, findings and rejected rows into a folder.
  ///
  /// - Throws: what writers throw.
  public func write(to folder: String, _ work: Work) throws {
    guard let doors = material.doors(work.wording) else { return }
    work.progress(.writing)
    try AtomicFile.createDirectory(folder)
    try VisitOutputs(folder: folder, work.wording).write(doors, ground: inputs.network.ground)
    try ProspectsGeoPackage.write(
      doors, network: inputs.network, system: inputs.referenceSystem, wording: work.wording,
      to: folder + "/prospects.gpkg")
    try AtomicFile.write(
      ReportFormat.apprentice.file(of: material, in: work.wording.language),
      to: folder + "/" + ReportFormat.apprentice.fileName)
    try AtomicFile.write(
      FindingsCSV.bytes(findings, material.findingNames, work.wording),
      to: folder + "/findings.csv")
    try inputs.candidateInputs.writeLeftOut(to: folder, work.wording)
    try Rejects(in: folder, work.wording).write(
      inputs.namedReports.map { ($0.kind, $0.report.file, $0.report.rejected) })
  }
}
