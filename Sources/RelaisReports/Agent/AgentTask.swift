package import CoverageEngine

/// One thing the agent has to do, with the command that records it.
package struct AgentTask: Hashable, Sendable {
  /// How soon it has to be done; the page has a section for each.
  package enum Urgency: String, CaseIterable, Sendable {
    /// A child could find a closed door, or a rule is broken.
    case now
    /// Within the quarter.
    case soon
    case later
  }

  /// In the order in which tasks of one urgency are listed. Raw values are stable: `agent.csv` has
  /// them.
  package enum Kind: String, CaseIterable, Sendable {
    case closed
    case conditionUnmet = "condition-unmet"
    case foundClosed = "found-closed"
    case unlocated
    case unattached
    case retention
    case followUp = "follow-up"
    case callBack = "call-back"
    case recoverSticker = "recover-sticker"
    case hoursUnreadable = "hours-unreadable"
    case conditionUnchecked = "condition-unchecked"
    case conditionOld = "condition-old"
    case positionDoubtful = "position-doubtful"
    case duplicate
    case missing
    case other
  }

  /// How soon it has to be done.
  package var urgency: Urgency
  /// What has to be done.
  package var kind: Kind
  /// The establishment's identifier, code and name.
  package var id: String
  /// The few characters that usually distinguish the establishment, for commands.
  package var code: String
  /// The establishment's name.
  package var name: String
  /// What is to be done, and why.
  package var text: String
  /// Since when it has been due, where that is known.
  package var since: CalendarDay?
  /// The command that records it. What only a person can say is left open, without an example: such a command does nothing
  /// as it stands and says what it lacks.
  package var command: String
}
