package import CoverageEngine
import RelaisFormats
package import RelaisWording

/// The changes of a registry, the last first.
package struct ActsList {
  private let acts: [RegistryAct]
  private let names: [String: Establishment]

  /// - Parameters:
  ///   - acts: The last first.
  ///   - names: Establishments by identifier, as they are or last were.
  package init(_ acts: [RegistryAct], names: [String: Establishment]) {
    self.acts = acts
    self.names = names
  }

  /// Lines of text, columns aligned; a heading first.
  package func text(_ wording: Wording) -> String {
    var rows = [wording.actColumns]
    rows += acts.map { act in
      [
        act.handle.text, String(act.events[0].recordedAt.prefix(10)),
        wording.what(act, names), act.events[0].author,
        act.undoneBy.map(String.init) ?? "",
      ]
    }
    return AlignedColumns.text(rows)
  }

  /// `relais adherents history --json`: schema `relais.history/1`.
  package func json() -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("schema")
    json.string("relais.history/1")
    json.key("count")
    json.integer(acts.count)
    json.key("changes")
    json.beginArray()
    for act in acts {
      json.breakLine()
      json.beginObject()
      json.key("change")
      json.string(act.handle.text)
      json.key("kind")
      json.string((act.events.first { $0.outcome != nil } ?? act.events[0]).kind.rawValue)
      json.key("file")
      if let file = act.list?.file { json.string(file) } else { json.null() }
      json.key("recorded_at")
      json.string(act.events[0].recordedAt)
      json.key("author")
      json.string(act.events[0].author)
      json.key("undoes")
      if let target = act.undoes { json.string(target.text) } else { json.null() }
      json.key("undone_by")
      if let by = act.undoneBy { json.string(String(by)) } else { json.null() }
      json.key("is_undone")
      json.bool(act.isTakenBack)
      json.key("events")
      json.beginArray()
      for event in act.events {
        self.event(event, isTakenBack: act.takenBack[event.sequence] != nil, &json)
      }
      json.endArray()
      json.endObject()
    }
    json.endArray()
    json.endObject()
    return json.finish()
  }

  private func event(_ event: RegistryEvent, isTakenBack: Bool, _ json: inout JSONWriter) {
    json.beginObject()
    json.key("number")
    json.integer(Int(event.sequence))
    json.key("id")
    if event.isOfTown { json.null() } else { json.string(event.establishment) }
    json.key("name")
    if let name = names[event.establishment]?.name { json.string(name) } else { json.null() }
    json.key("kind")
    json.string(event.kind.rawValue)
    json.key("holds_from")
    json.string(event.holdsFrom.iso)
    json.key("outcome")
    if let outcome = event.outcome { json.string(outcome.rawValue) } else { json.null() }
    json.key("stickers")
    if case .stickers(let movement, let quantity)? = event.use {
      json.beginObject()
      json.key("movement")
      json.string(movement.rawValue)
      json.key("quantity")
      json.integer(quantity)
      json.endObject()
    } else {
      json.null()
    }
    json.key("reason")
    if let reason = event.reason { json.string(reason) } else { json.null() }
    json.key("is_undone")
    json.bool(isTakenBack)
    json.key("facts")
    json.beginObject()
    for field in EstablishmentField.allCases {
      guard let value = event.changes[field] else { continue }
      json.key(field.rawValue)
      if let value { json.string(value.text) } else { json.null() }
    }
    json.endObject()
    json.endObject()
  }
}
