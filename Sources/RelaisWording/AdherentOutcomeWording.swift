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
      ? say(" (essai, rien n’est écrit)", " (rehearsal, nothing is written)") : ""
    return typographic(
      file + lead + say(" : ", ": ")
        + [
          say("lignes lues : ", "rows read: ") + integer(rows),
          say("ajoutées : ", "added: ") + integer(added),
          say("modifiées : ", "changed: ") + integer(changed),
          say("inchangées : ", "unchanged: ") + integer(unchanged),
          say("écartées : ", "rejected: ") + integer(rejected),
        ].joined(separator: say(" ; ", "; ")))
  }

  package func rejectedRow(_ row: RejectedRow) -> String {
    typographic(
      "  " + say("écartée, ", "rejected, ") + place(row.place) + say(" : ", ": ")
        + reason(row.code)
        + (row.found.isEmpty ? "" : " (\(row.found))"))
  }

  package func rejectsWritten(_ path: String) -> String {
    typographic(
      say("  lignes écartées, avec leur motif : ", "  rejected rows, with their reasons: ") + path)
  }

  package func addedLine(_ one: Establishment) -> String {
    typographic(
      "  + \(one.code)  " + one.name.split(whereSeparator: \.isNewline).joined(separator: " "))
  }

  /// - Parameters:
  ///   - fields: The new values, told in the order of the fields.
  ///   - isContact: Whether the contact changed; it is never told how.
  package func changedLine(
    _ one: Establishment, fields: [EstablishmentField: String?], isContact: Bool
  ) -> String {
    var parts = EstablishmentField.allCases.compactMap { field in
      fields[field].map { text in
        name(field) + " = " + (text.map { value($0, of: field) } ?? "—")
      }
    }
    if isContact { parts.append(say("contact", "contact")) }
    return typographic(
      "  ~ "
        + (["\(one.code)  \(one.name)"] + [parts.joined(separator: say(" ; ", "; "))])
        .joined(separator: say(" : ", ": "))
        .split(whereSeparator: \.isNewline).joined(separator: " "))
  }

  /// - Parameter line: The line the column names were found on.
  package func linesAboveHeaders(_ line: Int) -> String {
    typographic(
      "  "
        + say(
          "les noms des colonnes sont ligne \(line) ; ce qui est au-dessus n’est pas repris",
          "the column names are on line \(line); what stands above is not taken"))
  }

  package func duplicate(_ names: [String], ids: [String], _ reasons: [DuplicatePair.Reason])
    -> String
  {
    let both = zip(ids, names).map { "\($0.prefix(8)) \($1)" }.joined(
      separator: say(" et ", " and "))
    return typographic(
      "  " + say("doublon possible : ", "possible duplicate: ") + both + " ("
        + reasons.map { name($0) }.joined(separator: ", ") + ")")
  }

  package func ignoredColumns(_ columns: [String]) -> String {
    typographic(
      "  " + say("colonnes non reprises : ", "columns not taken: ")
        + columns.joined(separator: ", "))
  }

  package func recorded(_ one: Establishment) -> String {
    typographic(
      say("Noté : ", "Recorded: ") + "\(one.code)  \(one.name)"
        + (one.state.map { " (\(name($0)))" } ?? ""))
  }

  /// What a change of the past leaves as it is today.
  package func overtaken(_ fields: Set<EstablishmentField>) -> String {
    let names = EstablishmentField.allCases.filter(fields.contains).map { name($0) }
    return typographic(
      say(
        "À la date donnée seulement : un changement plus récent l’emporte aujourd’hui pour ",
        "On the day given only: a more recent change holds today for ")
        + names.joined(separator: ", ") + ".")
  }

  package func stickerTaken(_ number: String, by holder: Establishment) -> String {
    typographic(
      say(
        "Attention : l’autocollant \(number) est déjà celui de \(holder.code) \(holder.name).",
        "Note: the sticker \(number) is already that of \(holder.code) \(holder.name)."))
  }

  package var positionOutside: String {
    typographic(
      say(
        "Attention : cette position est à plus de deux kilomètres du territoire. Longitude et latitude ne sont-elles pas inversées ?",
        "Note: this position is over two kilometres outside the territory. Are longitude and latitude the right way round?"
      ))
  }

  package var nothingToChange: String {
    say("Rien à changer : c’est déjà ainsi.", "Nothing to change: it is so already.")
  }

  package func establishmentCount(_ number: Int) -> String {
    count(number, ("établissement", "établissements"), ("establishment", "establishments"))
  }

  package var registryStandsForFiles: String {
    typographic(
      say(
        "les adhérents de ce territoire sont dans registry.gpkg ; pour y reprendre ce fichier : « relais adherents import ».",
        "the adherents of this territory are in registry.gpkg; to take this file into it: “relais adherents import”."
      ))
  }
}
