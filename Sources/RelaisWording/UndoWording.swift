package import CoverageEngine

/// Changes of the registry, their taking back, and the merging of two establishments.
extension Wording {
  /// An establishment in a line: code, name, address, state.
  package func line(_ one: Establishment) -> String {
    let what = [one.name, one.address.line, one.address.city].compactMap { $0 }
      .joined(separator: ", ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard let state = one.state else {
      return say("undo.line", ["code": .text(one.code), "what": .text(what)])
    }
    return say(
      "undo.line.state",
      ["code": .text(one.code), "what": .text(what), "state": .text(name(state))])
  }

  /// Lines of establishments, each indented.
  package func lines(_ establishments: [Establishment]) -> String {
    establishments.map { "  " + line($0) }.joined(separator: "\n")
  }

  /// What a change was, in words.
  ///
  /// - Parameter names: The establishments by identifier, as they are or last were.
  package func what(_ act: RegistryAct, _ names: [String: Establishment]) -> String {
    let count = Set(act.events.filter { !$0.isOfTown }.map(\.establishment)).count
    if let list = act.list {
      return list.file.map {
        say("undo.what.list.file", ["file": .text($0), "establishments": .integer(count)])
      } ?? say("undo.what.list", ["establishments": .integer(count)])
    }
    let uses = act.events.compactMap(\.use).map { name($0) }
    if !uses.isEmpty {
      guard count > 0 else { return uses.joined(separator: clauseSeparator) }
      var rest = act
      rest.events.removeAll(where: \.isOfTown)
      return (uses + [what(rest, names)]).joined(separator: clauseSeparator)
    }
    // Of a candidate taken up by a visit, the visit.
    guard let event = act.events.first(where: { $0.outcome != nil }) ?? act.events.first else {
      return ""
    }
    var kind = event.outcome.map { labelled(name(event.kind), name($0)) } ?? name(event.kind)
    if let undone = act.undoes {
      kind = say("undo.what.undone", ["handle": .text(handle(undone))])
    }
    if count == 0 { return kind }
    guard count == 1, let one = names[event.establishment] else {
      return say(
        "undo.what.several", ["kind": .text(kind), "establishments": .integer(count)])
    }
    return say("undo.what.event", ["kind": .text(kind), "line": .text(line(one))])
  }

  private func name(_ use: RegistryEvent.Use) -> String {
    switch use {
    case .stickers(.bought, let count): say("undo.use.bought", ["count": .integer(count)])
    case .stickers(.lost, let count): say("undo.use.lost", ["count": .integer(count)])
    case .stickers(.recovered, let count): say("undo.use.recovered", ["count": .integer(count)])
    case .sheltered(let sheltering):
      say(
        "undo.use.sheltered",
        ["day": .date(sheltering.day), "outcome": .text(name(sheltering.outcome))])
    }
  }

  /// How a change is called in a sentence.
  package func handle(_ target: UndoTarget) -> String {
    switch target {
    case .event(let number): number.eventNumber(self)
    case .last, .list, .file: target.text
    }
  }

  /// The number of an event, and what took it back.
  package func eventNumber(_ number: Int64, undoneBy other: Int64? = nil) -> String {
    guard let other else { return number.eventNumber(self) }
    return say(
      "undo.eventNumber.undone", ["number": .digits(Int(number)), "by": .digits(Int(other))])
  }

  /// A change that was taken back: what it was, what became of each establishment, and the way back.
  package func undone(_ undone: UndoneChange, isRehearsal: Bool) -> String {
    var names: [String: Establishment] = [:]
    for effect in undone.effects {
      if let one = effect.after ?? effect.before { names[one.id] = one }
    }
    let handle = handle(undone.act.handle)
    let what = what(undone.act, names)
    var lines = [
      isRehearsal
        ? say("undo.done.rehearsal", ["handle": .text(handle), "what": .text(what)])
        : say("undo.done", ["handle": .text(handle), "what": .text(what)])
    ]
    let effects = undone.effects.compactMap { effect in
      (effect.after ?? effect.before).map { ($0, effect) }
    }
    lines += effects.prefix(Wording.shownEffects).map { one, effect in
      "  "
        + say(
          "undo.effect",
          [
            "code": .text(one.code), "name": .text(one.name),
            "changes": .text(changes(effect).joined(separator: clauseSeparator)),
          ])
    }
    if effects.count > Wording.shownEffects {
      lines.append(
        "  " + say("undo.further", ["count": .integer(effects.count - Wording.shownEffects)]))
    }
    lines += undone.left.map { block in
      say("undo.left", ["line": .text(line(block.establishment)), "events": .text(events(block))])
    }
    if !isRehearsal {
      lines.append(say("undo.back", ["number": .digits(Int(undone.number))]))
    }
    return lines.joined(separator: "\n")
  }

  private static let shownEffects = 20

  private func changes(_ effect: UndoneChange.Effect) -> [String] {
    var parts: [String] = []
    switch (effect.before, effect.after) {
    case (_?, nil): parts.append(say("undo.effect.removed"))
    case (nil, _?): parts.append(say("undo.effect.back"))
    case (let before?, let after?):
      parts += EstablishmentField.allCases.filter { before[$0] != after[$0] }.map { field in
        name(field) + " = " + (after[field].map { value($0) } ?? "—")
      }
    case (nil, nil): break
    }
    if effect.isContactRestored { parts.append(say("undo.effect.contact")) }
    if parts.isEmpty { parts.append(say("undo.effect.none")) }
    if !effect.kept.isEmpty {
      let names = EstablishmentField.allCases.filter(effect.kept.contains).map { name($0) }
      parts.append(say("undo.effect.kept", ["fields": .list(names)]))
    }
    return parts
  }

  /// The later events of an establishment that keep others from being taken back.
  package func events(_ block: BlockedUndo) -> String {
    block.events.map { event in
      "\(name(event.kind)) \(event.holdsFrom.iso) " + event.sequence.eventNumber(self)
    }.joined(separator: ", ")
  }

  /// What makes two establishments one did, or would do.
  package func merged(_ merged: MergedChange, isRehearsal: Bool) -> String {
    let (one, other) = (line(merged.one), line(merged.other))
    var lines = [
      isRehearsal
        ? say("undo.merged.rehearsal", ["other": .text(other), "one": .text(one)])
        : say("undo.merged", ["other": .text(other), "one": .text(one)])
    ]
    let fields = EstablishmentField.allCases
    let filled = fields.filter(merged.filled.contains).map { name($0) }
    if !filled.isEmpty { lines.append(say("undo.merged.filled", ["fields": .list(filled)])) }
    let differences = fields.filter(merged.differing.contains).compactMap { field -> String? in
      guard let kept = merged.one[field], let dropped = merged.other[field] else { return nil }
      return say(
        "undo.difference",
        [
          "field": .text(name(field)), "kept": .text(value(kept)),
          "dropped": .text(value(dropped)),
        ])
    }
    if !differences.isEmpty {
      lines.append(
        say(
          "undo.merged.differing",
          ["code": .text(merged.one.code), "differences": .list(differences)]))
    }
    switch merged.contact {
    case .same: break
    case .taken: lines.append(say("undo.merged.contactTaken"))
    case .kept:
      lines.append(say("undo.merged.contactKept", ["code": .text(merged.one.code)]))
    }
    if !isRehearsal {
      lines.append(say("undo.merged.back", ["number": .digits(Int(merged.number))]))
    }
    return lines.joined(separator: "\n")
  }

  /// How an import is taken back.
  package func importUndo(_ list: RegistryAct.ImportedList) -> String {
    "  " + say("undo.importUndo", ["handle": .text(UndoTarget.list(list.number).text)])
  }

  /// Which establishment a name with a wrong letter was taken for.
  package func taken(_ text: String, for one: Establishment) -> String {
    say("undo.taken", ["text": .text(text), "line": .text(line(one))])
  }

  /// What was searched stands nowhere as it is written; establishments that are nearly called so are shown.
  package func searchGuessed(_ text: String) -> String {
    say("adherents.searchGuessed", ["text": .text(text)])
  }

  package func name(_ reason: ProbableDouble.Reason) -> String {
    switch reason {
    case .siret: say("adherents.name.siret")
    case .phone: say("undo.reason.phone")
    case .name: say("undo.reason.name")
    case .address: say("undo.reason.address")
    }
  }

  /// The columns of the list of changes.
  package var actColumns: [String] {
    [
      say("undo.head.number"), say("undo.head.day"), say("undo.head.change"),
      say("undo.head.by"), say("undo.head.state"),
    ]
  }

  package var undoAbstract: String { say("undo.undoAbstract") }
  package var undoDiscussion: String { say("undo.undoDiscussion") }
  package var undoHelp: String { say("undo.undoHelp") }
  package var mergeAbstract: String { say("undo.mergeAbstract") }
  package var mergeDiscussion: String { say("undo.mergeDiscussion") }
  package var mergeOneHelp: String { say("undo.mergeOneHelp") }
  package var mergeOtherHelp: String { say("undo.mergeOtherHelp") }
  package var historyAbstract: String { say("undo.historyAbstract") }
  package var historyDiscussion: String { say("undo.historyDiscussion") }
  package var historyCodeHelp: String { say("undo.historyCodeHelp") }
  package var historyLimitHelp: String { say("undo.historyLimitHelp") }
  package var anywayHelp: String { say("undo.anywayHelp") }
}

extension Int64 {
  fileprivate func eventNumber(_ wording: Wording) -> String {
    wording.say("undo.eventNumber", ["number": .digits(Int(self))])
  }
}
