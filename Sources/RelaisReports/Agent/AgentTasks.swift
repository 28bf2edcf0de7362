import CoverageEngine
import RelaisGeo
import RelaisWording

/// Goes through the adherents' file and lists what is to be done.
struct AgentTasks {
  /// A condition looked at longer ago is to be looked at again.
  static let conditionYears = 2
  /// Days ahead a call-back is listed.
  static let callBackDays = 14

  private let file: AgentFile
  private let findings: [Finding]
  private let wording: Wording

  init(_ file: AgentFile, findings: [Finding], _ wording: Wording) {
    self.file = file
    self.findings = findings
    self.wording = wording
  }

  /// The most urgent first, then by kind, the longest ago, name and id.
  func all() -> [AgentTask] {
    let establishments = file.establishments
    var tasks = followUps(establishments) + retention() + stickers(establishments)
    for one in establishments {
      tasks += callBack(one)
      if one.state == .adherent { tasks += adherent(one) }
    }
    tasks += duplicates(establishments) + foundClosed() + found(establishments)
    func rank(_ task: AgentTask) -> (Int, Int, String, String, String) {
      (
        AgentTask.Urgency.allCases.firstIndex(of: task.urgency) ?? 0,
        AgentTask.Kind.allCases.firstIndex(of: task.kind) ?? 0, task.since?.iso ?? "",
        Establishment.folded(task.name), task.id + task.text
      )
    }
    return tasks.sorted { rank($0) < rank($1) }
  }

  private func task(
    _ urgency: AgentTask.Urgency, _ kind: AgentTask.Kind, _ one: Establishment, _ text: String,
    since: CalendarDay? = nil, _ command: String
  ) -> AgentTask {
    AgentTask(
      urgency: urgency, kind: kind, id: one.id, code: one.code, name: one.name, text: text,
      since: since, command: "relais adherents " + command)
  }

  private func followUps(_ establishments: [Establishment]) -> [AgentTask] {
    FollowUps(establishments, today: file.today, knownSince: file.histories.knownSince).due.map {
      due in
      task(
        due.isOverdue ? .now : .soon, .followUp, due.establishment,
        wording.followUpTask(due), since: due.last,
        "follow-up \(due.establishment.code)")
    }
  }

  private func retention() -> [AgentTask] {
    file.expired.map { one, since in
      task(.now, .retention, one, wording.retentionTask, since: since, "retention --erase")
    }
  }

  private func stickers(_ establishments: [Establishment]) -> [AgentTask] {
    let suspended = establishments.filter { $0.state == .suspended && $0.stickerNumber != nil }
    return (file.stock.toRecover + suspended).map { one in
      task(
        one.state == .suspended ? .soon : .now, .recoverSticker, one,
        wording.recoverStickerTask(one), since: lastState(of: one.id),
        "stickers --recovered \(one.code)")
    }
  }

  private func lastState(of id: String) -> CalendarDay? {
    file.histories.first { $0.id == id }?.standing.last { $0.changes[.state] != nil }?.holdsFrom
  }

  private func callBack(_ one: Establishment) -> [AgentTask] {
    guard let day = one.day(.callBackOn), ![.left, .refused].contains(one.state),
      day.number <= file.today.number + AgentTasks.callBackDays
    else { return [] }
    return [
      task(
        day <= file.today ? .now : .soon, .callBack, one, wording.callBackTask(day), since: day,
        "visit \(one.code) --outcome")
    ]
  }

  private func adherent(_ one: Establishment) -> [AgentTask] {
    var tasks: [AgentTask] = []
    let conditions = EstablishmentField.conditions
    let unmet = conditions.filter { one.check($0.check) == .no }
    if !unmet.isEmpty {
      tasks.append(
        task(
          .now, .conditionUnmet, one, wording.conditionUnmetTask(unmet.map(\.check)),
          since: unmet.compactMap { one.day($0.day) }.max(), "suspend \(one.code)"))
    }
    let unchecked = conditions.filter { one.check($0.check) == .notChecked }
    if !unchecked.isEmpty {
      tasks.append(
        task(
          .soon, .conditionUnchecked, one, wording.conditionUncheckedTask(unchecked.map(\.check)),
          "set \(one.code) " + unchecked.map(\.check.word).joined(separator: " ")))
    }
    if let limit = file.today.earlier(years: AgentTasks.conditionYears) {
      let old = conditions.filter { condition in
        one.check(condition.check) == .yes && one.day(condition.day).map { $0 <= limit } ?? false
      }
      if !old.isEmpty {
        tasks.append(
          task(
            .soon, .conditionOld, one,
            wording.conditionOldTask(old.map(\.check), years: AgentTasks.conditionYears),
            since: old.compactMap { one.day($0.day) }.min(),
            "set \(one.code) "
              + old.flatMap { [$0.check.word, $0.day.word] }.joined(separator: " ")))
      }
    }
    if one.position == nil {
      tasks.append(
        task(
          .now, .unlocated, one, wording.unlocatedTask(one.address), "set \(one.code) position"))
    } else if one.positionQuality?.needsCheck == true {
      tasks.append(
        task(
          .soon, .positionDoubtful, one, wording.positionDoubtfulTask(one.address.line ?? ""),
          "set \(one.code) position"))
    }
    return tasks + missing(one)
  }

  private func missing(_ one: Establishment) -> [AgentTask] {
    var facts: [(String, String)] = []
    if one[.openingHours] == nil {
      facts.append((wording.name(.openingHours), "opening_hours"))
    }
    if one.stickerNumber == nil { facts.append((wording.name(.sticker), "sticker")) }
    if one[.charterOn] == nil {
      facts.append((wording.name(.charterOn), "charter_on"))
    }
    if !file.hasContact.contains(one.id) {
      facts.append((wording.contactFact, "--contact"))
    }
    guard !facts.isEmpty else { return [] }
    return [
      task(
        .later, .missing, one, wording.missingTask(facts.map(\.0)),
        "set \(one.code) " + facts.map(\.1).joined(separator: " "))
    ]
  }

  private func duplicates(_ establishments: [Establishment]) -> [AgentTask] {
    let byID = Dictionary(
      establishments.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return DuplicatePair.pairs(among: establishments).compactMap { pair in
      guard let first = byID[pair.first], let second = byID[pair.second] else { return nil }
      return task(
        .later, .duplicate, first, wording.duplicateTask(second, pair.reasons),
        "show \(second.code)")
    }
  }

  /// Adherents whose door the last visit found closed.
  private func foundClosed() -> [AgentTask] {
    file.histories.compactMap { history in
      guard let one = history.establishment(on: file.today), one.state == .adherent,
        let last = history.lifetime.last(where: { $0.outcome != nil && $0.holdsFrom <= file.today }
        ),
        last.outcome == .closed
      else { return nil }
      return task(
        .now, .foundClosed, one, wording.foundClosedTask, since: last.holdsFrom,
        "show \(one.code)")
    }
  }

  /// What the run noticed of adherents.
  private func found(_ establishments: [Establishment]) -> [AgentTask] {
    let adherents = Dictionary(
      establishments.filter { $0.state == .adherent }.map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first })
    return findings.compactMap { finding in
      // One without a position is listed already.
      guard case .shop(.relay(let id)) = finding.subject, let one = adherents[id],
        finding.code != .relayUnplaced
      else { return nil }
      let (urgency, kind, command) = measure(finding, one)
      return task(urgency, kind, one, wording.sentence(finding, named: one.name), command)
    }
  }

  private func measure(
    _ finding: Finding, _ one: Establishment
  ) -> (AgentTask.Urgency, AgentTask.Kind, String) {
    let hours = "set \(one.code) opening_hours"
    return switch finding.kind {
    case .relayClosed: (.now, .closed, "show \(one.code)")
    case .placeUnattached: (.now, .unattached, "set \(one.code) position")
    case .hoursNotUnderstood: (.soon, .hoursUnreadable, hours)
    case .hoursReadAs: (.later, .hoursUnreadable, hours)
    default: (.later, .other, "show \(one.code)")
    }
  }
}
