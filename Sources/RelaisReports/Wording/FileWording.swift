/// Titles of layers and headers of files.
extension Wording {
  var streetsLayer: String { say("Rues couvertes et non couvertes", "Streets covered and not") }
  var timedGapsLayer: String {
    say("Trous à certaines heures", "Gaps at certain times")
  }
  var timedGapLegend: String { say("Trou à certains créneaux", "Gap in some windows") }
  var perhapsGapLegend: String {
    say("Trou si les horaires inconnus sont fermés", "Gap if unknown hours are closed")
  }
  var gapsLayer: String { say("Trous de couverture", "Coverage gaps") }
  var relaysLayer: String { say("Points relais", "Relays") }
  var serviceAreasLayer: String { say("Aires de desserte à pied", "Service areas on foot") }
  var circlesLayer: String { say("Cercles à vol d’oiseau", "Crow-fly circles") }
  var districtsLayer: String { say("Quartiers", "Districts") }
  var boundaryLayer: String { say("Limite de la zone d’étude", "Boundary of the study area") }

  var coveredLegend: String { say("Rue couverte", "Covered street") }
  var uncoveredLegend: String { say("Rue non couverte", "Street not covered") }
  var pathLegend: String { say("Chemin, passage", "Path") }
  var attachedLegend: String { say("Relais", "Relay") }
  var unattachedLegend: String { say("Relais non rattaché", "Relay not attached") }

  var budgetHeader: String { say("Distance (m)", "Distance (m)") }

  var findingHeaders: [String] {
    [
      "code", say("gravité", "severity"), say("fichier", "file"), say("endroit", "place"),
      say("objet", "subject"), say("constat", "finding"), "x", "y",
    ]
  }

  var rejectHeaders: [String] {
    [
      say("endroit", "place"), "id", "code", say("raison", "reason"), say("trouvé", "found"),
    ]
  }
}
