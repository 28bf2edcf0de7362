package import CoverageEngine

/// Help of the commands on candidates.
extension Wording {
  package var visitCodeHelp: String {
    say("candidates.visitCodeHelp")
  }
  package var adherentsVisitDiscussion: String {
    say("candidates.adherentsVisitDiscussion")
  }

  /// How much of a register, a directory or a table of catchments was kept for the town.
  package func extracted(_ kept: Int, of rows: Int, _ kind: InputKind) -> String {
    let line =
      switch kind {
      case .schools:
        say("schools.extracted", ["kept": .integer(kept), "rows": .integer(rows)])
      case .catchments:
        say("schools.extractedCatchments", ["kept": .integer(kept), "rows": .integer(rows)])
      case .streets, .boundary, .districts, .priorityAreas, .adherents, .candidates, .addresses,
        .population:
        say("candidates.extracted", ["kept": .integer(kept), "rows": .integer(rows)])
      }
    return "  " + line
  }
}
