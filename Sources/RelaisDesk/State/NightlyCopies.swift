import CoverageEngine
import Foundation
import RelaisRegistry
import RelaisTown

/// Copies of the registry the desk makes by itself: one a night, each opened and checked before it counts, fourteen kept.
struct NightlyCopies: Sendable {
  static let kept = 14

  let territory: Territory

  private var folder: String { territory.folder + "/backups" }

  /// The names of copies, the newest first.
  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
      .filter { $0.hasPrefix("registry-") && $0.hasSuffix(".gpkg") }.sorted(by: >)
  }

  /// Whether the day has none yet.
  func isDue(_ day: CalendarDay) -> Bool { !names.contains(name(day)) }

  /// Makes the copy of a day, and forgets the oldest.
  ///
  /// - Returns: Its name.
  /// - Throws: `RegistryError`, `FormatError`; older copies stay.
  func make(_ day: CalendarDay, _ registry: TownRegistry) throws -> String {
    if mkdir(folder, 0o700) != 0, errno != EEXIST {  // -1 on failure
      throw RegistryError.readOnly(file: folder, detail: String(cString: strerror(errno)))
    }
    let name = name(day)
    try registry.backUp(to: folder + "/" + name)
    for old in names.dropFirst(NightlyCopies.kept) { unlink(folder + "/" + old) }
    return name
  }

  private func name(_ day: CalendarDay) -> String { "registry-\(day.iso).gpkg" }
}
