import CoverageEngine
import Foundation
import RelaisGeo
import RelaisReports
import RelaisWording

/// Writes what the apprentice takes along: `prospects.csv`, `rounds/round-<n>.gpx`, `rounds.geojson`.
struct VisitOutputs {
  let folder: String
  private let wording: Wording

  init(folder: String, _ wording: Wording) {
    self.folder = folder
    self.wording = wording
  }

  /// - Parameter doors: `nil` where there are no candidates; what an earlier run left goes.
  func write(_ doors: DoorTeller?, ground: Ground) throws {
    var written = Set<String>()
    if let doors {
      try AtomicFile.write(ProspectsCSV.bytes(doors, wording), to: folder + "/prospects.csv")
      try AtomicFile.write(
        RoundsGeoJSON.bytes(doors, ground: ground), to: folder + "/rounds.geojson")
      let files = RoundGPX.files(doors, ground: ground, generator: Program.name, wording)
      if !files.isEmpty { try AtomicFile.createDirectory(folder + "/rounds") }
      for (index, bytes) in files.enumerated() {
        let name = "round-\(index + 1).gpx"
        try AtomicFile.write(bytes, to: folder + "/rounds/" + name)
        written.insert(name)
      }
    } else {
      for name in ["prospects.csv", "rounds.geojson"] {
        try? FileManager.default.removeItem(atPath: folder + "/" + name)
      }
    }
    let rounds = folder + "/rounds"
    for name in (try? FileManager.default.contentsOfDirectory(atPath: rounds)) ?? []
    where name.hasPrefix("round-") && name.hasSuffix(".gpx") && !written.contains(name) {
      try? FileManager.default.removeItem(atPath: rounds + "/" + name)
    }
  }
}
