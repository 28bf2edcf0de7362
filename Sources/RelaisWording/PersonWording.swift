/// Personal data, duplicates and mailings: what is said of them, and their help.
extension Wording {
  package var personHelp: String {
    say(
      "Son nom, son téléphone ou son courriel ; ou l’établissement dont il est le contact.",
      "Their name, phone or email; or the establishment they are the contact of.")
  }
  package var exportPersonAbstract: String {
    say(
      "Tout ce que le registre sait d’une personne, en JSON.",
      "All the registry holds of a person, as JSON.")
  }
  package var erasePersonAbstract: String {
    say(
      "Efface une personne du registre, de son histoire et des copies à côté.",
      "Erases a person from the registry, its history and the copies beside it.")
  }
  package var erasePersonDiscussion: String {
    say(
      """
      Cherche le nom, le téléphone et le courriel dans tous les textes du registre, colonnes et tables \
      ajoutées dans QGIS comprises. Ne peut pas être défait. Les copies faites ailleurs (relais backup) et les tableaux déjà \
      importés ne sont pas touchés : effacez-y la personne vous-même.
      """,
      """
      Looks for name, phone and email in every text of the registry, columns and tables added in QGIS \
      included. Cannot be undone. Copies made elsewhere (relais backup) and spreadsheets already imported are \
      not touched: erase the person there yourself.
      """)
  }
  package var duplicatesAbstract: String {
    say(
      "Établissements qui n’en font peut-être qu’un ; rien n’est fusionné.",
      "Establishments that may be one; nothing is merged.")
  }
  package var mailingAbstract: String {
    say(
      "CSV pour un publipostage, contacts compris ; les adhérents, sauf --state.",
      "CSV for a mail merge, contacts included; adherents unless --state.")
  }

  /// - Parameters:
  ///   - establishments: How many lost a contact.
  ///   - cells: How many cells were changed, by `table.column`.
  ///   - copies: Files removed beside the registry.
  package func personErased(
    establishments: Int, cells: [(place: String, count: Int)], copies: [String]
  ) -> String {
    typographic(
      say("Personne effacée ; contact de ", "Person erased; contact of ")
        + establishmentCount(establishments) + "."
        + (cells.isEmpty
          ? ""
          : say("\nCellules effacées : ", "\nCells erased: ")
            + cells.map { "\($0.place) (\(integer($0.count)))" }.joined(separator: ", "))
        + (copies.isEmpty
          ? ""
          : say("\nCopies retirées : ", "\nCopies removed: ") + copies.joined(separator: ", "))
        + say(
          "\nLes sauvegardes gardées ailleurs, les publipostages et les tableaux déjà importés sont à nettoyer à la main.",
          "\nBackups kept elsewhere, mail merges and spreadsheets already imported are for you to clean."
        ))
  }

  /// - Parameter places: Names of tables and columns, and tables that cannot be looked into.
  package func notErased(_ places: [String]) -> String {
    typographic(
      say(
        "À vérifier et à corriger vous-même dans QGIS, car Relais ne peut pas y effacer : ",
        "For you to check and correct in QGIS, where Relais cannot erase: ")
        + places.joined(separator: ", ") + ".")
  }

  package var noDuplicate: String { say("Aucun doublon probable.", "No likely duplicate.") }

  package var retentionAbstract: String {
    say(
      "Contacts gardés d’établissements partis ou qui ont refusé depuis des années.",
      "Contacts kept of establishments that left or refused years ago.")
  }
  package var retentionYearsHelp: String {
    say("Depuis autant d’années (3 par défaut).", "So many years ago (3 unless given).")
  }
  package var retentionEraseHelp: String {
    say("Les effacer, comme erase-person.", "Erase them, as erase-person does.")
  }
  package var nothingToForget: String {
    say("Aucun contact à effacer.", "No contact to erase.")
  }

  /// - Parameter since: The day of the last change of state, `2019-03-04`.
  package func keptContact(code: String, name: String, since: String) -> String {
    typographic("\(code)  \(name)" + say(", depuis le ", ", since ") + date(since))
  }
}
