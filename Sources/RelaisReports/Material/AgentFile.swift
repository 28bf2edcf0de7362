package import CoverageEngine

/// The adherents' file as the agent's report needs it. Who has a contact is known; no contact is.
package struct AgentFile: Sendable {
  /// Years after which the contacts of one who left or refused are to be erased.
  package static let retentionYears = 3

  /// Every establishment the registry has known, adherent or not.
  package let histories: [EstablishmentHistory]
  /// Stickers bought, given out, recovered and lost.
  package let stock: StickerStock
  /// The day the report is made for.
  package let today: CalendarDay
  let hasContact: Set<String>
  /// Contacts kept past their term.
  let expired: [(establishment: Establishment, since: CalendarDay)]

  /// - Parameters:
  ///   - movements: Stickers by movement.
  ///   - contacts: By establishment; only whether one exists is kept.
  ///   - today: The day tasks are judged on.
  package init(
    histories: [EstablishmentHistory], movements: [StickerStock.Movement: Int],
    contacts: [String: [Contact]], today: CalendarDay
  ) {
    self.histories = histories
    self.today = today
    stock = StickerStock(histories, movements: movements)
    hasContact = Set(contacts.keys)
    expired =
      today.earlier(years: AgentFile.retentionYears).map {
        Retention.expired(histories, contacts: contacts, by: $0)
      } ?? []
  }

  /// Every establishment as it is on the day, by name, then by id.
  package var establishments: [Establishment] {
    histories.compactMap { $0.establishment(on: today) }.sorted {
      ($0.foldedName, $0.id) < ($1.foldedName, $1.id)
    }
  }
}
