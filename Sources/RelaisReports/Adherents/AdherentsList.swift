package import CoverageEngine
package import RelaisWording

/// The adherents as a table, for a terminal or a spreadsheet.
package enum AdherentsList {
  /// Columns for a terminal: what distinguishes one from another, and what is to be done.
  package static let short: [EstablishmentField] = [.name, .kind, .state, .address, .city]

  /// Lines of text, columns aligned; a heading first.
  package static func text(_ establishments: [Establishment], _ wording: Wording) -> String {
    var rows = [[wording.say("adherents.text")] + short.map { wording.name($0) }]
    rows += establishments.map { one in
      [one.code]
        + short.map { field in
          let text = one[field].map { wording.value($0) } ?? ""
          // A cell is one line, whatever the name holds.
          let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
          return line.count > 40 ? line.prefix(39) + "…" : line
        }
    }
    return AlignedColumns.text(rows)
  }

  /// All facts of one establishment, its contacts apart, and its history.
  package static func sheet(
    _ history: EstablishmentHistory, contacts: [Contact], on day: CalendarDay?, _ wording: Wording
  ) -> String {
    guard let one = history.establishment(on: day) else {
      return wording.say("adherents.sheet.notYet")
    }
    var lines = ["\(one.code)  \(one.name)", wording.labelled("id", one.id)]
    for field in EstablishmentField.allCases where field != .name {
      guard let value = one[field] else { continue }
      lines.append(wording.labelled(wording.name(field), wording.value(value)))
    }
    for contact in contacts {
      let parts = [contact.name, contact.phone, contact.email].compactMap { $0 }
      lines.append(
        wording.labelled(
          wording.say("adherents.changedLine.contact"), parts.joined(separator: ", ")))
    }
    lines.append(wording.labelled(wording.say("adherents.sheet.history"), ""))
    for event in ([history] + history.allAbsorbed).flatMap(\.events).sorted(by: {
      ($0.holdsFrom, $0.sequence) < ($1.holdsFrom, $1.sequence)
    }) {
      var line = "  \(event.holdsFrom.iso)  \(wording.name(event.kind))"
      if let outcome = event.outcome { line = wording.labelled(line, wording.name(outcome)) }
      let number = wording.eventNumber(event.sequence, undoneBy: history.takenBack[event.sequence])
      line += " (\(event.author), \(number))"
      if let reason = event.reason { line = wording.labelled(line, reason) }
      lines.append(line)
      for field in EstablishmentField.allCases {
        guard let value = event.changes[field] else { continue }
        lines.append(
          "    " + wording.name(field) + " = "
            + (value.map { wording.value($0) } ?? "—"))
      }
    }
    return lines.joined(separator: "\n")
  }
}
