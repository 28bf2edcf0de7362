package import CoverageEngine
package import RelaisGeo

/// Takes an adherents' spreadsheet into the registry as it is.
///
/// A row is known again by its identifier, else its SIRET, else its name and place (``AdherentKeys``). What is
/// applied is the difference to what the file said last time: the same file twice changes nothing,
/// and a new file does not undo what was corrected by hand in between.
package enum AdherentsImporter {
  /// Reads a file and writes what is new in it, all or nothing.
  ///
  /// - Parameters:
  ///   - opened: Asked for once the file is read and gives a row: one that is refused makes no registry.
  ///   - layer: Of a file that has several; the one that evidently holds places if `nil`.
  ///   - addresses: Where rows without a position are looked up by their address; `nil` for nowhere.
  ///   - states: What words of the file mean as states, as a person explained them; case, accents and punctuation aside.
  ///   - day: The day from which what the file says holds; today if `nil`. What was known on that day already, and no longer
  ///     holds, is corrected from then on.
  ///   - isRehearsal: Whether to say what would be done and leave the registry as it is.
  /// - Throws: ``RegistryError``, ``FormatError``, ``ProjectionError``; nothing was then changed.
  package static func run(
    _ path: String, into opened: @autoclosure () throws -> RegistryStore, stamp: RegistryStamp,
    layer: String? = nil,
    mapping: ColumnMapping = ColumnMapping(), in surroundings: Surroundings,
    addresses: AddressBase? = nil, states: [String: AdherentState] = [:],
    asOf day: CalendarDay? = nil, isRehearsal: Bool = false
  ) throws -> AdherentsReport {
    let folded = Dictionary(
      states.map { (Establishment.folded($0.key), $0.value) }, uniquingKeysWith: { _, last in last }
    )
    var (rows, report) = try read(path, layer, mapping, surroundings, addresses, folded)
    guard !rows.isEmpty else {
      report.rejected.sort { line($0.place) < line($1.place) }
      return report
    }
    let store = try opened()
    if let area = rows.contains(where: { $0.values[.position] != nil }) ? store.area() : nil {
      for index in rows.indices { rows[index].doubtPosition(outside: area) }
    }
    func apply(_ writer: inout RegistryWriter) throws {
      report.edits = writer.edits
      var numbers = Set<String>()
      let isRepeated = rows.map { row in
        row.ownID.map { !numbers.insert($0.lowercased()).inserted } ?? false
      }
      let first = rows.indices.filter { !isRepeated[$0] }
      let keys = try AdherentKeys(of: first.map { rows[$0] }, writer)
      var hours = KnownHours()
      var seen = Set<String>()
      var places: [String: SourcePlace] = [:]
      var listed: [String: String] = [:]
      for (index, row) in rows.enumerated() where isRepeated[index] {
        report.rejected.append(
          RejectedRow(place: row.place, id: row.ownID, reason: .duplicateID(row.ownID ?? "")))
      }
      for (index, row) in first.map({ rows[$0] }).enumerated() {
        if let known = keys.unclear[index] {
          report.rejected.append(
            RejectedRow(place: row.place, id: row.ownID, reason: .severalMatches(known)))
          continue
        }
        let id = writer.present(id: keys.keys[index])?.id ?? keys.keys[index]
        if let name = keys.reused[index] {
          report.doubts.append(
            .init(row.place, .numberReused(number: row.ownID ?? "", holder: name)))
        }
        guard seen.insert(id).inserted else {
          // The row of one that became another says nothing new.
          if let history = writer.history(id: id), !history.absorbed.isEmpty,
            row.values.allSatisfy({ field, value in
              history.heardFromLists.contains { $0[field] == value }
            })
          {
            report.unchanged += 1
            continue
          }
          report.rejected.append(
            RejectedRow(
              place: row.place, id: row.ownID,
              reason: row.ownID.map { .duplicateID($0) } ?? .duplicateRow(row.sketch.name)))
          continue
        }
        places[id] = row.place
        if let number = row.ownID?.lowercased(), number != id { listed[number] = id }
        try take(row, id, &writer, stamp, day, &hours, &report)
      }
      try writer.keep(listNumbers: listed)
      report.list = try writer.recordList(
        named: path.split(separator: "/").last.map(String.init) ?? path)
      let touched = Set((report.added + report.changed).map(\.id))
      guard !touched.isEmpty else { return }
      if rows.contains(where: { $0.values[.sticker] != nil }) {
        let stock = try writer.stickerStock()
        if stock.bought > 0, stock.remaining < 0 { report.overdrawn = stock }
      }
      let all = writer.allHistories.compactMap { $0.establishment() }
      doubtStickers(among: all, places, &report)
      let names = Dictionary(all.map { ($0.id, $0.name) }, uniquingKeysWith: { a, _ in a })
      report.duplicates = DuplicatePair.pairs(among: all)
        .filter { touched.contains($0.first) || touched.contains($0.second) }
        .map { pair in
          .init(duplicate: pair, names: [pair.first, pair.second].map { names[$0] ?? "" })
        }
    }
    if isRehearsal {
      try store.rehearse(stamp, writesRows: false, apply)
    } else if rows.count < RowCounts.worthwhile {
      try store.write(stamp, apply)
    } else {
      try store.write(stamp) { try $0.addingMany(apply) }
    }
    report.rejected.sort { line($0.place) < line($1.place) }
    return report
  }

  /// Has somebody look at stickers the list gives to two, or to one other than its holder.
  private static func doubtStickers(
    among all: [Establishment], _ places: [String: SourcePlace],
    _ report: inout AdherentsReport
  ) {
    var holders: [String: [Establishment]] = [:]
    for one in all {
      if let number = one.stickerNumber { holders[number, default: []].append(one) }
    }
    for one in report.added + report.changed {
      guard let number = one.stickerNumber, let place = places[one.id],
        let other = holders[number]?.first(where: { $0.id != one.id })
      else { continue }
      report.doubts.append(
        .init(place, .stickerTaken(sticker: one.sticker ?? number, holder: other.name)))
    }
  }

  private static func line(_ place: SourcePlace) -> Int {
    switch place {
    case .line(let line), .record(let line): line
    case .way, .relation: 0
    }
  }

  /// What the file holds, whatever a registry may know: rows in, rows taken, rows rejected.
  ///
  /// - Throws: ``RegistryError``, ``FormatError``, ``ProjectionError``.
  package static func check(
    _ path: String, layer: String? = nil, mapping: ColumnMapping = ColumnMapping(),
    in surroundings: Surroundings
  ) throws -> ImportReport {
    let (_, report) = try read(path, layer, mapping, surroundings, nil, [:])
    return ImportReport(
      file: path, format: .adherents, rows: report.rows, rejected: report.rejected,
      findings: report.findings, columns: report.columns, understood: report.understood)
  }

  private static func read(
    _ path: String, _ layer: String?, _ mapping: ColumnMapping, _ surroundings: Surroundings,
    _ addresses: AddressBase?, _ states: [String: AdherentState]
  ) throws -> ([AdherentRow], AdherentsReport) {
    let source = try AdherentSource(path, layer: layer, mapping: mapping, in: surroundings)
    var report = AdherentsReport(
      file: path, rows: source.rowCount, rejected: source.rejected,
      ignoredColumns: source.ignored, columns: source.uses, headerLine: source.headerLine)
    report.emptyLines = source.emptyLines
    report.findings = source.findings
    report.understood = source.understood
    var rows: [AdherentRow] = []
    for cells in source.rows {
      do throws(RejectedAdherent) {
        rows.append(try AdherentRow(cells, states: states))
      } catch {
        report.rejected.append(error.row)
      }
    }
    try place(&rows, &report, source.declared, surroundings, addresses, path)
    return (rows, report)
  }

  /// Gives rows their position; those that lie nowhere are rejected.
  private static func place(
    _ rows: inout [AdherentRow], _ report: inout AdherentsReport, _ declared: ReferenceSystem?,
    _ surroundings: Surroundings, _ addresses: AddressBase?, _ path: String
  ) throws {
    var geocoder = addresses.map { Geocoder($0) }
    let raw = rows.compactMap(\.raw)
    var positions = try surroundings.positions(raw, declared: declared, file: path)[...]
    var placed: [AdherentRow] = []
    for var row in rows {
      if let raw = row.raw {
        guard let position = positions.removeFirst() else {
          report.rejected.append(
            RejectedRow(place: row.place, id: row.ownID, reason: .outOfRange("\(raw.x) \(raw.y)")))
          continue
        }
        row.values[.position] = .position(position)
        row.values[.positionSource] = row.values[.positionSource] ?? .source(.file)
      } else if row.values[.position] == nil {
        row.geocode(&geocoder)
      }
      placed.append(row)
    }
    rows = placed
  }

  private static func take(
    _ row: AdherentRow, _ id: String, _ writer: inout RegistryWriter, _ stamp: RegistryStamp,
    _ asOf: CalendarDay?, _ hours: inout KnownHours, _ report: inout AdherentsReport
  ) throws {
    let history = writer.present(id: id)
    let doubts =
      row.doubts
      + FactDoubts.reasons(
        of: row.values.filter { $0.key != .sticker }.mapValues { $0 }, in: row.sketch,
        today: stamp.today, areUnderstood: { hours.areUnderstood($0) }
      ) { row.titles[$0] ?? $0.word }.map { AdherentDoubt(row.place, $0) }
    var values: [EstablishmentField: FactValue?] = row.values.mapValues { $0 }
    var day = asOf ?? stamp.today
    let isGone = row.unreadState.map(AdherentWords.soundsGone) ?? false
    if let word = row.unreadState {
      report.note(
        unreadState: word, takenFor: history != nil ? nil : isGone ? .prospect : .adherent)
    }
    if let history {
      // Before it was known there is nothing to correct.
      if let first = history.standing.first?.holdsFrom { day = max(day, first) }
      // A position someone set or a file gave is better than one looked up.
      if row.isGeocoded, !AddressFacts.mayPlace(history.establishment()) {
        for field in [EstablishmentField.position, .positionSource, .positionQuality] {
          values[field] = nil
        }
      }
      // What the file said before, and did not change since, is no news.
      let before = history.heardFromLists
      values = values.filter { field, value in !before.contains { $0[field] == value } }
      if case .state(let state)?? = values[.state], let now = history.establishment()?.state,
        now != state, !now.successors.contains(state)
      {
        values[.state] = nil
        report.doubts.append(
          .init(row.place, .stateForbidden(from: now, to: state)))
      }
    } else {
      // A list of adherents is of adherents; a word nobody understands does not make less of one, unless it speaks of an end.
      if row.values[.state] == nil {
        values[.state] = .state(isGone ? .prospect : .adherent)
      }
      // The charter dates that somebody joined, and nothing else.
      if case .day(let charter)? = row.values[.charterOn], charter <= stamp.today,
        case .state(.adherent)?? = values[.state], asOf == nil
      {
        day = charter
      }
    }
    report.doubts += doubts
    let event =
      values.isEmpty
      ? nil : try writer.record(.imported, of: id, values, from: day)
    var change = AdherentsReport.Change(fields: event?.changes ?? [:])
    if var contact = row.contact {
      contact.establishment = id
      change.isContact = try writer.importContact(contact)
    }
    guard event != nil || change.isContact, let now = writer.history(id: id)?.establishment() else {
      report.unchanged += 1
      return
    }
    if history == nil {
      report.added.append(now)
    } else {
      report.changed.append(now)
      report.changes[id] = change
    }
  }
}

extension EstablishmentHistory {
  /// What lists said last time of it, and of those that became it.
  fileprivate var heardFromLists: [Establishment] { ([self] + allAbsorbed).compactMap(\.listed) }
}

/// Whether hours are understood; lists have few, and each many times.
private struct KnownHours {
  private var known: [String: Bool] = [:]

  mutating func areUnderstood(_ text: String) -> Bool {
    if let known = known[text] { return known }
    let isUnderstood = (try? OpeningHours(parsing: text)) != nil
    known[text] = isUnderstood
    return isUnderstood
  }
}
