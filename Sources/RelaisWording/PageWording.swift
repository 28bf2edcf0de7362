/// What a page says around its content: controls, legends, help.
extension Wording {
  package var skipToContent: String { say("pages.skipToContent") }
  package var mapView: String { say("pages.mapView") }
  package var findStreet: String { say("pages.findStreet") }
  package var findAddress: String { say("pages.findAddress") }
  package var filterTable: String { say("pages.filterTable") }
  /// With a place `{count}` that the script fills.
  package var filteredRows: String { say("pages.filteredRows") }
  package var contents: String { say("pages.contents") }
  package var zoomIn: String { say("pages.zoomIn") }
  package var zoomOut: String { say("pages.zoomOut") }
  package var wholeMap: String { say("pages.wholeMap") }
  package var northUp: String { say("pages.northUp") }
  package var legendTitle: String { say("pages.legendTitle") }
  package var colon: String { say("punctuation.colon") }
  /// A value after what it is: `format : CSV`.
  package func labelled(_ label: String, _ value: String) -> String {
    say("punctuation.labelled", ["label": .text(label), "value": .text(value)])
  }
  package var creditsTitle: String { say("pages.creditsTitle") }

  package func mapFrame(_ title: String) -> String {
    say("pages.mapFrame", ["title": .text(title)])
  }

  package var mapHelp: String {
    say("pages.mapHelp")
  }

  /// What the script says of a street or a house, by the key it knows them by; `{…}` are its places.
  package var answerTexts: [(String, String)] {
    [
      ("thousands", thousandsSeparator), ("decimal", decimalSeparator),
      ("clause", clauseSeparator), ("noRelay", say("pages.streetTexts.noRelay")),
      ("title", say("pages.streetTexts.title")), ("covered", say("pages.streetTexts.covered")),
      ("coveredWhole", say("pages.streetTexts.coveredWhole")),
      ("coveredStretch", say("pages.streetTexts.coveredStretch")),
      ("uncoveredStretch", say("pages.streetTexts.uncoveredStretch")),
      ("nearest", say("pages.streetTexts.nearest")), ("beyond", say("pages.streetTexts.beyond")),
      ("candidate", say("pages.streetTexts.candidate")),
      ("house", say("pages.streetTexts.house")), ("houseNone", say("pages.streetTexts.houseNone")),
      ("numberUnknown", say("pages.streetTexts.numberUnknown")),
      ("several", say("pages.streetTexts.several")),
    ]
  }

  /// The sentences the script fills in, by the key it knows them by; `{…}` are its places.
  package var mapTexts: [(String, String)] {
    [
      ("colon", colon),
      ("thousands", thousandsSeparator),
      ("decimal", decimalSeparator),
      ("underOne", say("pages.mapTexts.lessThan")),
      ("unnamed", say("pages.mapTexts.unnamedWay")),
      ("covered", say("pages.mapTexts.coveredStreet")),
      (
        "uncertain",
        say("pages.mapTexts.coveredIf")
      ),
      ("uncovered", say("pages.mapTexts.uncoveredStreet")),
      (
        "walkable",
        say("pages.mapTexts.aWay")
      ),
      ("length", say("pages.mapTexts.thisStretch")),
      (
        "walk",
        say("pages.mapTexts.fromIts")
      ),
      (
        "timed",
        say("pages.mapTexts.aRelay")
      ),
      ("noWalk", say("pages.mapTexts.noRelay")),
      (
        "street",
        say("pages.mapTexts.coveredNot")
      ),
      ("streetWhole", say("pages.mapTexts.coveredWhole")),
      ("streetNone", say("pages.mapTexts.uncoveredWhole")),
      (
        "nothing",
        say("pages.mapTexts.noStreet")
      ),
      ("notFound", say("pages.mapTexts.noStreetOfThat")),
      ("shown", say("pages.mapTexts.theMap")),
      ("whole", say("pages.mapTexts.theWhole")),
      (
        "hint",
        say("pages.mapTexts.chooseA")
      ),
    ]
  }
}
