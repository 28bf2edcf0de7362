import CoverageEngine
import RelaisGeo
import RelaisReports

/// A prospection over the inputs of a run.
enum ProspectInputs {
  /// How far `relais run` searches: some seconds at most; what is not proven by then is told with its bound.
  static let effortOfRun = SearchEffort(work: SearchEffort.usualWork / 8)

  static func prospect(
    _ inputs: Inputs, _ parameters: AnalysisParameters, count: Int, effort: SearchEffort,
    keepsTrace: Bool = false, progress: RelaisGeo.Progress
  ) -> ProspectionResult {
    var prospection = Prospection(
      network: inputs.network, facilities: inputs.facilities, candidates: inputs.candidates,
      parameters: parameters)
    prospection.studyArea = inputs.boundary
    return prospection.run(
      count: count, effort: effort, keepsTrace: keepsTrace, progress: progress)
  }
}
