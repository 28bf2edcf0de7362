import CoverageEngine
import GRDB
import RelaisGeo

/// Rows that differ from what their events add up to: proposals, taken as events or put back.
enum RegistryEdits {
  /// The author of what comes from the file itself; nobody knows who sat at that program.
  static let author = "registry.gpkg"

  static func take(
    into writer: inout RegistryWriter, _ stamp: RegistryStamp, _ area: () -> Envelope?
  ) throws -> [RegistryEdit] {
    // Asked once, and only if something moved: the answer may need the town's streets to be read.
    var box: Envelope??
    func isOutside(_ record: EstablishmentRecord) -> Bool {
      guard let point = record.position else { return false }
      let known = box ?? area()
      box = known
      return known.map { !$0.contains(point) } ?? false
    }
    var edits: [RegistryEdit] = []
    var (records, seen) = try EstablishmentRecord.differing(
      from: { [histories = writer.histories] in histories[$0]?.establishment() }, writer.database)
    for record in records {
      if record.isCapital {
        try writer.database.execute(
          sql: "UPDATE establishments SET uuid = ? WHERE fid = ?",
          arguments: [record.id, record.key])
      }
      // Each row is a change of its own, as whoever takes it back sees it.
      defer { writer.endAct() }
      if let id = record.id, let known = writer.history(id: id)?.establishment() {
        seen.insert(id)
        if EstablishmentRecord.texts(of: known) != record.texts {
          let isOutside = known.text(.position) != record.texts[.position] && isOutside(record)
          edits += try changed(record, known, isOutside: isOutside, &writer, stamp)
        }
      } else {
        edits += try added(record, isOutside: isOutside(record), &writer, stamp)
        if let id = edits.last?.establishment { seen.insert(id) }
      }
    }
    for history in writer.allHistories
    where history.isPresent && !seen.contains(history.id) {
      try refuse(
        .init(establishment: history.id, field: nil, refusal: .rowDeleted), value: nil, writer,
        stamp)
      try writer.restoreRow(of: history.id)
      edits.append(.init(establishment: history.id, field: nil, refusal: .rowDeleted))
    }
    return edits + (try contacts(&writer))
  }

  /// Contacts another program wrote: what is doubtful in them is said, and kept.
  private static func contacts(_ writer: inout RegistryWriter) throws -> [RegistryEdit] {
    try ContactRecord.edited(writer.database).compactMap { id, _, contact in
      guard let one = writer.present(id: contact.establishment) else { return nil }
      defer { writer.endAct() }
      try ContactRecord.takeAsWritten(id, of: contact.establishment, writer.database)
      try writer.record(.contact, of: one.id, [:], author: author)
      var edit = RegistryEdit(establishment: one.id, field: nil)
      edit.isContact = true
      edit.doubts = FactDoubts.reasons(of: contact)
      return edit
    }
  }

  private static func changed(
    _ record: EstablishmentRecord, _ known: Establishment, isOutside: Bool,
    _ writer: inout RegistryWriter, _ stamp: RegistryStamp
  ) throws -> [RegistryEdit] {
    var edits: [RegistryEdit] = []
    for field in EstablishmentField.allCases where known.text(field) != record.texts[field] {
      var edit = RegistryEdit(establishment: known.id, field: field)
      let value = record.texts[field]
      if field == .position, isOutside || value == nil {
        edit.refusal = value == nil ? .positionErased : .outsideTerritory
        try refuse(edit, value: value, writer, stamp)
        edits.append(edit)
        continue
      }
      do {
        var changes: [EstablishmentField: FactValue?] = [field: value.map { read($0, field) }]
        if field == .position, value != nil {
          changes[.positionSource] = .source(.map)
          changes.updateValue(nil, forKey: .positionQuality)
        }
        try writer.record(.edited, of: known.id, changes, author: author)
        edit.doubts = doubts(of: changes, known.id, writer, stamp)
      } catch let error as RegistryError {
        guard let refusal = refusal(error) else { throw error }
        edit.refusal = refusal
        try refuse(edit, value: value, writer, stamp)
      }
      edits.append(edit)
    }
    try writer.restoreRow(of: known.id)
    return edits
  }

  /// A row without history: a new establishment if it has a name; without its position if that is
  /// outside the territory.
  private static func added(
    _ record: EstablishmentRecord, isOutside: Bool, _ writer: inout RegistryWriter,
    _ stamp: RegistryStamp
  ) throws -> [RegistryEdit] {
    let id = RegistryUUID.derived(
      from: ["edit", String(record.key), record.texts[.name] ?? "", stamp.recordedAt])
    var values: [EstablishmentField: FactValue?] = [:]
    var edits: [RegistryEdit] = []
    for field in EstablishmentField.allCases {
      guard let text = record.texts[field] else { continue }
      let value = read(text, field)
      // A cell that cannot be read costs itself, and not the row.
      guard field == .name || field.canonical(value) != nil else {
        let edit = RegistryEdit(establishment: id, field: field, refusal: .badValue)
        try refuse(edit, value: text, writer, stamp)
        edits.append(edit)
        continue
      }
      values[field] = value
    }
    if values[.state] == nil { values[.state] = .state(.prospect) }
    if isOutside {
      values[.position] = nil
      let edit = RegistryEdit(establishment: id, field: .position, refusal: .outsideTerritory)
      try refuse(edit, value: record.texts[.position], writer, stamp)
      edits.append(edit)
    } else if record.position != nil {
      values[.positionSource] = .source(.map)
    }
    try writer.database.execute(
      sql: "DELETE FROM establishments WHERE fid = ?", arguments: [record.key])
    var edit = RegistryEdit(establishment: id, field: nil)
    do {
      try writer.record(.edited, of: id, values, author: author)
      edit.doubts = doubts(of: values, id, writer, stamp)
    } catch let error as RegistryError {
      guard let refusal = refusal(error) else { throw error }
      edit.refusal = refusal
      let content = EstablishmentField.allCases.compactMap { field in
        record.texts[field].map { "\(field.rawValue)=\($0)" }
      }
      try refuse(edit, value: content.joined(separator: "; "), writer, stamp)
    }
    return edits + [edit]
  }

  private static func doubts(
    of changes: [EstablishmentField: FactValue?], _ id: String, _ writer: RegistryWriter,
    _ stamp: RegistryStamp
  ) -> [AdherentDoubt.Reason] {
    writer.history(id: id)?.establishment().map {
      FactDoubts.reasons(of: changes, in: $0, today: stamp.today)
    } ?? []
  }

  /// What a cell says; what its field cannot hold is refused when it is recorded.
  private static func read(_ text: String, _ field: EstablishmentField) -> FactValue {
    AdherentWords.value(text, of: field) ?? field.value(reading: text) ?? .unread(text)
  }

  private static func refusal(_ error: RegistryError) -> RegistryEdit.Refusal? {
    switch error {
    case .badValue: .badValue
    case .nameMissing: .nameMissing
    case .nameTooLong: .nameTooLong
    case .stateForbidden: .stateForbidden
    default: nil
    }
  }

  /// Keeps what was refused: put back is not lost.
  private static func refuse(
    _ edit: RegistryEdit, value: String?, _ writer: RegistryWriter, _ stamp: RegistryStamp
  ) throws {
    try writer.database.execute(
      sql: """
        INSERT INTO rejected_edits (establishment, field, value, reason, recorded_at)
        VALUES (?, ?, ?, ?, ?)
        """,
      arguments: [
        edit.establishment, edit.field?.rawValue, value, edit.refusal?.rawValue ?? "",
        stamp.recordedAt,
      ])
  }
}
