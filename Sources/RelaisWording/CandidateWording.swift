package import CoverageEngine

/// What is said of candidates: where they come from, who is left out and why.
extension Wording {
  package func name(_ category: CandidateCategory) -> String {
    say(category.french, category.english)
  }

  /// Why places are not proposed, as a total says it.
  package func reason(_ reason: CandidateExclusion) -> String {
    switch reason {
    case .category:
      say(
        "genre non sollicité (bar, jeux d’argent, tabac…)",
        "of a kind that is not asked (bar, betting, tobacco…)")
    case .closed: say("fermé", "closed")
    case .adherent: say("déjà relais", "a relay already")
    case .agreed: say("a déjà dit oui", "said yes already")
    case .refused: say("a refusé ou quitté il y a moins d’un an", "refused or left within a year")
    case .conditions:
      say("ne remplit pas les conditions (constaté)", "does not fulfil the conditions (seen)")
    case .callBackLater: say("à rappeler plus tard", "to be called back later")
    case .outside:
      say("trop loin de la commune pour la couvrir", "too far from the town to cover any of it")
    case .unattached: say("trop loin de toute rue", "too far from any street")
    }
  }

  /// How many candidates there are and who was left out, some lines; `nil` where nobody was.
  package func summary(of pool: CandidatePool) -> String? {
    guard !pool.leftOut.isEmpty || pool.merged > 0 else { return nil }
    var lines = [
      say("Candidats retenus : ", "Candidates taken: ") + integer(pool.candidates.count)
        + say(" ; non proposés : ", "; not proposed: ") + integer(pool.leftOut.count)
    ]
    for reason in CandidateExclusion.allCases {
      let number = pool.leftOut.count { $0.reason == reason }
      if number > 0 { lines.append("  " + integer(number) + " × " + self.reason(reason)) }
    }
    if pool.merged > 0 {
      lines.append(
        "  "
          + say(
            "connus de deux sources, proposés une fois : ", "known to two sources, proposed once: ")
          + integer(pool.merged))
    }
    return lines.map(typographic).joined(separator: "\n")
  }

  package var leftOutHeaders: [String] {
    [
      "id", say("nom", "name"), say("categorie", "category"), say("motif", "reason"), "code",
      say("jusqu_au", "until"), "x", "y",
    ]
  }

  /// What is told of where many candidates stand, in one line.
  package func ofCandidates(_ code: Finding.Code, _ number: Int) -> String {
    typographic(
      code == .placeUnattached
        ? say(
          "Candidats trop loin de toute rue, qui ne couvrent rien : \(integer(number)), nommés dans findings.csv.",
          "Candidates too far from any street, which cover nothing: \(integer(number)), named in findings.csv."
        )
        : say(
          "Candidats sur un morceau sans chemin vers le reste du réseau : \(integer(number)), nommés dans findings.csv.",
          "Candidates on a piece with no way to the rest of the network: \(integer(number)), named in findings.csv."
        ))
  }

  /// What is wrong with a table of categories, and what was expected.
  package func sentence(_ error: CategoriesError) -> String {
    typographic(
      {
        switch error {
        case .badValue(let file, let line, let column, let found, let expected):
          say(
            "\(file), ligne \(line), colonne « \(column) » : la valeur \(quoted(found)) ne convient pas. Attendu : \(expected).",
            "\(file), line \(line), column “\(column)”: the value \(quoted(found)) will not do. Expected: \(expected)."
          )
        case .repeated(let file, let line, let value, let first):
          say(
            "\(file), ligne \(line) : \(quoted(value)) figure déjà à la ligne \(first). Gardez-le dans une seule catégorie.",
            "\(file), line \(line): \(quoted(value)) stands on line \(first) already. Keep it in one category."
          )
        case .badRow(let file, let line):
          say(
            "\(file), ligne \(line) : la ligne n’a pas autant de colonnes que l’en-tête. Enregistrez de nouveau le tableau en CSV.",
            "\(file), line \(line): the row has not as many columns as the header. Save the table as CSV again."
          )
        }
      }())
  }
}
