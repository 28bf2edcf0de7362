package import CoverageEngine

/// The adherent's page, stickers and shelterings: what is said of them, and their help.
extension Wording {
  package var kitTitle: String { say("pages.kitTitle") }
  package func kitSticker(_ number: String) -> String {
    say("pages.kitSticker", ["number": .text(number)])
  }
  package var kitCharter: String {
    say("pages.kitCharter")
  }
  package func kitCondition(_ field: EstablishmentField) -> String {
    switch field {
    case .groundFloor: say("pages.kitCondition.groundFloor")
    case .streetFront: say("pages.kitCondition.streetFront")
    default:
      say("pages.kitCondition.peopleUnder")
    }
  }
  package func kitMap(of name: String) -> String {
    say("pages.kitMap", ["name": .text(name)])
  }
  package var kitWhatToDo: String { say("pages.kitWhatToDo") }
  package var kitSteps: [String] {
    [
      say("pages.kitSteps.welcomeAnd"),
      say("pages.kitSteps.askWhy"),
      say("pages.kitSteps.askHow"),
      say("pages.kitSteps.callOne"),
      say("pages.kitSteps.callThe"),
    ]
  }
  package var kitNumbers: String { say("pages.kitNumbers") }
  package var kitNumberHeaders: [String] {
    [
      say("pages.kitNumberHeaders.service"), say("pages.kitNumberHeaders.number"),
      say("pages.kitNumberHeaders.when"),
    ]
  }
  package var kitSignature: String { say("pages.kitSignature") }
  package var kitNoNumbers: String {
    say("pages.kitNoNumbers")
  }

  package var kitDiscussion: String { say("pages.kitDiscussion") }
  package var kitAbstract: String {
    say("pages.kitAbstract")
  }
  package var kitOutHelp: String {
    say("pages.kitOutHelp")
  }
  package var stickersAbstract: String {
    say("pages.stickersAbstract")
  }
  package var stickersBoughtHelp: String {
    say("pages.stickersBoughtHelp")
  }
  package var stickersLostHelp: String { say("pages.stickersLostHelp") }
  package var stickersRecoveredHelp: String {
    say("pages.stickersRecoveredHelp")
  }
  package var wholeNumberNeeded: String {
    say("pages.wholeNumberNeeded")
  }
  package var shelteredAbstract: String {
    say("pages.shelteredAbstract")
  }
  package var shelteredDiscussion: String {
    say("pages.shelteredDiscussion")
  }
  package var shelteredHourHelp: String { say("pages.shelteredHourHelp") }
  package var shelteredOutcomeHelp: String { say("pages.shelteredOutcomeHelp") }
  package var shelteredTogether: String {
    say("pages.shelteredTogether")
  }

  package func name(_ outcome: Sheltering.Outcome) -> String {
    switch outcome {
    case .parentCalled: say("pages.name.parentCalled")
    case .policeCalled: say("pages.name.policeCalled")
    }
  }

  package func stock(_ stock: StickerStock) -> String {
    var lines = [
      say("pages.stock.bought", ["number": .integer(stock.bought)]),
      say("pages.stock.givenOut", ["number": .integer(stock.issued)]),
      say("pages.stock.recovered", ["number": .integer(stock.recovered)]),
      say("pages.stock.lost", ["number": .integer(stock.lost)]),
      say("pages.stock.inStock", ["number": .integer(stock.remaining)]),
      say("pages.stock.toRecover", ["number": .integer(stock.toRecover.count)]),
    ]
    lines += stock.toRecover.map { one in
      "  "
        + say(
          "pages.stock.holder",
          ["code": .text(one.code), "name": .text(one.name), "sticker": .text(one.sticker)])
    }
    if stock.remaining < 0 { lines.append(overdrawn(stock)) }
    return lines.joined(separator: "\n")
  }

  /// Why the account of stickers does not add up, with the last ones given out.
  package func overdrawn(_ stock: StickerStock) -> String {
    let last = stock.overdrawn.prefix(3).map { gift in
      say(
        "pages.stock.given",
        [
          "sticker": .text(gift.sticker), "name": .text(gift.holder.name), "day": .date(gift.day),
        ])
    }
    let lack = say(
      "pages.stock.overdrawn",
      [
        "lack": .integer(-stock.remaining), "issued": .integer(stock.issued),
        "lost": .integer(stock.lost), "bought": .integer(stock.bought),
        "recovered": .integer(stock.recovered),
      ])
    return last.isEmpty
      ? lack : paragraph([lack, say("pages.stock.overdrawn.last", ["stickers": .list(last)])])
  }

  package func shelterings(_ years: [Sheltering.Year]) -> String {
    guard !years.isEmpty else { return say("pages.shelterings.noSheltering") }
    return years.map { year in
      guard let outcomes = year.outcomes else {
        return say(
          "pages.shelterings.year", ["year": .digits(year.year), "number": .integer(year.count)])
      }
      let parts = Sheltering.Outcome.allCases.map { "\(name($0)) \(outcomes[$0] ?? 0)" }
      return say(
        "pages.shelterings.outcomes",
        [
          "year": .digits(year.year), "number": .integer(year.count), "outcomes": .list(parts),
        ])
    }.joined(separator: "\n")
  }
}
