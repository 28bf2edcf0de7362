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

  /// What was done to erase people, or would be.
  package struct ErasedPlaces {
    /// How many establishments lost a contact.
    package var establishments = 0
    /// How many cells were changed, by `table.column`.
    package var cells: [(place: String, count: Int)] = []
    package var cleanedCopies: [String] = []
    package var removedCopies: [String] = []
    package var removedFiles: [String] = []

    package init() {}
  }

  /// One line, or several, each a sentence.
  package func personErased(_ places: ErasedPlaces, isRehearsal: Bool) -> String {
    var lines = [
      isRehearsal
        ? say(
          "registry.personErased.wouldBeErased", ["establishments": .integer(places.establishments)]
        )
        : say("registry.personErased", ["establishments": .integer(places.establishments)])
    ]
    if !places.cells.isEmpty {
      let cells = places.cells.map { "\($0.place) (\(integer($0.count)))" }
      lines.append(say("registry.personErased.cells", ["places": .list(cells)]))
    }
    if !places.cleanedCopies.isEmpty {
      lines.append(
        say("registry.personErased.copiesCleaned", ["copies": .list(places.cleanedCopies)]))
    }
    if !places.removedCopies.isEmpty {
      lines.append(
        say("registry.personErased.copiesRemoved", ["copies": .list(places.removedCopies)]))
    }
    if !places.removedFiles.isEmpty {
      lines.append(
        say("registry.personErased.filesRemoved", ["files": .list(places.removedFiles)]))
    }
    return lines.joined(separator: "\n")
  }

  package var backupsKept: String { say("registry.personErased.backupsKept") }
  package var erasureFinished: String { say("registry.personErased.remainder") }

  /// Cells left alone for a part of the name only.
  package func leftPartOfName(_ places: [String]) -> String {
    say("registry.personErased.leftPartOfName", ["places": .list(places)])
  }
  /// Cells of other people's contacts.
  package func leftOtherPerson(_ places: [String]) -> String {
    say("registry.personErased.leftOtherPerson", ["places": .list(places)])
  }
  package func leftNameOrAddress(_ places: [String]) -> String {
    say("registry.personErased.leftNameOrAddress", ["places": .list(places)])
  }
  /// Files of the town's own.
  package func leftForeignFile(_ places: [String]) -> String {
    say("registry.personErased.leftForeignFile", ["places": .list(places)])
  }

  /// What a change is said to be whose account could not be written.
  package var recordedNotShown: String { say("registry.recordedNotShown") }

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
