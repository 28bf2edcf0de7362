package import CoverageEngine

/// What is said of a relay that closed.
extension Wording {
  package func closed(_ name: String, _ closure: RelayClosure) -> String {
    let day = closure.since.map { date($0) } ?? ""
    let since = day.isEmpty ? "" : say(" depuis le \(day)", " since \(day)")
    let closed =
      switch closure.evidence {
      case .siret:
        say(
          "\(quoted(name)) a fermé\(since), d’après le répertoire SIRENE.",
          "\(quoted(name)) is closed\(since), says the SIRENE register.")
      case .map:
        say(
          "\(quoted(name)) semble avoir fermé : OpenStreetMap n’a plus de commerce de ce nom à cet endroit.",
          "\(quoted(name)) seems to be closed: OpenStreetMap has no shop of this name there any more."
        )
      case .vanished:
        closure.since == nil
          ? say(
            "\(quoted(name)) semble avoir fermé : son identifiant ne désigne plus aucun lieu d’OpenStreetMap.",
            "\(quoted(name)) seems to be closed: its identifier names no place of OpenStreetMap any more."
          )
          : say(
            "\(quoted(name)) semble avoir fermé : il n’est plus sur la carte OpenStreetMap, où il figurait encore le \(day).",
            "\(quoted(name)) seems to be closed: it is no longer on the OpenStreetMap map, last seen there on \(day)."
          )
      case .replaced(let successor):
        say(
          "\(quoted(name)) semble avoir fermé : OpenStreetMap, où il figurait encore le \(day), a maintenant \(quoted(successor)) à sa place.",
          "\(quoted(name)) seems to be closed: OpenStreetMap, where it was last seen on \(day), has \(quoted(successor)) in its place now."
        )
      case .name:
        say(
          "\(quoted(name)) semble avoir fermé\(since) : le répertoire SIRENE a fermé un établissement de ce nom à cet endroit.",
          "\(quoted(name)) seems to be closed\(since): the SIRENE register closed an establishment of this name there."
        )
      }
    var parts = [closed]
    if let sticker = closure.sticker, !sticker.isEmpty {
      parts.append(
        say("Autocollant à récupérer : \(sticker).", "Sticker to recover: \(sticker)."))
    }
    if let loss = closure.loss {
      parts.append(
        loss == .zero
          ? say(
            "D’autres relais couvrent ses rues.", "Other relays cover its streets.")
          : say(
            "Sans lui, \(shortDistance(loss)) de rue ne seraient plus couverts.",
            "Without it \(shortDistance(loss)) of street would be covered no more."))
    }
    if let standIn = closure.standIn {
      parts.append(
        say(
          "Le candidat le plus proche, à \(shortDistance(standIn.distance)) : \(quoted(standIn.candidate)).",
          "The nearest candidate, \(shortDistance(standIn.distance)) away: \(quoted(standIn.candidate))."
        ))
    }
    return parts.joined(separator: " ")
  }
}
