/// Titles of layers and headers of files.
extension Wording {
  package var streetsLayer: String {
    say("layers.streetsLayer")
  }
  package var timedGapsLayer: String {
    say("layers.timedGapsLayer")
  }
  package var timedGapLegend: String { say("layers.timedGapLegend") }
  package var perhapsGapLegend: String {
    say("layers.perhapsGapLegend")
  }
  package var gapsLayer: String { say("layers.gapsLayer") }
  package var networkHealthLayer: String { say("layers.networkHealthLayer") }
  package var networkHealthLinesLayer: String { say("layers.networkHealthLinesLayer") }
  package var relaysLayer: String { say("layers.relaysLayer") }
  package var serviceAreasLayer: String { say("layers.serviceAreasLayer") }
  package var circlesLayer: String { say("layers.circlesLayer") }
  package var communesLayer: String { say("layers.communesLayer") }
  package var districtsLayer: String { say("layers.districtsLayer") }
  package var boundaryLayer: String {
    say("layers.boundaryLayer")
  }

  package var coveredLegend: String { say("layers.coveredLegend") }
  package var uncoveredLegend: String { say("layers.uncoveredLegend") }
  package var pathLegend: String { say("layers.pathLegend") }
  package var attachedLegend: String { say("layers.plainFieldTitle.relay") }
  package var unattachedLegend: String { say("layers.unattachedLegend") }

  package var budgetHeader: String { say("layers.budgetHeader") }

  package var findingHeaders: [String] {
    [
      "code", say("layers.findingHeaders.severity"), say("layers.findingHeaders.file"),
      say("layers.findingHeaders.place"),
      say("layers.findingHeaders.subject"), say("layers.findingHeaders.finding"), "x", "y",
    ]
  }

  package var rejectHeaders: [String] {
    [
      say("layers.findingHeaders.place"), "id", "code", say("layers.rejectHeaders.reason"),
      say("layers.rejectHeaders.found"),
    ]
  }
}
