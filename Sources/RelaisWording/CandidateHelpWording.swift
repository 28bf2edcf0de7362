/// Help of the commands on candidates.
extension Wording {
  package var visitCodeHelp: String {
    say("candidates.visitCodeHelp")
  }
  package var adherentsVisitDiscussion: String {
    say("candidates.adherentsVisitDiscussion")
  }

  /// How much of a register was kept for the town.
  package func extracted(_ kept: Int, of rows: Int) -> String {
    "  " + say("candidates.extracted", ["kept": .integer(kept), "rows": .integer(rows)])
  }
}
