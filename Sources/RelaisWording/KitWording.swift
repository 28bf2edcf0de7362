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
  package var kitNoNumbers: String {
    say("pages.kitNoNumbers")
  }

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
    let colon = say("punctuation.colon")
    var lines = [
      say("pages.stock.bought") + colon + integer(stock.bought),
      say("pages.stock.givenOut") + colon + integer(stock.issued),
      say("pages.stock.recovered") + colon + integer(stock.recovered),
      say("pages.stock.lost") + colon + integer(stock.lost),
      say("pages.stock.inStock") + colon + integer(stock.remaining),
      say("pages.stock.toRecover") + colon + integer(stock.toRecover.count),
    ]
    lines += stock.toRecover.map { one in
      "  \(one.code)  \(one.name)" + say("pages.stock.no") + (one.sticker ?? "")
    }
    return lines.joined(separator: "\n")
  }

  package func shelterings(_ years: [Sheltering.Year]) -> String {
    guard !years.isEmpty else { return say("pages.shelterings.noSheltering") }
    return years.map { year in
      var line =
        "\(year.year)" + say("punctuation.colon")
        + say("count.shelterings", ["number": .integer(year.count)])
      if let outcomes = year.outcomes {
        let parts = Sheltering.Outcome.allCases.map { "\(name($0)) \(outcomes[$0] ?? 0)" }
        line += " (" + parts.joined(separator: ", ") + ")"
      }
      return line
    }.joined(separator: "\n")
  }
}
