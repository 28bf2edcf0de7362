package import CoverageEngine

/// What the commands on adherents say of their outcome.
extension Wording {
  /// How many rows of a file were read, and what became of them.
  package func importSummary(
    file: String, rows: Int, added: Int, changed: Int, unchanged: Int, rejected: Int,
    isRehearsal: Bool
  ) -> String {
    let lead =
      isRehearsal
      ? say("adherents.importSummary.rehearsalNothing") : ""
    return file + lead + say("punctuation.colon")
      + [
        say("adherents.importSummary.rowsRead") + integer(rows),
        say("adherents.importSummary.added") + integer(added),
        say("adherents.importSummary.changed") + integer(changed),
        say("adherents.importSummary.unchanged") + integer(unchanged),
        say("adherents.importSummary.rejected") + integer(rejected),
      ].joined(separator: say("punctuation.semicolon"))
  }

  /// Asks what a word for a state means.
  package func unreadState(_ word: String, rows: Int, newAdherents: Int) -> String {
    let key =
      newAdherents == 0 ? "adherents.unreadState.unchanged" : "adherents.unreadState.adherents"
    return say(
      key, ["word": .text(word), "rows": .integer(rows), "adherents": .integer(newAdherents)])
  }

  package var statesNotNoted: String { say("adherents.statesNotNoted") }

  package func rejectedRow(_ row: RejectedRow) -> String {
    "  " + say("adherents.rejectedRow.rejected") + place(row.place) + say("punctuation.colon")
      + reason(row.code)
      + (row.found.isEmpty ? "" : " (\(row.found))")
  }

  package func rejectsWritten(_ path: String) -> String {
    say("adherents.rejectsWritten") + path
  }

  package func addedLine(_ one: Establishment) -> String {
    "  + \(one.code)  " + one.name.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// - Parameters:
  ///   - fields: The new values, listed in the order of the fields.
  ///   - isContact: Whether the contact changed; the change itself is never shown.
  package func changedLine(
    _ one: Establishment, fields: [EstablishmentField: FactValue?], isContact: Bool
  ) -> String {
    var parts = EstablishmentField.allCases.compactMap { field in
      fields[field].map { fact in
        name(field) + " = " + (fact.map { value($0) } ?? "—")
      }
    }
    if isContact { parts.append(say("adherents.changedLine.contact")) }
    return "  ~ "
      + (["\(one.code)  \(one.name)"] + [parts.joined(separator: say("punctuation.semicolon"))])
      .joined(separator: say("punctuation.colon"))
      .split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// - Parameter line: The line the column names were found on.
  package func linesAboveHeaders(_ line: Int) -> String {
    "  "
      + say("adherents.linesAboveHeaders", ["line": .digits(line)])
  }

  package func duplicate(_ names: [String], ids: [String], _ reasons: [DuplicatePair.Reason])
    -> String
  {
    let both = zip(ids, names).map { "\($0.prefix(8)) \($1)" }.joined(
      separator: say("adherents.duplicate.and"))
    return "  " + say("adherents.duplicate.possibleDuplicate") + both + " ("
      + reasons.map { name($0) }.joined(separator: ", ") + ")"
  }

  package func ignoredColumns(_ columns: [String]) -> String {
    "  " + say("adherents.ignoredColumns")
      + columns.joined(separator: ", ")
  }

  package func recorded(_ one: Establishment) -> String {
    say("adherents.recorded") + "\(one.code)  \(one.name)"
      + (one.state.map { " (\(name($0)))" } ?? "")
  }

  /// What a change of the past leaves as it is today.
  package func overtaken(_ fields: Set<EstablishmentField>) -> String {
    let names = EstablishmentField.allCases.filter(fields.contains).map { name($0) }
    return say("adherents.overtaken")
      + names.joined(separator: ", ") + "."
  }

  package func stickerTaken(_ number: String, by holder: Establishment) -> String {
    say(
      "adherents.stickerTaken",
      ["number": .text(number), "code": .text(holder.code), "name": .text(holder.name)])
  }

  package var positionOutside: String {
    say("adherents.positionOutside")
  }

  package var nothingToChange: String {
    say("adherents.nothingToChange")
  }

  package func establishmentCount(_ number: Int) -> String {
    say("count.establishments", ["number": .integer(number)])
  }

  package var registryStandsForFiles: String {
    say("adherents.registryStandsForFiles")
  }
}
