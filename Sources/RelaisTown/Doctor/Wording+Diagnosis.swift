import CoverageEngine
import Foundation
public import RelaisWording

extension Wording {
  /// What `relais doctor` says, a line each.
  public func lines(of diagnosis: Diagnosis) -> [String] {
    var lines = programLines(of: diagnosis)
    if let town = diagnosis.town {
      lines += section(
        doctorTerritory(town.name, town.folder),
        town.inputs.map { ($0.kind.word, line($0, in: town)) }
          + (town.calendar.map { [(doctorCalendarTitle, doctorCalendar($0))] } ?? [])
          + [("registry", registry(town))])
      if let newest = town.newest, let oldest = town.oldest, newest != oldest,
        let last = newest.age, let first = oldest.age
      {
        lines.insert(
          "  "
            + doctorSpan(
              newest: town.name(of: newest), last, oldest: town.name(of: oldest), first),
          at: lines.count - 1)
      }
    } else if diagnosis.failures.isEmpty {
      lines += [doctorNoTerritory, ""]
    }
    if diagnosis.town?.registry?.isErasureUnfinished ?? false { lines += [erasureUnfinished, ""] }
    if let registry = diagnosis.town?.registry, registry.isOpenToOthers {
      lines += [registryOpen(registry.file), ""]
    }
    if !diagnosis.failures.isEmpty {
      lines += diagnosis.failures.map { sentence(of: $0) } + [""]
    }
    lines += section(doctorDisk, diagnosis.rooms.map { ($0.folder, doctorSize($0.free)) })
    return lines + lackLines(of: diagnosis)
  }

  /// What `relais --version` says, a line each: the part of ``lines(of:)`` that is not about a territory.
  public func versionLines(of diagnosis: Diagnosis) -> [String] {
    programLines(of: diagnosis) + lackLines(of: diagnosis)
  }

  private func programLines(of diagnosis: Diagnosis) -> [String] {
    [Program.name, ""]
      + section(
        doctorBuilt,
        [
          (doctorCommit, diagnosis.commit ?? doctorUnknown),
          ("Swift", diagnosis.swift ?? doctorUnknown),
        ]
      )
      + section(
        doctorLibraries,
        diagnosis.libraries.map { ($0.name, $0.version) } + [
          (doctorGrid, doctorPresence(diagnosis.hasFrenchGrid))
        ])
      + section(
        doctorTools,
        diagnosis.tools.map { tool in
          (tool.name.word, tool.path.map { doctorTool($0, tool.version) } ?? doctorPresence(false))
        })
  }

  private func lackLines(of diagnosis: Diagnosis) -> [String] {
    guard !diagnosis.lacks.isEmpty else { return [doctorNothingMissing] }
    return [doctorMissing] + diagnosis.lacks.map { "  - " + sentence($0) }
  }

  private func section(_ title: String, _ rows: [(String, String)]) -> [String] {
    let width = rows.map { $0.0.count }.max() ?? 0
    return [title]
      + rows.map {
        "  " + $0.0 + String(repeating: " ", count: width - $0.0.count + 2) + $0.1
      } + [""]
  }

  private func line(_ input: Diagnosis.Input, in town: Diagnosis.Town) -> String {
    let name = town.name(of: input)
    guard let bytes = input.bytes, let day = input.modified, let age = input.age else {
      return doctorFile(name)
    }
    return doctorFile(name, bytes: bytes, modified: day, age: age)
  }

  private func registry(_ town: Diagnosis.Town) -> String {
    guard let registry = town.registry else { return doctorNoRegistry }
    let parts = [
      doctorRegistry(
        schema: registry.schema ?? "", establishments: registry.establishments,
        events: registry.events, problems: registry.problems),
      registry.pendingEdits > 0 ? doctorPending(registry.pendingEdits) : nil,
    ]
    return parts.compactMap { $0 }.joined(separator: clauseSeparator)
  }

  private func sentence(_ lack: Diagnosis.Lack) -> String {
    switch lack {
    case .tool(.ogr2ogr): doctorLacksGDAL(package: lack.package ?? "")
    case .tool(.chromium): doctorLacksBrowser(package: lack.package ?? "")
    case .frenchGrid: doctorLacksGrid(package: lack.package ?? "")
    case .data(let kind): doctorLacks(kind)
    case .file(let file, let kind): doctorLacks(kind, file: file)
    case .room(let folder): doctorLacksRoom(folder)
    }
  }
}

extension Diagnosis.Town {
  /// A file as seen from the territory's folder.
  fileprivate func name(of input: Diagnosis.Input) -> String {
    input.file.hasPrefix(folder + "/") ? String(input.file.dropFirst(folder.count + 1)) : input.file
  }
}
