public import CoverageEngine
import RelaisRegistry

/// The upkeep of a registry: its check, its copies, the way back. Functions throw `RegistryError`.
extension TownRegistry {
  /// What the whole check of a registry found.
  public struct Verification: Sendable {
    /// The file that was checked.
    public var file: String
    public var problems: [RegistryProblem]
    public var establishments: Int
    public var events: Int
    /// Whether positions were judged: a territory without boundary and streets judges no place.
    public var isExtentKnown: Bool
    /// Whether an erasure of a person was cut short.
    public var isErasureUnfinished: Bool
    /// Whether the file holds contacts that others than its owner may read.
    public var isOpenToOthers: Bool

    public var isDamaged: Bool { problems.contains { $0.kind.isDamage } }
  }

  public func verify() throws -> Verification {
    try reading(for: .checking) { store in
      let area = TerritoryExtent.box(of: territory)
      let problems = try RegistryVerification.problems(of: store, within: area)
      var verification = Verification(
        file: store.path, problems: problems, establishments: 0, events: 0,
        isExtentKnown: area != nil, isErasureUnfinished: store.isErasureUnfinished,
        isOpenToOthers: false)
      if !verification.isDamaged {
        verification.isOpenToOthers = try store.isOpenToOthers()
        let histories = try store.histories()
        verification.establishments = histories.count { $0.establishment() != nil }
        verification.events = histories.reduce(0) { $0 + $1.events.count }
      }
      return verification
    }
  }

  /// Writes one state of the registry into another file, checked; others may go on writing.
  public func backUp(to file: String) throws {
    try reading { store in
      // The registry itself is refused by who copies it.
      if !store.isFile(file) {
        try OutputFile.check(file, reading: Subject.territory(territory).files) { _ in
          guard let copy = try? RegistryStore(path: file, for: .reading) else { return false }
          copy.close()
          return true
        }
      }
      try RegistryBackup.make(of: store, to: file)
    }
  }

  /// Puts a copy in the registry's place, if it is sound; the present file is kept aside.
  ///
  /// - Returns: Where the present file is kept, `nil` if there was none.
  public func restore(_ copy: String) throws -> String? {
    try RegistryBackup.restore(
      copy, to: territory.registryFile, keepingAs: ".before-restore-\(time)")
  }

  /// Mends what can be mended without loss.
  ///
  /// - Returns: What was mended, and where the file as it was is kept; `nil` where nothing was to be mended.
  public func repair() throws -> (mended: [RegistryProblem], kept: String)? {
    try RegistryRepair.repair(territory.registryFile, keepingAs: ".before-repair-\(time)")
      .map { ($0.mended, $0.kept) }
  }

  /// Now, as a part of a name.
  private var time: String {
    work.stamp.recordedAt.filter { $0 != ":" && $0 != "." && $0 != "-" }
  }
}
