import Foundation
import RelaisGeo
import RelaisReports
import RelaisWording

/// The tables that lie beside the agent's and the public's pages.
struct ReaderFiles {
  let folder: String
  private let wording: Wording

  init(folder: String, _ wording: Wording) {
    self.folder = folder
    self.wording = wording
  }

  /// `relais_publics.csv` with its Table Schema and `relais_publics.geojson` beside the public's
  /// page, `agent.csv` beside the agent's.
  func write(beside page: String, _ material: ReportMaterial) throws {
    switch page {
    case ReportFormat.public.fileName:
      let relays = PublicRelay.all(of: material)
      let name = folder + "/relais_publics"
      try AtomicFile.write(PublicList.csv(relays), to: name + ".csv")
      try AtomicFile.write(PublicList.schema(wording), to: name + ".csv.schema.json")
      try AtomicFile.write(PublicList.geoJSON(relays), to: name + ".geojson")
    case ReportFormat.agent.fileName:
      let file = folder + "/agent.csv"
      guard material.agent != nil else {
        // One of an earlier run would pass for this one's.
        try? FileManager.default.removeItem(atPath: file)
        return
      }
      try AtomicFile.write(
        AgentTasksTable.csv(AgentTasksTable.tasks(of: material, wording), wording), to: file)
    default: break
    }
  }
}
