package import CoverageEngine

/// What `relais doctor` says, and its help.
extension Wording {
  package var doctorAbstract: String { say("doctor.abstract") }
  package var doctorDiscussion: String { say("doctor.discussion") }

  package var doctorBuilt: String { say("doctor.built") }
  package var doctorCommit: String { say("doctor.commit") }
  package var doctorUnknown: String { say("doctor.unknown") }
  package var doctorLibraries: String { say("doctor.libraries") }
  package var doctorGrid: String { say("doctor.grid") }
  package var doctorTools: String { say("doctor.tools") }
  package var doctorNoTerritory: String { say("doctor.noTerritory") }
  package var doctorNoRegistry: String { say("doctor.noRegistry") }
  package var doctorDisk: String { say("doctor.disk") }
  package var doctorMissing: String { say("doctor.missing") }
  package var doctorNothingMissing: String { say("doctor.nothingMissing") }

  package func doctorPresence(_ isThere: Bool) -> String {
    isThere ? say("doctor.present") : say("doctor.absent")
  }

  package func doctorTool(_ path: String, _ version: String?) -> String {
    guard let version else { return path }
    return say("doctor.tool", ["path": .text(path), "version": .text(version)])
  }

  package var doctorCalendarTitle: String { say("doctor.calendarTitle") }

  /// Which calendar counts, and how far it reaches.
  package func doctorCalendar(_ calendar: FrenchCalendar) -> String {
    let name = self.calendar(calendar)
    guard let end = calendar.reach?.upperBound, calendar.hasHolidays else { return name }
    return say("doctor.calendar", ["calendar": .text(name), "end": .date(end)])
  }

  package func doctorTerritory(_ name: String, _ folder: String) -> String {
    say("doctor.territory", ["name": .text(name), "folder": .text(folder)])
  }

  /// A file that is not there.
  package func doctorFile(_ name: String) -> String {
    say("doctor.fileAbsent", ["name": .text(name)])
  }

  /// - Parameter age: Days since it was modified.
  package func doctorFile(
    _ name: String, bytes: Int, modified day: CalendarDay, age: Int
  ) -> String {
    say(
      "doctor.file",
      [
        "name": .text(name), "size": .text(doctorSize(bytes)), "day": .date(day),
        "age": .text(doctorAge(age)),
      ])
  }

  package func doctorSpan(newest: String, _ last: Int, oldest: String, _ first: Int) -> String {
    say(
      "doctor.span",
      [
        "newest": .text(newest), "last": .text(doctorAge(last)), "oldest": .text(oldest),
        "first": .text(doctorAge(first)),
      ])
  }

  private func doctorAge(_ days: Int) -> String {
    days == 0 ? say("doctor.today") : say("doctor.age", ["days": .integer(days)])
  }

  package func doctorSize(_ bytes: Int) -> String {
    switch bytes {
    case ..<1_000_000: say("doctor.kilobytes", ["size": .number(Double(bytes) / 1e3)])
    case ..<1_000_000_000: say("doctor.megabytes", ["size": .number(Double(bytes) / 1e6)])
    default: say("doctor.gigabytes", ["size": .number(Double(bytes) / 1e9)])
    }
  }

  package func doctorRegistry(
    schema: String, establishments: Int, events: Int, problems: Int
  ) -> String {
    guard problems == 0 else {
      return say(
        "doctor.registryUnsound", ["schema": .text(schema), "problems": .integer(problems)])
    }
    return say(
      "doctor.registry",
      [
        "schema": .text(schema), "establishments": .integer(establishments),
        "events": .integer(events),
      ])
  }

  /// Edits that are no damage.
  package func doctorPending(_ edits: Int) -> String {
    say("doctor.pending", ["edits": .integer(edits)])
  }

  package func doctorLacksGDAL(package name: String) -> String {
    say("doctor.lacksGDAL", ["package": .text(name)])
  }

  package func doctorLacksBrowser(package name: String) -> String {
    say("doctor.lacksBrowser", ["package": .text(name)])
  }

  package func doctorLacksGrid(package name: String) -> String {
    say("doctor.lacksGrid", ["package": .text(name)])
  }

  package func doctorLacks(_ kind: InputKind) -> String {
    say("doctor.lacksData", ["kind": .text(name(kind)), "benefit": .text(benefit(kind))])
  }

  package func doctorLacks(_ kind: InputKind, file: String) -> String {
    say("doctor.lacksFile", ["kind": .text(name(kind)), "file": .text(file)])
  }

  package func doctorLacksRoom(_ folder: String) -> String {
    say("doctor.lacksRoom", ["folder": .text(folder)])
  }
}
