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
  private let subject: Subject
  /// Files of candidates named beside the subject.
  private let candidateFiles: [String]

  init(
    prospection: ProspectionResult, material: ReportMaterial, missing: [InputKind], count: Int,
    inputs: Inputs, subject: Subject, candidateFiles: [String]
  ) {
    self.prospection = prospection
    self.material = material
    self.missing = missing
    self.count = count
    self.inputs = inputs
    self.subject = subject
    self.candidateFiles = candidateFiles
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
  /// - Throws: `OutputError` where a file there is not ours to replace; what writers throw.
  public func write(to folder: String, _ work: Work) throws {
    guard let doors = material.doors(work.wording) else { return }
    var outputs = OutputMaterial(
      inputs, material.result, findings, named: material.findingNames, work)
    outputs.doors = doors
    outputs.report = material
    var target = try OutputFolder(folder, of: subject, reading: candidateFiles)
    try Output.ofProspection.write(outputs, into: &target)
  }
}
