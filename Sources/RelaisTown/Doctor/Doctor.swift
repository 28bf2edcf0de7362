import CoverageEngine
import Foundation
import RelaisFormats
import RelaisGeo
import RelaisRegistry
import RelaisWording

/// Looks at the program, the machine and a territory; changes nothing and asks nothing of the network.
public struct Doctor: Sendable {
  private let search: TerritorySearch
  private let work: Work

  /// The longest a tool may take to say its version.
  private static let seconds = 20

  /// - Parameter work: Says what day it is.
  public init(_ search: TerritorySearch, _ work: Work) {
    self.search = search
    self.work = work
  }

  /// - Throws: `TerritoryError` for a territory that is named and is none.
  public func examine() throws -> Diagnosis {
    var failures: [any Error] = []
    var territory: Territory?
    if search.named != nil || TerritorySearch.folder(above: search.start) != nil {
      do { territory = try search.find() } catch {
        if case TerritoryError.notFound = error { throw error }
        failures.append(error)
      }
    }
    var town: Diagnosis.Town?
    if let territory {
      town = Diagnosis.Town(
        name: territory.name, folder: territory.folder, inputs: inputs(of: territory))
      do {
        let holidays = try SchoolCalendarFiles.read(territory.calendarFiles).holidays
        town?.calendar = territory.configuration.calendar(holidays)
      } catch { failures.append(error) }
      do { town?.registry = try registry(of: territory) } catch { failures.append(error) }
    }
    var diagnosis = Doctor.program()
    diagnosis.town = town
    diagnosis.failures = failures
    diagnosis.rooms = rooms(territory)
    if territory?.configuration.foreignKinds.isEmpty == false {
      // Nothing there is in the former French system.
      diagnosis.lacks.removeAll { if case .frenchGrid = $0 { true } else { false } }
    }
    diagnosis.lacks += lacks(territory, town, diagnosis.rooms)
    return diagnosis
  }

  /// The program alone: what it was built from, what it stands on, which programs it uses and which are missing.
  public static func program() -> Diagnosis {
    let tools = Diagnosis.Tool.Name.allCases.map(tool)
    let hasGrid = PROJLibrary.hasFrenchGrid
    var lacks = tools.filter { $0.path == nil }.map { Diagnosis.Lack.tool($0.name) }
    if !hasGrid { lacks.append(.frenchGrid) }
    return Diagnosis(
      commit: Program.commit, swift: Program.swift, libraries: libraries, hasFrenchGrid: hasGrid,
      tools: tools, town: nil, failures: [], rooms: [], lacks: lacks)
  }

  private static var libraries: [Diagnosis.Library] {
    [
      .init(name: "GEOS", version: GEOSLibrary.version),
      .init(name: "PROJ", version: PROJLibrary.version),
      .init(name: "SQLite", version: SQLiteLibrary.version),
      .init(name: "libosmium", version: OsmiumLibrary.version),
      .init(name: "zlib", version: ZlibLibrary.version),
    ]
  }

  private static func tool(_ name: Diagnosis.Tool.Name) -> Diagnosis.Tool {
    let program: OutsideProgram? =
      switch name {
      case .ogr2ogr: OutsideProgram("ogr2ogr")
      case .chromium:
        PagePrinter.browsers.lazy.compactMap { OutsideProgram($0) }.first
      }
    guard let program else { return Diagnosis.Tool(name: name) }
    let said = program.run(["--version"], seconds: Doctor.seconds)
    let line = said?.output.split(whereSeparator: \.isNewline).first
    return Diagnosis.Tool(
      name: name, path: program.path, version: line.map { $0.trimmingCharacters(in: .whitespaces) })
  }

  private func inputs(of territory: Territory) -> [Diagnosis.Input] {
    InputKind.allCases.flatMap { kind in
      territory.files(kind).map { file in
        var input = Diagnosis.Input(kind: kind, file: file)
        // What is not on this disk has neither size nor day.
        if let facts = try? FileManager.default.attributesOfItem(
          atPath: URL(fileURLWithPath: file).resolvingSymlinksInPath().path)
        {
          input.bytes = (facts[.size] as? NSNumber)?.intValue
          input.modified = (facts[.modificationDate] as? Date).map { CalendarDay(of: $0) }
          input.age = input.modified.map { max(0, work.today.number - $0.number) }
        }
        return input
      }
    }
  }

  /// `nil` where the territory has none.
  private func registry(of territory: Territory) throws -> Diagnosis.Registry? {
    guard try RegistryStore.exists(at: territory.registryFile) else { return nil }
    let registry = TownRegistry(of: territory, work)
    let found = try registry.verify()
    let pending = found.problems.count { $0.kind == .pendingEdit }
    return Diagnosis.Registry(
      file: found.file, schema: try registry.reading { try $0.schemaStep() },
      problems: found.problems.count - pending, pendingEdits: pending,
      isErasureUnfinished: found.isErasureUnfinished, isOpenToOthers: found.isOpenToOthers,
      isDamaged: found.isDamaged,
      establishments: found.establishments, events: found.events)
  }

  /// Where results go, and where files are unpacked and converted.
  private func rooms(_ territory: Territory?) -> [Diagnosis.Room] {
    [territory?.folder ?? search.start, NSTemporaryDirectory()].compactMap { folder in
      let facts = try? FileManager.default.attributesOfFileSystem(forPath: folder)
      return (facts?[.systemFreeSize] as? NSNumber).map {
        Diagnosis.Room(folder: folder, free: $0.intValue)
      }
    }
  }

  private func lacks(
    _ territory: Territory?, _ town: Diagnosis.Town?, _ rooms: [Diagnosis.Room]
  ) -> [Diagnosis.Lack] {
    var lacks: [Diagnosis.Lack] = []
    let foreign = territory?.configuration.foreignKinds ?? []
    if let town {
      for kind in InputKind.allCases where !foreign.contains(kind) {
        let files = town.inputs.filter { $0.kind == kind }
        // The registry stands for a file of adherents.
        let isKnown = kind == .adherents && town.registry != nil
        if files.isEmpty, !isKnown { lacks.append(.data(kind)) }
        for input in files where input.bytes == nil && !Doctor.isAddress(input.file) {
          lacks.append(.file(input.file, kind))
        }
      }
    }
    return lacks + rooms.filter(\.isShort).map { .room($0.folder) }
  }

  /// Whether a source is a database or a service.
  private static func isAddress(_ file: String) -> Bool {
    file.hasPrefix("PG:") || file.hasPrefix("WFS:")
  }
}
