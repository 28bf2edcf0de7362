package import CoverageEngine
import RelaisGeo

/// Many communes at once: the commands' help, what they report, and the page of all.
extension Wording {
  package var batchAbstract: String { say("batch.abstract") }
  package var batchDiscussion: String { say("batch.discussion") }
  package var batchPlanAbstract: String { say("batch.planAbstract") }
  package var batchPlanDiscussion: String { say("batch.planDiscussion") }
  package var batchUnitAbstract: String { say("batch.unitAbstract") }
  package var batchUnitDiscussion: String { say("batch.unitDiscussion") }
  package var batchRunAbstract: String { say("batch.runAbstract") }
  package var batchRunDiscussion: String { say("batch.runDiscussion") }
  package var batchMergeAbstract: String { say("batch.mergeAbstract") }
  package var batchMergeDiscussion: String { say("batch.mergeDiscussion") }
  package var batchStreetsHelp: String { say("batch.streetsHelp") }
  package var batchBoundariesHelp: String { say("batch.boundariesHelp") }
  package var batchAdherentsHelp: String { say("batch.adherentsHelp") }
  package var batchAddressesHelp: String { say("batch.addressesHelp") }
  package var batchSchoolsHelp: String { say("batch.schoolsHelp") }
  package var batchPlanOutHelp: String { say("batch.planOutHelp") }
  package var batchMergeOutHelp: String { say("batch.mergeOutHelp") }
  package var batchWorkHelp: String { say("batch.workHelp") }
  package var batchUnitHelp: String { say("batch.unitHelp") }
  package var batchJobsHelp: String { say("batch.jobsHelp") }
  package var batchReportsHelp: String { say("batch.reportsHelp") }
  package var batchStreetsNeeded: String { say("batch.streetsNeeded") }
  package var batchBoundariesNeeded: String { say("batch.boundariesNeeded") }

  package func batchBadJobs(_ jobs: Int) -> String {
    say("batch.badJobs", ["jobs": .integer(jobs)])
  }

  /// Communes without figures that are not named.
  package func batchFurther(_ count: Int) -> String {
    say("batch.further", ["communes": .integer(count)])
  }

  /// What a plan left.
  package func batchPlanned(_ units: Int, in folder: String) -> String {
    say("batch.planned", ["communes": .integer(units), "folder": .text(folder)])
  }

  /// Rows of a file that lie in no commune's surroundings.
  package func batchBeyond(_ file: String, _ rows: Int) -> String {
    say("batch.planned.beyond", ["file": .text(file), "rows": .integer(rows)])
  }

  package func batchRejected(_ file: String, _ rows: Int, in folder: String) -> String {
    say(
      "batch.planned.rejected",
      ["file": .text(file), "rows": .integer(rows), "folder": .text(folder)])
  }

  /// What a run did, and what was done before.
  package func batchRan(done: Int, failed: Int, lost: Int, before: Int) -> String {
    say(
      "batch.ran",
      [
        "done": .integer(done), "failed": .integer(failed), "lost": .integer(lost),
        "before": .integer(before),
      ])
  }

  package func batchMerged(_ done: Int, in folder: String) -> String {
    say("batch.merged", ["done": .integer(done), "folder": .text(folder)])
  }

  package func batchUnitFailed(_ unit: String, _ problem: String) -> String {
    say("batch.unitFailed", ["unit": .text(unit), "problem": .text(problem)])
  }

  /// How far a run is.
  ///
  /// - Parameter minutes: What is left of it; `nil` where nobody can say yet.
  package func batchProgress(_ done: Int, of all: Int, minutes: Double?) -> String {
    guard let minutes else {
      return say("batch.progress.first", ["done": .integer(done), "all": .integer(all)])
    }
    return say(
      "batch.progress",
      ["done": .integer(done), "all": .integer(all), "minutes": .number(minutes)])
  }

  package func batchNoPlan(_ folder: String) -> String {
    say("batch.error.noPlan", ["folder": .text(folder)])
  }

  package func batchDamagedPlan(_ file: String) -> String {
    say("batch.error.damagedPlan", ["file": .text(file)])
  }

  package func batchNotOurs(_ folder: String) -> String {
    say("batch.error.notOurs", ["folder": .text(folder)])
  }

  package func batchOtherProgram(_ folder: String, _ program: String, own: String) -> String {
    say(
      "batch.error.otherProgram",
      ["folder": .text(folder), "program": .text(program), "own": .text(own)])
  }

  package func batchUnknownUnit(_ unit: String, _ folder: String) -> String {
    say("batch.error.unknownUnit", ["unit": .text(unit), "folder": .text(folder)])
  }

  package func batchNoCommunes(_ file: String, found: [String]) -> String {
    say("batch.error.noCommunes", ["file": .text(file), "found": .list(found)])
  }

  package func batchWorkerLost(_ unit: String, times: Int) -> String {
    say("batch.error.workerLost", ["unit": .text(unit), "times": .integer(times)])
  }

  package var nationalTitle: String { say("batch.nationalTitle") }

  package func communesCount(_ count: Int) -> String {
    say("batch.communesCount", ["communes": .integer(count)])
  }

  package func nationalAnswer(done: Int, share: Double?, at budget: Budget) -> String {
    guard let share else { return say("batch.nationalAnswer.none") }
    return say(
      "batch.nationalAnswer",
      ["budget": .budget(budget), "share": .number(share), "communes": .integer(done)])
  }

  package func nationalMapHeading(_ budget: Budget) -> String {
    say("batch.nationalMapHeading", ["budget": .budget(budget)])
  }

  package func nationalMapLabel(_ communes: Int) -> String {
    say("batch.nationalMapLabel", ["communes": .integer(communes)])
  }

  package var nationalMapTwin: String { say("batch.nationalMapTwin") }
  package var distributionHeading: String { say("batch.distributionHeading") }

  package func distributionCaption(_ budget: Budget) -> String {
    say("batch.distributionCaption", ["budget": .budget(budget)])
  }

  package var rankingHeading: String { say("batch.rankingHeading") }

  package func rankingCaption(_ budget: Budget) -> String {
    say("batch.rankingCaption", ["budget": .budget(budget)])
  }

  package var withoutFiguresHeading: String { say("batch.withoutFiguresHeading") }

  package func withoutFigures(failed: Int, missing: Int) -> String {
    say("batch.withoutFigures", ["failed": .integer(failed), "missing": .integer(missing)])
  }

  package func shareClass(from: Int, to: Int) -> String {
    say("batch.shareClass", ["from": .integer(from), "to": .integer(to)])
  }

  package func notCoveredAt(_ budget: Budget) -> String {
    say("batch.notCoveredAt", ["budget": .budget(budget)])
  }

  package var noFigures: String { say("batch.noFigures") }
  package var findCommuneHeading: String { say("batch.findCommuneHeading") }
  package var findCommuneLabel: String { say("batch.findCommuneLabel") }
  package var communesFound: String { say("batch.communesFound") }
  package var communeNotFound: String { say("batch.communeNotFound") }
  package var rankColumn: String { say("batch.rankColumn") }
  package var communeColumn: String { say("batch.communeColumn") }
  package var codeColumn: String { say("batch.codeColumn") }
  package var communesHeader: String { say("batch.communesHeader") }
  package var ofAllCommunes: String { say("batch.ofAllCommunes") }
  package var shareColumn: String { say("batch.shareColumn") }
  package var stateHeader: String { say("batch.stateHeader") }
  package var problemHeader: String { say("batch.problemHeader") }
  package var relaysHeader: String { say("batch.relaysHeader") }
  package var streetsHeader: String { say("council.budgetColumns.streets") }
}
