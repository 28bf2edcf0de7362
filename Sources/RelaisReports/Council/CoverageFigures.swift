import CoverageEngine
import RelaisGeo
import RelaisWording

/// The first figures of the council’s page.
extension Wording {
  func coveredFigure(_ summary: BudgetSummary) -> ReportDocument.KeyFigure {
    .init(
      label: say("Rues couvertes", "Streets covered"),
      value: summary.streets > .zero ? share(summary.streetsShare) : "—",
      explanation: say(
        "\(distance(summary.streetsCovered)) sur \(distance(summary.streets)), à \(budget(summary.budget)) à pied",
        "\(distance(summary.streetsCovered)) of \(distance(summary.streets)), within a \(budget(summary.budget)) walk"
      ))
  }

  func uncoveredFigure(_ summary: BudgetSummary) -> ReportDocument.KeyFigure {
    .init(
      label: say("Sans relais", "Without a relay"),
      value: distance(summary.streets - summary.streetsCovered),
      explanation: say(
        "de rues où un enfant doit marcher plus loin", "of streets where a child must walk farther")
    )
  }

  func gapsFigure(_ count: Int, longest: Gap?) -> ReportDocument.KeyFigure {
    .init(
      label: say("Trous de couverture", "Gaps"), value: integer(count),
      explanation: longest.map {
        say(
          "le plus long : \(streetName($0.street)), \(distance($0.length))",
          "the longest: \(streetName($0.street)), \(distance($0.length))")
      }.map(typographic) ?? say("aucune rue n’est laissée de côté", "no street is left out"))
  }

  func relaysFigure(attached: Int, of all: Int) -> ReportDocument.KeyFigure {
    .init(
      label: say("Relais", "Relays"), value: integer(all),
      explanation: attached == all
        ? say("tous rattachés à une rue", "all attached to a street")
        : say(
          "dont \(integer(all - attached)) trop loin des rues pour compter",
          "\(integer(all - attached)) of them too far from any street to count"))
  }
}
