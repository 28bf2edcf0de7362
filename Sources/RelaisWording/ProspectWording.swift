package import CoverageEngine
import RelaisGeo

/// What is said of a prospection.
extension Wording {
  package var prospectAbstract: String {
    say(
      "Les portes où frapper : les candidats qui couvrent le plus de rue non couverte, avec une preuve.",
      "Which doors to knock on: the candidates that cover most uncovered street, with a proof.")
  }
  package var prospectDiscussion: String {
    say(
      """
      Choisit les candidats qui, ensemble, couvrent le plus de ce qu’aucun relais ne couvre, et dit de \
      combien la liste peut au plus s’écarter du meilleur choix possible. Sans --gap ni --time-limit, \
      cherche le meilleur choix lui-même, dans les limites d’un travail fixe : mêmes données, même liste.

      Exemples :
        relais prospect --count 30 --streets ville.osm.pbf --relays relais.csv --candidates commerces.csv
        relais prospect --count 10 --territory nancy --out resultats
        relais prospect --count 20 --coverage-matrix instance.txt --json -
      """,
      """
      Chooses the candidates that together cover most of what no relay covers, and says how far the \
      list may at most be from the best choice there is. Without --gap and --time-limit it seeks the best \
      choice itself, within a fixed amount of work: same data, same list.

      Examples:
        relais prospect --count 30 --streets town.osm.pbf --relays relays.csv --candidates shops.csv
        relais prospect --count 10 --territory nancy --out results
        relais prospect --count 20 --coverage-matrix instance.txt --json -
      """)
  }
  package var countHelp: String {
    say("Combien de candidats recruter au plus.", "How many candidates to recruit at most.")
  }
  package var candidatesHelp: String {
    say(
      "Candidats : CSV (id,lon,lat ou id,x,y), GeoJSON ou GeoPackage de points, pris tels quels ; extrait OpenStreetMap, fichiers SIRENE (StockEtablissement et sa géolocalisation).",
      "Candidates: CSV (id,lon,lat or id,x,y), GeoJSON or GeoPackage of points, taken as they are; OpenStreetMap extract, SIRENE files (StockEtablissement and its geolocation)."
    )
  }
  package var coverageMatrixHelp: String {
    say(
      "Au lieu de rues : points de demande et candidats avec ce qu’ils couvrent (lignes « demand ID POIDS », « candidate ID DEMANDES… », « relay ID DEMANDES… »).",
      "Instead of streets: demand points, and candidates with what they cover (lines “demand ID WEIGHT”, “candidate ID DEMANDS…”, “relay ID DEMANDS…”)."
    )
  }
  package var gapHelp: String {
    say(
      "S’arrêter quand l’écart à l’optimum est prouvé sous ce pourcentage (0 : l’optimum).",
      "Stop once the gap to the optimum is proven below this percentage (0: the optimum).")
  }
  package var timeLimitHelp: String {
    say(
      "S’arrêter après tant de secondes ; la liste peut alors dépendre de la machine.",
      "Stop after so many seconds; the list may then depend on the machine.")
  }
  package var certificateHelp: String {
    say(
      "Écrire de quoi vérifier la liste et sa borne avec Scripts/check_certificate.py.",
      "Write what Scripts/check_certificate.py needs to verify the list and its bound.")
  }
  package var prospectOutHelp: String {
    say(
      "Dossier où écrire prospects.csv, apprentice.html, les tournées (rounds/, rounds.geojson), prospects.gpkg, findings.csv et rejects/.",
      "Folder for prospects.csv, apprentice.html, the rounds (rounds/, rounds.geojson), prospects.gpkg, findings.csv and rejects/."
    )
  }
  package func badCount(_ count: Int) -> String {
    say(
      "--count \(count) : il faut un nombre de 1 à 100 000.",
      "--count \(count): a number from 1 to 100,000 is needed.")
  }
  package var badGap: String {
    say(
      "--gap : il faut un pourcentage de 0 à moins de 100.",
      "--gap: a percentage from 0 to below 100 is needed.")
  }
  package var badTimeLimit: String {
    say(
      "--time-limit : il faut un nombre de secondes positif.",
      "--time-limit: a positive number of seconds is needed.")
  }
  package var candidatesNeeded: String {
    say(
      "Indiquez aussi les candidats : --candidates FICHIER.",
      "Name the candidates too: --candidates FILE.")
  }
  package var matrixAlone: String {
    say(
      "--coverage-matrix remplace --streets, --relays, --candidates et --territory : l’un ou les autres.",
      "--coverage-matrix stands for --streets, --relays, --candidates and --territory: one or the others."
    )
  }
  package var certificateNeedsFile: String {
    say(
      "--certificate demande un fichier : la sortie standard est à la liste.",
      "--certificate needs a file: standard output is for the list.")
  }

  /// That there is nobody to choose among, and where candidates are to be put.
  package func noCandidates(_ pool: CandidatePool, isOfTerritory: Bool) -> String {
    typographic(
      !pool.leftOut.isEmpty
        ? say(
          "aucun candidat à proposer : tous les lieux trouvés (\(integer(pool.leftOut.count))) sont laissés de côté ; candidates_left_out.csv dit pourquoi (--out).",
          "no candidate to propose: all places found (\(integer(pool.leftOut.count))) are left out; candidates_left_out.csv says why (--out)."
        )
        : isOfTerritory
          ? say(
            "aucun candidat trouvé : ni liste dans sources/candidates/, ni commerce dans l’extrait des rues. Rangez-y une liste : relais import candidates FICHIER.",
            "no candidate found: neither a list in sources/candidates/ nor a shop in the extract of the streets. Put a list there: relais import candidates FILE."
          )
          : say(
            "aucun candidat dans les fichiers de --candidates.",
            "no candidate in the files of --candidates."))
  }

  package var prospectHeaders: [String] {
    [
      say("rang", "rank"), "id", say("nom", "name"), say("nature", "kind"), gainHeader,
      cumulativeHeader, say("horaires", "opening_hours"), "x", "y", say("adresse", "address"),
      say("raisons", "reasons"),
    ] + (1...VisitPlan.alternativeLimit).map { say("en cas de refus \($0)", "if refused \($0)") }
      + [say("tournée", "round")]
  }
  package var matrixProspectHeaders: [String] {
    [say("rang", "rank"), "id", say("gain", "gain"), say("cumul", "cumulative")]
  }
  private var gainHeader: String { say("gain (m)", "gain (m)") }
  private var cumulativeHeader: String { say("cumul (m)", "cumulative (m)") }

  /// What the list gains and how good it is known to be, two lines; one where there was nobody to choose.
  package func outcome(of result: ProspectionResult) -> String {
    guard !result.candidates.isEmpty else {
      return say("Aucun candidat parmi qui choisir.", "No candidate to choose among.")
    }
    let problem = result.problem
    func metres(_ units: Int64) -> String { distance(Length(metres: problem.unit.metres(units))) }
    let all = problem.demand - problem.open + result.list.optimality.objective
    let part = problem.demand > 0 ? Double(all) / Double(problem.demand) : 0
    return typographic(
      listHead(result.list) + metres(result.list.optimality.objective)
        + say(" de plus", " more") + chances(result.list, metres)
        + say(", soit ", ", ") + share(part) + say(" en tout", " in all") + "\n"
        + proof(result.list, metres))
  }

  /// The list on a matrix, some lines.
  package func summary(
    of list: RecruitmentList, _ instance: CoverageInstance, curve: RecruitmentCurve
  ) -> String {
    func demand(_ units: Int64) -> String {
      let text = decimal(instance.unit.metres(units), places: instance.unit.decimals)
      return text
    }
    var lines = [
      listHead(list) + demand(list.optimality.objective)
        + say(" de plus, sur ", " more, of ") + demand(instance.demand - instance.coveredBefore)
        + say(" à couvrir", " to cover"),
      proof(list, demand),
    ]
    lines += targets(curve)
    lines += table(
      list.recruits.map { (demand($0.gain), instance.candidates[$0.candidate]) })
    return lines.map(typographic).joined(separator: "\n")
  }

  private func listHead(_ list: RecruitmentList) -> String {
    recruits(list.recruits.count) + say(" : ", ": ")
  }

  private func proof(_ list: RecruitmentList, _ demand: (Int64) -> String) -> String {
    let optimality = list.optimality
    if list.measure == .expected { return proofOfAverage(optimality, demand) }
    if optimality.isProven {
      return say(
        "Aucun autre choix d’autant de candidats ne couvre plus : c’est prouvé.",
        "No other choice of as many candidates covers more: this is proven.")
    }
    return say(
      "Aucun choix d’autant de candidats ne couvre plus de \(demand(optimality.upperBound)) (écart : \(share(optimality.gap))).",
      "No choice of as many candidates covers more than \(demand(optimality.upperBound)) (gap: \(share(optimality.gap)))."
    )
  }

  /// Rank, gain and name, one line a recruit, gains one below the other.
  package func table(_ rows: [(gain: String, name: String)]) -> [String] {
    let width = rows.map(\.gain.count).max() ?? 0
    let digits = String(rows.count).count
    return rows.enumerated().map { index, row in
      let rank = String(index + 1)
      return String(repeating: " ", count: digits - rank.count + 2) + rank + ". "
        + String(repeating: " ", count: width - row.gain.count) + row.gain + "  " + row.name
    }
  }
}
