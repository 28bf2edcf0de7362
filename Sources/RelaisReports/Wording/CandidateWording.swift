public import CoverageEngine
public import RelaisGeo

/// What is said of candidates: where they come from, who is left out and why.
extension Wording {
  public func name(_ category: CandidateCategory) -> String {
    say(category.french, category.english)
  }

  /// Why places are not proposed, as a total says it.
  public func reason(_ reason: CandidateExclusion) -> String {
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
  public func summary(of pool: CandidatePool) -> String? {
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

  var leftOutHeaders: [String] {
    [
      "id", say("nom", "name"), say("categorie", "category"), say("motif", "reason"), "code",
      say("jusqu_au", "until"), "x", "y",
    ]
  }

  /// What is told of where many candidates stand, in one line.
  public func ofCandidates(_ code: Finding.Code, _ number: Int) -> String {
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

  func candidateSentence(_ finding: Finding, _ facts: Facts) -> String {
    switch finding.code {
    case .candidatesLeftOut:
      let why = CandidateExclusion(rawValue: facts.text(0)).map(reason) ?? facts.text(0)
      return say(
        "Lieux non proposés : \(facts.count(1)), motif : \(why).",
        "Places not proposed: \(facts.count(1)), \(why).")
    case .candidatesMerged:
      return say(
        "Lieux que deux sources connaissent, proposés une seule fois : \(facts.count(0)).",
        "Places two sources know, proposed once: \(facts.count(0)).")
    case .candidatesOfOtherKinds:
      return say(
        "Commerces d’un genre qu’aucune catégorie ne nomme, comptés comme « autre commerce » : \(facts.count(0)) (\(shortened(facts.text(1)))…).",
        "Shops of a kind no category names, counted as “other shop”: \(facts.count(0)) (\(shortened(facts.text(1)))…)."
      )
    case .establishmentsElsewhere:
      return say(
        "Établissements d’autres communes, laissés de côté : \(facts.count(0)) (communes retenues : \(facts.text(1))).",
        "Establishments of other communes, left aside: \(facts.count(0)) (communes taken: \(facts.text(1)))."
      )
    case .siretsNotRead:
      return say(
        "SIRET non compris, laissés de côté : \(facts.count(0)), par exemple \(quoted(shortened(facts.text(1)))).",
        "SIRETs not understood, left aside: \(facts.count(0)), for example \(quoted(shortened(facts.text(1))))."
      )
    default: return closure(finding, facts)
    }
  }

  private func closure(_ finding: Finding, _ facts: Facts) -> String {
    let since =
      facts.text(0).isEmpty
      ? "" : say(" depuis le \(date(facts.text(0)))", " since \(date(facts.text(0)))")
    let closed =
      switch facts.text(1) {
      case "siret":
        say(
          "\(named(finding)) a fermé\(since), d’après le répertoire SIRENE.",
          "\(named(finding)) is closed\(since), says the SIRENE register.")
      case "map":
        say(
          "\(named(finding)) semble avoir fermé : OpenStreetMap n’a plus de commerce de ce nom à cet endroit.",
          "\(named(finding)) seems to be closed: OpenStreetMap has no shop of this name there any more."
        )
      case "vanished":
        facts.text(0).isEmpty
          ? say(
            "\(named(finding)) semble avoir fermé : son identifiant ne désigne plus aucun lieu d’OpenStreetMap.",
            "\(named(finding)) seems to be closed: its identifier names no place of OpenStreetMap any more."
          )
          : say(
            "\(named(finding)) semble avoir fermé : il n’est plus sur la carte OpenStreetMap, où il figurait encore le \(date(facts.text(0))).",
            "\(named(finding)) seems to be closed: it is no longer on the OpenStreetMap map, last seen there on \(date(facts.text(0)))."
          )
      case "replaced":
        say(
          "\(named(finding)) semble avoir fermé : OpenStreetMap, où il figurait encore le \(date(facts.text(0))), a maintenant \(quoted(facts.text(6))) à sa place.",
          "\(named(finding)) seems to be closed: OpenStreetMap, where it was last seen on \(date(facts.text(0))), has \(quoted(facts.text(6))) in its place now."
        )
      default:
        say(
          "\(named(finding)) semble avoir fermé\(since) : le répertoire SIRENE a fermé un établissement de ce nom à cet endroit.",
          "\(named(finding)) seems to be closed\(since): the SIRENE register closed an establishment of this name there."
        )
      }
    var parts = [closed]
    if !facts.text(2).isEmpty {
      parts.append(
        say("Autocollant à récupérer : \(facts.text(2)).", "Sticker to recover: \(facts.text(2))."))
    }
    if !facts.text(5).isEmpty {
      parts.append(
        Double(facts.text(5)) == 0
          ? say(
            "D’autres relais couvrent ses rues.", "Other relays cover its streets.")
          : say(
            "Sans lui, \(facts.metres(5)) de rue ne seraient plus couverts.",
            "Without it \(facts.metres(5)) of street would be covered no more."))
    }
    if !facts.text(3).isEmpty {
      parts.append(
        say(
          "Le candidat le plus proche, à \(facts.metres(4)) : \(quoted(facts.text(3))).",
          "The nearest candidate, \(facts.metres(4)) away: \(quoted(facts.text(3)))."))
    }
    return parts.joined(separator: " ")
  }

  func candidateRemedy(_ code: Finding.Code) -> String {
    switch code {
    case .candidatesLeftOut:
      say(
        "Rien à corriger : candidates_left_out.csv les nomme ; categories.csv dit quels genres sont sollicités.",
        "Nothing to correct: candidates_left_out.csv names them; categories.csv says which kinds are asked."
      )
    case .candidatesMerged:
      say("Rien à corriger.", "Nothing to correct.")
    case .candidatesOfOtherKinds:
      say(
        "Nommez leur genre dans categories.csv (colonnes osm, naf ou mots) pour leur donner leurs propres règles.",
        "Name their kind in categories.csv (columns osm, naf or mots) to give them rules of their own."
      )
    case .establishmentsElsewhere:
      say(
        "Rien à faire ; pour les prendre, ajoutez leurs communes à relais.yml (candidates: communes).",
        "Nothing to do; to take them, add their communes to relais.yml (candidates: communes).")
    case .siretsNotRead:
      say(
        "Un SIRET a 14 chiffres ; dans un tableur, donnez à sa colonne le format texte. Sans lui, une fermeture au répertoire peut passer inaperçue.",
        "A SIRET has 14 digits; in a spreadsheet, make its column text. Without it, a closure in the register may go unseen."
      )
    default:
      say(
        "Passez voir : si c’est bien fermé, « relais adherents leave » et « relais adherents stickers --recovered » ; sinon, corrigez son SIRET, ou la carte.",
        "Go and see: if it is closed, “relais adherents leave” and “relais adherents stickers --recovered”; otherwise correct its SIRET, or the map."
      )
    }
  }

  /// What is wrong with a table of categories, and what was expected.
  public func sentence(_ error: CategoriesError) -> String {
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
