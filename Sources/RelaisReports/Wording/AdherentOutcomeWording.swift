public import CoverageEngine
public import RelaisGeo

/// What the commands on adherents say of their outcome.
extension Wording {
  /// How many rows of a file were read, and what became of them.
  public func importSummary(
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

  public func rejectedRow(_ row: RejectedRow) -> String {
    typographic(
      "  " + say("écartée, ", "rejected, ") + place(row.place) + say(" : ", ": ")
        + reason(row.reason)
        + (row.found.isEmpty ? "" : " (\(row.found))"))
  }

  public func rejectsWritten(_ path: String) -> String {
    typographic(
      say("  lignes écartées, avec leur motif : ", "  rejected rows, with their reasons: ") + path)
  }

  public func addedLine(_ one: Establishment) -> String {
    typographic(
      "  + \(one.code)  " + one.name.split(whereSeparator: \.isNewline).joined(separator: " "))
  }

  /// - Parameters:
  ///   - fields: The new values, told in the order of the fields.
  ///   - isContact: Whether the contact changed; it is never told how.
  public func changedLine(
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
  public func linesAboveHeaders(_ line: Int) -> String {
    typographic(
      "  "
        + say(
          "les noms des colonnes sont ligne \(line) ; ce qui est au-dessus n’est pas repris",
          "the column names are on line \(line); what stands above is not taken"))
  }

  /// - Parameter reason: The raw value of the doubt's reason.
  public func doubt(_ reason: String, at place: SourcePlace, found: String) -> String {
    let text: String? =
      switch reason {
      case "phone-zero-restored":
        say(
          "le zéro perdu du téléphone a été remis ; vérifiez",
          "the lost zero of the phone number was put back; check it")
      case "phone-unreadable":
        say("le téléphone n’en a pas l’air", "the phone number does not look like one")
      case "value-left-out":
        say("valeur non comprise, laissée de côté", "value not understood, left out")
      case "position-missing":
        say(
          "sans position : ne couvre rien tant qu’elle manque",
          "without a position: covers nothing until it has one")
      case "position-doubtful":
        say("position trouvée d’après l’adresse", "position found by the address")
      case "state-forbidden":
        say("changement d’état impossible, non repris", "impossible change of state, not taken")
      case "date-guessed":
        say("date comprise sans certitude ; vérifiez", "date understood with a doubt; check it")
      case "position-outside":
        say(
          "position à plus de deux kilomètres du territoire ; vérifiez",
          "position over two kilometres outside the territory; check it")
      case "sticker-taken":
        say(
          "ce numéro d’autocollant est aussi celui d’un autre",
          "this sticker number is somebody else’s, too")
      case "number-reused":
        say(
          "ce numéro désignait un autre établissement ; pris pour un nouveau",
          "this number named another establishment; taken as a new one")
      case "date-in-future": say("date à venir", "a date to come")
      default: nil
      }
    return typographic(
      "  " + say("à vérifier, ", "to check, ") + self.place(place) + say(" : ", ": ")
        + (text ?? reason) + (found.isEmpty ? "" : " (\(found))"))
  }

  public func duplicate(_ names: [String], ids: [String], _ reasons: [DuplicatePair.Reason])
    -> String
  {
    let both = zip(ids, names).map { "\($0.prefix(8)) \($1)" }.joined(
      separator: say(" et ", " and "))
    return typographic(
      "  " + say("doublon possible : ", "possible duplicate: ") + both + " ("
        + reasons.map { name($0) }.joined(separator: ", ") + ")")
  }

  public func ignoredColumns(_ columns: [String]) -> String {
    typographic(
      "  " + say("colonnes non reprises : ", "columns not taken: ")
        + columns.joined(separator: ", "))
  }

  /// - Parameter refusal: The raw value of why an edit was put back; `nil` if it was taken.
  public func edit(_ id: String, _ field: EstablishmentField?, refusal: String?) -> String {
    let what = "\(id.prefix(8))" + (field.map { ", " + name($0) } ?? "")
    guard let refusal else {
      return typographic(
        say("modification faite dans le fichier, reprise : ", "edit made in the file, taken: ")
          + what)
    }
    let why: String =
      switch refusal {
      case "bad-value": say("la valeur ne convient pas", "the value will not do")
      case "name-missing": say("il n’y a pas de nom", "there is no name")
      case "state-forbidden": say("ce changement d’état est impossible", "no such change of state")
      case "row-deleted":
        say(
          "un établissement part avec « relais adherents leave », jamais en l’effaçant",
          "an establishment leaves with “relais adherents leave”, never by deletion")
      case "outside-territory":
        say(
          "c’est à plus de deux kilomètres du territoire",
          "it is over two kilometres outside the territory")
      default: refusal
      }
    return typographic(
      say("modification faite dans le fichier, refusée : ", "edit made in the file, refused: ")
        + what + " (\(why))"
        + say(
          " ; gardée dans la table rejected_edits", "; kept in the table rejected_edits"))
  }

  public func recorded(_ one: Establishment) -> String {
    typographic(
      say("Noté : ", "Recorded: ") + "\(one.code)  \(one.name)"
        + (one.state.map { " (\(name($0)))" } ?? ""))
  }

  /// What a change of the past leaves as it is today.
  public func overtaken(_ fields: Set<EstablishmentField>) -> String {
    let names = EstablishmentField.allCases.filter(fields.contains).map { name($0) }
    return typographic(
      say(
        "À la date donnée seulement : un changement plus récent l’emporte aujourd’hui pour ",
        "On the day given only: a more recent change holds today for ")
        + names.joined(separator: ", ") + ".")
  }

  public func stickerTaken(_ number: String, by holder: Establishment) -> String {
    typographic(
      say(
        "Attention : l’autocollant \(number) est déjà celui de \(holder.code) \(holder.name).",
        "Note: the sticker \(number) is already that of \(holder.code) \(holder.name)."))
  }

  public var positionOutside: String {
    typographic(
      say(
        "Attention : cette position est à plus de deux kilomètres du territoire. Longitude et latitude ne sont-elles pas inversées ?",
        "Note: this position is over two kilometres outside the territory. Are longitude and latitude the right way round?"
      ))
  }

  public var nothingToChange: String {
    say("Rien à changer : c’est déjà ainsi.", "Nothing to change: it is so already.")
  }

  public func establishmentCount(_ number: Int) -> String {
    count(number, ("établissement", "établissements"), ("establishment", "establishments"))
  }

  public var registryStandsForFiles: String {
    typographic(
      say(
        "les adhérents de ce territoire sont dans registry.gpkg ; pour y reprendre ce fichier : « relais adherents import ».",
        "the adherents of this territory are in registry.gpkg; to take this file into it: “relais adherents import”."
      ))
  }
}
