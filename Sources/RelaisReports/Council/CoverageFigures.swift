import CoverageEngine
import RelaisGeo
import RelaisWording

/// The first figures of the council’s page.
extension Wording {
  func coveredFigure(_ summary: BudgetSummary) -> ReportDocument.KeyFigure {
    .init(
      label: say("council.coveredFigure.streetsCovered"),
      value: summary.streets > .zero ? share(summary.streetsShare) : "—",
      explanation: say(
        "council.coveredFigure.ofWithin",
        [
          "streetsCovered": .length(summary.streetsCovered), "streets": .length(summary.streets),
          "budget": .budget(summary.budget),
        ]))
  }

  func uncoveredFigure(_ summary: BudgetSummary) -> ReportDocument.KeyFigure {
    .init(
      label: say("council.uncoveredFigure.withoutA"),
      value: distance(summary.streets - summary.streetsCovered),
      explanation: say("council.uncoveredFigure.ofStreets")
    )
  }

  func gapsFigure(_ count: Int, longest: Gap?) -> ReportDocument.KeyFigure {
    .init(
      label: say("council.gapsFigure.gaps"), value: integer(count),
      explanation: longest.map {
        say(
          "council.gapsFigure.theLongest",
          ["street": .text(streetName($0.street)), "length": .length($0.length)])
      } ?? say("council.gapsFigure.noStreet"))
  }

  func relaysFigure(attached: Int, of all: Int) -> ReportDocument.KeyFigure {
    .init(
      label: say("council.quarterColumns.relays"), value: integer(all),
      explanation: attached == all
        ? say("council.relaysFigure.allAttached")
        : say("council.relaysFigure.ofThem", ["all": .integer(all - attached)]))
  }
}
