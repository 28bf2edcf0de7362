package import CoverageEngine

/// Personal data, duplicates and mailings: what is said of them, and their help.
extension Wording {
  package var personHelp: String {
    say("registry.personHelp")
  }
  package var exportPersonAbstract: String {
    say("registry.exportPersonAbstract")
  }
  package var erasePersonAbstract: String {
    say("registry.erasePersonAbstract")
  }
  package var erasePersonDiscussion: String {
    say("registry.erasePersonDiscussion")
  }
  package var duplicatesAbstract: String {
    say("registry.duplicatesAbstract")
  }
  package var mailingAbstract: String {
    say("registry.mailingAbstract")
  }

  /// - Parameters:
  ///   - establishments: How many lost a contact.
  ///   - cells: How many cells were changed, by `table.column`.
  ///   - copies: Files removed beside the registry.
  package func personErased(
    establishments: Int, cells: [(place: String, count: Int)], copies: [String]
  ) -> String {
    var lines = [say("registry.personErased", ["establishments": .integer(establishments)])]
    if !cells.isEmpty {
      let places = cells.map { "\($0.place) (\(integer($0.count)))" }
      lines.append(say("registry.personErased.cells", ["places": .list(places)]))
    }
    if !copies.isEmpty {
      lines.append(say("registry.personErased.copies", ["copies": .list(copies)]))
    }
    lines.append(say("registry.personErased.backupsKept"))
    return lines.joined(separator: "\n")
  }

  /// - Parameter places: Names of tables and columns, and tables that cannot be looked into.
  package func notErased(_ places: [String]) -> String {
    say("registry.notErased", ["places": .list(places)])
  }

  package var noDuplicate: String { say("registry.noDuplicate") }

  package var retentionAbstract: String {
    say("registry.retentionAbstract")
  }
  package var retentionYearsHelp: String {
    say("registry.retentionYearsHelp")
  }
  package var retentionEraseHelp: String {
    say("registry.retentionEraseHelp")
  }
  package var nothingToForget: String {
    say("registry.nothingToForget")
  }

  /// - Parameter since: The day of the last change of state.
  package func keptContact(code: String, name: String, since: CalendarDay) -> String {
    say(
      "registry.keptContact",
      ["code": .text(code), "name": .text(name), "since": .date(since)])
  }
}
