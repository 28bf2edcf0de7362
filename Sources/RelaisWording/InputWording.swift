package import CoverageEngine

/// The kinds of input, and what each brings to reports.
extension Wording {
  package func name(_ kind: InputKind) -> String {
    switch kind {
    case .streets: say("les rues", "the streets")
    case .boundary: say("la limite de la commune", "the town’s boundary")
    case .districts: say("les quartiers", "the districts")
    case .priorityAreas: say("les quartiers prioritaires (QPV)", "the priority areas")
    case .addresses: say("les adresses (BAN)", "the addresses")
    case .schools: say("les établissements scolaires", "the schools")
    case .catchments: say("la carte scolaire", "the school catchments")
    case .adherents: say("les relais adhérents", "the relays")
    case .candidates: say("les commerces à démarcher", "the candidate shops")
    case .population: say("la population par carreaux de 200 m", "the population on a 200 m grid")
    }
  }

  /// What the report would gain, were it there.
  package func benefit(_ kind: InputKind) -> String {
    let text =
      switch kind {
      case .streets:
        say("Sans elles, il n’y a rien à mesurer.", "Without them there is nothing to measure.")
      case .boundary:
        say(
          "Elle limiterait les chiffres à la commune ; pour l’instant, ils portent sur tout le fichier des rues.",
          "It would keep the figures to the town; for now they are about the whole file of streets."
        )
      case .districts:
        say(
          "Ils permettraient de comparer la couverture d’un quartier à l’autre.",
          "They would allow comparing coverage from one district to the next.")
      case .priorityAreas:
        say(
          "Ils diraient si les quartiers prioritaires sont aussi bien servis.",
          "They would tell whether priority areas are as well served.")
      case .addresses:
        say(
          "Elles nommeraient les bouts de trous par un numéro de rue et donneraient les domiciles d’où partent les trajets scolaires.",
          "They would name the ends of gaps by a house number, and give the homes that school routes start from."
        )
      case .schools:
        say(
          "Ils permettraient de mesurer la couverture des trajets vers l’école.",
          "They would allow measuring coverage on the way to school.")
      case .catchments:
        say(
          "Elle dirait vers quelle école va chaque rue, au lieu de supposer la plus proche.",
          "They would say which school each street goes to, instead of supposing the nearest.")
      case .adherents:
        say("Sans eux, aucune rue n’est couverte.", "Without them no street is covered.")
      case .candidates:
        say(
          "Ils permettraient de dire quelles portes pousser en premier.",
          "They would allow saying which doors to knock on first.")
      case .population:
        say(
          "Elle pondérerait les trajets par le nombre d’enfants, au lieu de compter chaque adresse pareil.",
          "It would weight routes by the number of children, instead of counting every address alike."
        )
      }
    return typographic(text)
  }
}
