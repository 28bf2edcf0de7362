import CoverageEngine
import GRDB
import RelaisGeo

/// Runs as rows of their tables.
enum RunTables {
  /// All runs in the order they were recorded; what cannot be read is left out, and reported by
  /// `verify`. A file of an older version, opened for reading only, has no such tables yet.
  static func all(_ database: Database) throws -> [RunRecord] {
    try rows(database).compactMap(\.run)
  }

  /// What of the rows cannot be read, as `verify` names it.
  static func problems(_ database: Database) throws -> [RegistryProblem] {
    try rows(database).filter { $0.run == nil }.map {
      .init(.history, .row(table: "runs", id: $0.id ?? 0))
    }
  }

  private static func rows(_ database: Database) throws -> [(id: Int64?, run: RunRecord?)] {
    guard try database.tableExists("runs") else { return [] }
    var inputs: [Int64: [RunRecord.Input]] = [:]
    var figures: [Int64: [RunRecord.Figure]] = [:]
    var damaged = Set<Int64>()
    for row in try Row.fetchAll(
      database, sql: "SELECT run, kind, sha256 FROM run_inputs ORDER BY id")
    {
      guard let run: Int64 = row.value(0) else { continue }
      guard let kind = row.text(1), let fingerprint = row.text(2) else {
        damaged.insert(run)
        continue
      }
      inputs[run, default: []].append(.init(kind: SourceKind(kind), fingerprint: fingerprint))
    }
    for row in try Row.fetchAll(
      database, sql: "SELECT run, name, district, budget_mm, value FROM run_figures ORDER BY id")
    {
      guard let run: Int64 = row.value(0) else { continue }
      guard let text = row.text(1), let value: Int64 = row.value(4) else {
        damaged.insert(run)
        continue
      }
      // A newer program may keep further figures.
      guard let name = RunRecord.Figure.Name(rawValue: text) else { continue }
      let budget: Int64? = row.value(3)
      figures[run, default: []].append(
        .init(
          name, district: row.text(2), budget: budget.map { Budget(Length(millimetres: $0)) }, value
        ))
    }
    return try Row.fetchAll(
      database,
      sql: "SELECT id, as_of, ran_on, program, parameters, last_event FROM runs ORDER BY id"
    ).map { row in
      guard let id: Int64 = row.value(0), !damaged.contains(id),
        let asOf = row.text(1).flatMap({ CalendarDay($0) }),
        let ranOn = row.text(2).flatMap({ CalendarDay($0) }), let program = row.text(3),
        let parameters = row.text(4), let lastEvent: Int64 = row.value(5)
      else { return (row.value(0), nil) }
      return (
        id,
        RunRecord(
          asOf: asOf, ranOn: ranOn, program: program, parameters: parameters,
          lastEvent: lastEvent, inputs: inputs[id] ?? [], figures: figures[id] ?? [])
      )
    }
  }

  static func write(_ run: RunRecord, _ database: Database) throws {
    let fingerprint = fingerprint(of: run)
    let own = try Int64.fetchOne(
      database, sql: "SELECT id FROM runs WHERE fingerprint = ?", arguments: [fingerprint])
    if let own {
      let last = try Int64.fetchOne(
        database, sql: "SELECT max(id) FROM runs WHERE as_of = ?", arguments: [run.asOf.iso])
      if last == own { return }
      for (table, key) in [("run_inputs", "run"), ("run_figures", "run"), ("runs", "id")] {
        try database.execute(
          sql: "DELETE FROM \(table) WHERE \(key) = ?", arguments: [own])
      }
    }
    try database.execute(
      sql: """
        INSERT INTO runs (as_of, ran_on, program, parameters, last_event, fingerprint)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        run.asOf.iso, run.ranOn.iso, run.program, run.parameters, run.lastEvent, fingerprint,
      ])
    let id = database.lastInsertedRowID
    for input in run.inputs {
      try database.execute(
        sql: "INSERT INTO run_inputs (run, kind, sha256) VALUES (?, ?, ?)",
        arguments: [id, input.kind.text, input.fingerprint])
    }
    for figure in run.figures {
      try database.execute(
        sql: """
          INSERT INTO run_figures (run, name, district, budget_mm, value) VALUES (?, ?, ?, ?, ?)
          """,
        arguments: [
          id, figure.name.rawValue, figure.district, figure.budget?.millimetres, figure.value,
        ])
    }
  }

  /// What distinguishes runs: the day, what was asked, what was read, and by which program.
  private static func fingerprint(of run: RunRecord) -> String {
    let lines =
      [run.asOf.iso, run.program, run.parameters]
      + run.inputs.map { "\($0.kind.text) \($0.fingerprint)" }
    return Fingerprint.of(Array(lines.joined(separator: "\n").utf8))
  }
}
