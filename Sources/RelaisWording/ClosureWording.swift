package import CoverageEngine

/// What is said of a relay that closed.
extension Wording {
  package func closed(_ name: String, _ closure: RelayClosure) -> String {
    let day = closure.since.map { date($0) } ?? ""
    let closed =
      switch closure.evidence {
      case .siret:
        closure.since.map {
          say("closure.closed.siretSince", ["name": .text(name), "day": .date($0)])
        } ?? say("closure.closed.siret", ["name": .text(name)])
      case .map:
        say("closure.closed.map", ["name": .text(name)])
      case .vanished:
        closure.since.map {
          say("closure.closed.seemsTo", ["name": .text(name), "day": .date($0)])
        } ?? say("closure.closed.vanished", ["name": .text(name)])
      case .replaced(let successor):
        say(
          "closure.closed.replaced",
          ["name": .text(name), "day": .text(day), "successor": .text(successor)])
      case .name:
        closure.since.map {
          say("closure.closed.nameSince", ["name": .text(name), "day": .date($0)])
        } ?? say("closure.closed.name", ["name": .text(name)])
      }
    var parts = [closed]
    if let sticker = closure.sticker, !sticker.isEmpty {
      parts.append(
        say("closure.closed.stickerTo", ["sticker": .text(sticker)]))
    }
    if let loss = closure.loss {
      parts.append(
        loss == .zero
          ? say("closure.closed.otherRelays")
          : say("closure.closed.withoutIt", ["loss": .text(shortDistance(loss))]))
    }
    if let standIn = closure.standIn {
      parts.append(
        say(
          "closure.closed.theNearest",
          [
            "standIn": .text(shortDistance(standIn.distance)),
            "candidate": .text(standIn.candidate),
          ]))
    }
    return paragraph(parts)
  }
}
