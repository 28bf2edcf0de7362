import CoverageEngine
import RelaisFormats
import RelaisGeo
import RelaisWording

/// QGIS styles (QML) of the layers: the colours of the reports, safe for colour-blind readers, and
/// line widths that show the same.
enum LayerStyle {
  private static let blue = "0,114,178,255"
  private static let vermilion = "213,94,0,255"
  private static let purple = "170,68,153,255"
  private static let grey = "120,120,120,255"

  static func streets(_ wording: Wording) -> String {
    // A path that is no street to cover is thin and grey, whatever covers it.
    rules(
      [
        ("\"demand\" AND \"covered\"", wording.coveredLegend, line(blue, width: 0.5)),
        ("\"demand\" AND NOT \"covered\"", wording.uncoveredLegend, line(vermilion, width: 0.9)),
        ("NOT \"demand\"", wording.pathLegend, line(grey, width: 0.15)),
      ], type: "line")
  }

  /// Gaps of the main budget; the others are in the table, to be drawn by another filter.
  static func gaps(_ wording: Wording, mainBudget: Budget) -> String {
    rules(
      [
        (
          "\"distance_m\" = \(mainBudget.key)", wording.uncoveredLegend,
          line(vermilion, width: 1.2, dash: true)
        )
      ], type: "line")
  }

  /// What is a gap in some window for certain, and what may be; thinner than gaps at any time.
  static func timedGaps(_ wording: Wording) -> String {
    rules(
      [
        ("\"gap_in\" <> ''", wording.timedGapLegend, line(vermilion, width: 0.6, dash: true)),
        ("\"gap_in\" = ''", wording.perhapsGapLegend, line(grey, width: 0.6, dash: true)),
      ], type: "line")
  }

  /// Stretches of the main budget gained and lost; the lost ones are dashed.
  static func changes(_ wording: Wording, mainBudget: Budget) -> String {
    let main = "\"distance_m\" = \(mainBudget.key)"
    return rules(
      [
        (main + " AND \"change\" = 'gained'", wording.legend(.gained), line(blue, width: 1.2)),
        (
          main + " AND \"change\" = 'lost'", wording.legend(.lost),
          line(vermilion, width: 1.2, dash: true)
        ),
      ], type: "line")
  }

  /// New streets, those that are gone, dashed, and thinner those that are only called otherwise.
  static func streetChanges(_ wording: Wording) -> String {
    rules(
      StreetChanges.Stretch.Kind.allCases.map { kind in
        let symbol =
          switch kind {
          case .new: line(blue, width: 1.4)
          case .gone: line(vermilion, width: 1.4, dash: true)
          case .renamed: line(purple, width: 0.7)
          }
        return ("\"change\" = '\(kind.rawValue)'", wording.legend(kind), symbol)
      }, type: "line")
  }

  static let serviceAreas = single("fill", fill("0,114,178,30", outline: blue, width: 0.2))
  static let circles = single("fill", fill("0,0,0,0", outline: grey, width: 0.2, dash: true))
  static let outline = single("fill", fill("0,0,0,0", outline: "60,60,60,255", width: 0.4))

  static func relays(_ wording: Wording) -> String {
    rules(
      [
        ("\"attached\"", wording.attachedLegend, marker("circle", fill: "255,255,255,255")),
        ("NOT \"attached\"", wording.unattachedLegend, marker("cross2", fill: vermilion)),
      ], type: "marker")
  }

  /// Streets as wide as the children on them are many.
  static func flows(_ wording: Wording) -> String {
    let steps = [(5, 0.4), (20, 0.9), (50, 1.6), (100, 2.6)]
    return rules(
      steps.enumerated().map { index, step in
        let next = index + 1 < steps.count ? steps[index + 1].0 : nil
        return (
          "\"children\" >= \(step.0)" + (next.map { " AND \"children\" < \($0)" } ?? ""),
          wording.flowLegend(from: step.0, below: next), line(purple, width: step.1)
        )
      }, type: "line")
  }

  /// A colour for each kind of flaw would say little: the gravest stand out.
  static func flaws(_ wording: Wording) -> String {
    rules(
      HealthVerdict.allCases.reversed().map { verdict in
        let colour =
          switch verdict {
          case .unsound: vermilion
          case .doubtful: "230,159,0,255"
          case .sound: grey
          }
        return (
          "\"verdict\" = '\(verdict.rawValue)'", wording.name(verdict),
          marker("cross2", fill: colour)
        )
      }, type: "marker")
  }

  /// Communes by the share covered, in five shades; without figures, an outline alone.
  static func communes(_ wording: Wording, share: String, classes: [ShareClass]) -> String {
    rules(
      classes.map { one in
        (
          "\"\(share)\" >= \(Double(one.from) / 100)"
            + (one == classes.last ? "" : " AND \"\(share)\" < \(Double(one.to) / 100)"),
          wording.shareClass(from: one.from, to: one.to),
          fill(one.colour, outline: "60,60,60,255", width: 0.1)
        )
      } + [
        (
          "\"\(share)\" IS NULL", wording.noFigures,
          fill("0,0,0,0", outline: vermilion, width: 0.3, dash: true)
        )
      ], type: "fill")
  }

  static let flawedLines = single("line", line(purple, width: 1.0, dash: true))
  static let sharedWays = single("line", line("0,158,115,255", width: 1.4))
  static let stops = single("marker", marker("circle", fill: "0,158,115,255"))
  static let schools = single("marker", marker("square", fill: "255,255,255,255"))

  static let rounds = single("line", line("204,121,167,255", width: 1.1))

  /// Doors of the list stand out from those to ask in their stead.
  static func prospects(_ wording: Wording) -> String {
    rules(
      [
        ("\"rank\" IS NOT NULL", wording.pickLegend, marker("diamond", fill: "230,159,0,255")),
        ("\"rank\" IS NULL", wording.alternativeLegend, marker("diamond", fill: "255,255,255,255")),
      ], type: "marker")
  }

  private typealias Symbol = (layer: String, properties: [(String, String)])

  private static func line(_ colour: String, width: Double, dash: Bool = false) -> Symbol {
    (
      "SimpleLine",
      [
        ("line_color", colour), ("line_width", "\(width)"), ("line_width_unit", "MM"),
        ("line_style", dash ? "dash" : "solid"), ("capstyle", "round"), ("joinstyle", "round"),
      ]
    )
  }

  private static func fill(
    _ colour: String, outline: String, width: Double, dash: Bool = false
  ) -> Symbol {
    (
      "SimpleFill",
      [
        ("color", colour), ("style", "solid"), ("outline_color", outline),
        ("outline_style", dash ? "dash" : "solid"), ("outline_width", "\(width)"),
        ("outline_width_unit", "MM"),
      ]
    )
  }

  private static func marker(_ name: String, fill: String) -> Symbol {
    (
      "SimpleMarker",
      [
        ("name", name), ("color", fill), ("outline_color", "0,0,0,255"), ("outline_width", "0.5"),
        ("size", "3"), ("size_unit", "MM"),
      ]
    )
  }

  private static func single(_ type: String, _ symbol: Symbol) -> String {
    document(
      "<renderer-v2 type=\"singleSymbol\" symbollevels=\"0\" forceraster=\"0\"><symbols>"
        + element(symbol, name: "0", type: type) + "</symbols></renderer-v2>")
  }

  private static func rules(
    _ rules: [(filter: String, label: String, symbol: Symbol)], type: String
  ) -> String {
    var text =
      "<renderer-v2 type=\"RuleRenderer\" symbollevels=\"0\" forceraster=\"0\"><rules key=\"all\">"
    for (index, rule) in rules.enumerated() {
      text +=
        "<rule key=\"r\(index)\" symbol=\"\(index)\" filter=\"\(HTMLText.escape(rule.filter))\" "
        + "label=\"\(HTMLText.escape(rule.label))\"/>"
    }
    text += "</rules><symbols>"
    for (index, rule) in rules.enumerated() {
      text += element(rule.symbol, name: "\(index)", type: type)
    }
    return document(text + "</symbols></renderer-v2>")
  }

  private static func element(_ symbol: Symbol, name: String, type: String) -> String {
    "<symbol name=\"\(name)\" type=\"\(type)\" alpha=\"1\" clip_to_extent=\"1\">"
      + "<layer class=\"\(symbol.layer)\" enabled=\"1\" locked=\"0\" pass=\"0\">"
      + symbol.properties.map { "<prop k=\"\($0.0)\" v=\"\($0.1)\"/>" }.joined()
      + "</layer></symbol>"
  }

  /// A style that also says what the layer's fields are called.
  static func named(_ style: String, _ columns: [GeoPackageLayer.Column]) -> String {
    let aliases = columns.enumerated().map { index, column in
      "<alias field=\"\(HTMLText.escape(column.name))\" index=\"\(index + 1)\" "
        + "name=\"\(HTMLText.escape(column.title ?? ""))\"/>"
    }
    return style.replacing(
      "styleCategories=\"Symbology\"", with: "styleCategories=\"Symbology|Fields\""
    )
    .replacing("</qgis>", with: "<aliases>\(aliases.joined())</aliases></qgis>")
  }

  private static func document(_ renderer: String) -> String {
    "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>"
      + "<qgis version=\"3.22\" styleCategories=\"Symbology\">\(renderer)</qgis>"
  }
}
