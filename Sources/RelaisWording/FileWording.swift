/// Titles of layers and headers of files.
extension Wording {
  package var streetsLayer: String {
    say("Rues couvertes et non couvertes", "Streets covered and not")
  }
  package var timedGapsLayer: String {
    say("Trous à certaines heures", "Gaps at certain times")
  }
  package var timedGapLegend: String { say("Trou à certains créneaux", "Gap in some windows") }
  package var perhapsGapLegend: String {
    say("Trou si les horaires inconnus sont fermés", "Gap if unknown hours are closed")
  }
  package var gapsLayer: String { say("Trous de couverture", "Coverage gaps") }
  package var relaysLayer: String { say("Points relais", "Relays") }
  package var serviceAreasLayer: String { say("Aires de desserte à pied", "Service areas on foot") }
  package var circlesLayer: String { say("Cercles à vol d’oiseau", "Crow-fly circles") }
  package var districtsLayer: String { say("Quartiers", "Districts") }
  package var boundaryLayer: String {
    say("Limite de la zone d’étude", "Boundary of the study area")
  }

  package var coveredLegend: String { say("Rue couverte", "Covered street") }
  package var uncoveredLegend: String { say("Rue non couverte", "Street not covered") }
  package var pathLegend: String { say("Chemin, passage", "Path") }
  package var attachedLegend: String { say("Relais", "Relay") }
  package var unattachedLegend: String { say("Relais non rattaché", "Relay not attached") }

  package var budgetHeader: String { say("Distance (m)", "Distance (m)") }

  package var findingHeaders: [String] {
    [
      "code", say("gravité", "severity"), say("fichier", "file"), say("endroit", "place"),
      say("objet", "subject"), say("constat", "finding"), "x", "y",
    ]
  }

  package var rejectHeaders: [String] {
    [
      say("endroit", "place"), "id", "code", say("raison", "reason"), say("trouvé", "found"),
    ]
  }
}
