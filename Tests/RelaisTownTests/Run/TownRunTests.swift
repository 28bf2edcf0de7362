import CoverageEngine
import Foundation
import RelaisGeo
import RelaisTestSupport
import RelaisTown
import RelaisWording
import Synchronization
import Testing

@Suite struct TownRunTests {
  /// Asks to stop from the so-manieth time on that it is asked.
  private final class Countdown: Sendable {
    private let left: Atomic<Int>
    init(_ count: Int) { left = Atomic(count) }
    var cancellation: Cancellation {
      Cancellation { self.left.subtract(1, ordering: .relaxed).newValue < 0 }
    }
  }

  private func files(_ folder: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? [] {
      let url = URL(fileURLWithPath: folder + "/" + name)
      if let bytes = try? Data(contentsOf: url) { files[name] = bytes }
    }
    return files
  }

  @Test func computingWritesNothing() throws {
    let town = try OSMTerritory.filled()
    let before = try files(town.territory.folder)
    let run = try TownRun(town.territory, RunDays(), SmallTown.work())
    #expect(run.result.facilities.map(\.id) == ["R1"])
    #expect(!run.hasMemory)
    #expect(try files(town.territory.folder) == before)
    #expect(!FileManager.default.fileExists(atPath: town.territory.outputFolder))
  }

  @Test func aRunStoppedAtAnyMomentLeavesWholeFilesAlone() throws {
    let town = try OSMTerritory.filled()
    let out = town.folder.path("whole")
    _ = try TownRun(town.territory, RunDays(), SmallTown.work()).writeAll(to: out)
    let whole = try files(out)
    #expect(whole["summary.json"] != nil)
    var stops = 0
    for count in 0..<200 {
      let folder = town.folder.path("stopped-\(count)")
      let work = SmallTown.work(cancellation: Countdown(count).cancellation)
      do {
        _ = try TownRun(town.territory, RunDays(), work).writeAll(to: folder)
        #expect(try files(folder).keys.sorted() == whole.keys.sorted())
        break
      } catch is Interrupted {
        stops += 1
        for (name, bytes) in try files(folder) where name != ".relais.json" {
          // A GeoPackage is whole if it opens; others are what the whole run wrote.
          if name.hasSuffix(".gpkg") { continue }
          #expect(whole[name] == bytes, "\(name) after \(count)")
        }
      }
    }
    #expect(stops > 5)
  }

  @Test func progressNamesTheStepsInOrder() throws {
    let town = try OSMTerritory.filled()
    let steps = Mutex<[RelaisGeo.Progress.Step]>([])
    var work = SmallTown.work()
    work.progress = RelaisGeo.Progress { step, _, _ in
      steps.withLock { if $0.last != step { $0.append(step) } }
    }
    _ = try TownRun(town.territory, RunDays(), work)
    #expect(
      steps.withLock { Array($0.prefix(3)) } == [.readingStreets, .buildingNetwork, .readingPlaces])
  }
}
