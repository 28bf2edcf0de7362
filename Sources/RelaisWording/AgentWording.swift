package import CoverageEngine
package import RelaisGeo

/// The agent's page: what is to be done, and why.
extension Wording {
  package var agentTitle: String { say("agent.agentTitle") }

  package func agentAnswer(now: Int, soon: Int) -> String {
    if now == 0, soon == 0 {
      return say("agent.agentAnswer.theFile")
    }
    return say("agent.agentAnswer.toDo", ["now": .integer(now), "soon": .integer(soon)])
  }

  package var noRegistry: String {
    say("agent.noRegistry")
  }
  package var startHeading: String { say("agent.startHeading") }
  package var importCommand: String { say("agent.importCommand") }
  package var startWithImport: String {
    say("agent.startWithImport")
  }
  package var agentHeaders: [String] {
    [
      say("agent.agentHeaders.urgency"), say("agent.agentHeaders.task"), "code",
      say("agent.agentHeaders.name"),
      say("agent.agentHeaders.toDo"), say("agent.agentHeaders.since"),
      say("agent.agentHeaders.command"), "id",
    ]
  }

  package func followUpTask(_ due: FollowUps.Due) -> String {
    guard let last = due.last else {
      return say("agent.followUpTask.quarterlyFollow")
    }
    let kind =
      due.isOverdue
      ? say("agent.followUpTask.quarterlyFollowUpOverdue")
      : say("agent.followUpTask.thisQuarters")
    let isCharter = due.establishment.day(.followedUpOn) != last
    return isCharter
      ? say("agent.followUpTask.noneSince", ["kind": .text(kind), "last": .date(last)])
      : say("agent.followUpTask.lastOn", ["kind": .text(kind), "last": .date(last)])
  }
  package func recoverStickerTask(_ one: Establishment) -> String {
    let number = one.sticker ?? ""
    return one.state == .suspended
      ? say("agent.recoverStickerTask.suspendedGet", ["number": .text(number)])
      : say("agent.recoverStickerTask.noLonger", ["number": .text(number)])
  }
  package func callBackTask(_ day: CalendarDay) -> String {
    say("agent.callBackTask", ["day": .date(day)])
  }
  package func conditionUnmetTask(_ fields: [EstablishmentField]) -> String {
    say("agent.conditionUnmetTask", ["fields": .text(names(fields))])
  }
  package func conditionUncheckedTask(_ fields: [EstablishmentField]) -> String {
    say("agent.conditionUncheckedTask", ["fields": .text(names(fields))])
  }
  package func conditionOldTask(_ fields: [EstablishmentField], years: Int) -> String {
    say("agent.conditionOldTask", ["years": .digits(years), "fields": .text(names(fields))])
  }
  package func unlocatedTask(_ address: PostalAddress) -> String {
    let town = [address.postcode, address.city].compactMap { $0 }.joined(separator: " ")
    let parts = [address.line, town.isEmpty ? nil : town].compactMap { $0 }
    guard !parts.isEmpty else { return say("agent.unlocatedTask") }
    return say("agent.unlocatedTask.address", ["address": .text(parts.joined(separator: ", "))])
  }
  package func positionDoubtfulTask(_ address: String) -> String {
    say("agent.positionDoubtfulTask", ["address": .text(address)])
  }
  package var foundClosedTask: String {
    say("agent.foundClosedTask")
  }
  package func duplicateTask(_ other: Establishment, _ reasons: [DuplicatePair.Reason]) -> String {
    let why = reasons.map { name($0) }.joined(separator: ", ")
    return say(
      "agent.duplicateTask",
      ["name": .text(other.name), "code": .text(other.code), "why": .text(why)])
  }
  package func missingTask(_ lacks: [String]) -> String {
    say("agent.missingTask", ["facts": .list(lacks)])
  }
  package var contactFact: String { say("agent.contactFact") }

  private func names(_ fields: [EstablishmentField]) -> String {
    fields.map { name($0) }.joined(separator: ", ")
  }

  package var stickersHeading: String { say("agent.stickersHeading") }
  package var stickersCaption: String { say("agent.stickersCaption") }
  package func stickerRows(_ stock: StickerStock) -> [(String, Int)] {
    [
      (say("agent.stickerRows.bought"), stock.bought),
      (say("agent.stickerRows.givenOut"), stock.issued),
      (say("agent.stickerRows.recovered"), stock.recovered),
      (say("agent.stickerRows.lost"), stock.lost),
      (say("agent.stickerRows.inStock"), stock.remaining),
      (say("agent.stickerRows.toRecover"), stock.toRecover.count),
    ]
  }
  package var doubtfulRowsHeading: String {
    say("agent.doubtfulRowsHeading")
  }
}
