package import CoverageEngine

/// What the commands on adherents say of their outcome.
extension Wording {
  /// How many rows of a file were read, and what became of them.
  package func importSummary(
    file: String, rows: Int, added: Int, changed: Int, unchanged: Int, rejected: Int,
    isRehearsal: Bool
  ) -> String {
    isRehearsal
      ? say(
        "adherents.importSummary.rehearsal",
        [
          "file": .text(file), "rows": .integer(rows), "added": .integer(added),
          "changed": .integer(changed), "unchanged": .integer(unchanged),
          "rejected": .integer(rejected),
        ])
      : say(
        "adherents.importSummary",
        [
          "file": .text(file), "rows": .integer(rows), "added": .integer(added),
          "changed": .integer(changed), "unchanged": .integer(unchanged),
          "rejected": .integer(rejected),
        ])
  }

  /// Asks what a word for a state means.
  package func unreadState(
    _ word: String, rows: Int, newAdherents: Int, newProspects: Int
  ) -> String {
    if newAdherents > 0 {
      return say(
        "adherents.unreadState.adherents",
        ["word": .text(word), "rows": .integer(rows), "adherents": .integer(newAdherents)])
    }
    if newProspects > 0 {
      return say(
        "adherents.unreadState.prospects",
        ["word": .text(word), "rows": .integer(rows), "prospects": .integer(newProspects)])
    }
    return say(
      "adherents.unreadState.unchanged", ["word": .text(word), "rows": .integer(rows)])
  }

  package var statesNotNoted: String { say("adherents.statesNotNoted") }

  package func rejectedRow(_ row: RejectedRow) -> String {
    let (place, reason, found) = (place(row.place), reason(row.code), found(row))
    return "  "
      + (found.isEmpty
        ? say("adherents.rejectedRow", ["place": .text(place), "reason": .text(reason)])
        : say(
          "adherents.rejectedRow.found",
          ["place": .text(place), "reason": .text(reason), "found": .text(found)]))
  }

  package func rejectsWritten(_ path: String) -> String {
    "  " + say("adherents.rejectsWritten", ["file": .text(path)])
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
    let line = say(
      "adherents.changedLine",
      [
        "code": .text(one.code), "name": .text(one.name),
        "changes": .text(parts.joined(separator: clauseSeparator)),
      ])
    return "  ~ " + line.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// - Parameter line: The line the column names were found on.
  package func linesAboveHeaders(_ line: Int) -> String {
    "  "
      + say("adherents.linesAboveHeaders", ["line": .digits(line)])
  }

  /// - Parameters:
  ///   - names: Of the two.
  ///   - ids: Likewise.
  package func duplicate(_ names: [String], ids: [String], _ reasons: [DuplicatePair.Reason])
    -> String
  {
    let both = zip(ids, names).map { "\($0.prefix(8)) \($1)" }
    return "  "
      + say(
        "adherents.duplicate",
        [
          "one": .text(both[0]), "other": .text(both[1]),
          "reasons": .list(reasons.map { name($0) }),
        ])
  }

  package func ignoredColumns(_ columns: [String]) -> String {
    "  " + say("adherents.ignoredColumns", ["columns": .list(columns)])
  }

  package func recorded(_ one: Establishment) -> String {
    guard let state = one.state else {
      return say("adherents.recorded", ["code": .text(one.code), "name": .text(one.name)])
    }
    return say(
      "adherents.recorded.state",
      ["code": .text(one.code), "name": .text(one.name), "state": .text(name(state))])
  }

  /// What a change of the past leaves as it is today.
  package func overtaken(_ fields: Set<EstablishmentField>) -> String {
    let names = EstablishmentField.allCases.filter(fields.contains).map { name($0) }
    return say("adherents.overtaken", ["fields": .list(names)])
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
