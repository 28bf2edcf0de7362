import CoverageEngine
import RelaisGeo

/// The command line's help: what each command and option does, with examples.
extension Wording {
  package var toolAbstract: String {
    say("command.toolAbstract")
  }

  package var toolDiscussion: String {
    say("command.toolDiscussion")
  }

  package var languageHelp: String {
    say("command.languageHelp", ["languages": .list(Language.all.map(\.code))])
  }
  package var strictHelp: String {
    say("command.strictHelp")
  }
  package var quietHelp: String {
    say("command.quietHelp")
  }
  package var timingsHelp: String {
    say("command.timingsHelp")
  }
  package var filesTitle: String {
    say("command.filesTitle")
  }
  package var streetsHelp: String {
    say("command.streetsHelp")
  }
  package var relaysHelp: String {
    say("command.relaysHelp")
  }
  package var boundaryHelp: String {
    say("command.boundaryHelp")
  }
  package var districtsHelp: String {
    say("command.districtsHelp")
  }
  package var distanceHelp: String {
    say("command.distanceHelp")
  }
  package var connectorHelp: String {
    say("command.connectorHelp")
  }
  package var snapHelp: String {
    say("command.snapHelp")
  }
  package var maxSnapHelp: String {
    say("command.maxSnapHelp")
  }
  package var bufferHelp: String {
    say("command.bufferHelp")
  }
  package var layerHelp: String {
    say("command.layerHelp")
  }
  /// What is wrong with an argument of `--layer`.
  package func badLayer(_ text: String, kinds: [String]) -> String {
    say("command.badLayer", ["text": .text(text), "kinds": .list(kinds)])
  }
  package var crsHelp: String {
    say("command.crsHelp")
  }
  package var territoryHelp: String {
    say("command.territoryHelp")
  }
  package var filesOrTerritory: String {
    say("command.filesOrTerritory")
  }
  package var edgesHelp: String {
    say("command.edgesHelp")
  }
  package var jsonHelp: String {
    say("command.jsonHelp")
  }
  package var summaryJSONHelp: String {
    say("command.summaryJSONHelp")
  }
  package var outHelp: String {
    say("command.outHelp")
  }

  package var coverageAbstract: String {
    say("command.coverageAbstract")
  }
  package var coverageDiscussion: String {
    say("command.coverageDiscussion")
  }
  package var momentTitle: String { say("command.momentTitle") }
  package var atHelp: String {
    say("command.atHelp")
  }
  package var windowHelp: String {
    say("command.windowHelp", ["windows": .list(SchoolRunWindow.standard.map(name))])
  }
  package var periodStartHelp: String {
    say("command.periodStartHelp")
  }
  package var periodEndHelp: String {
    say("command.periodEndHelp")
  }
  package var atOrWindow: String {
    say("command.atOrWindow")
  }
  package var periodOfWindow: String {
    say("command.periodOfWindow")
  }
  package var badPeriod: String {
    say("command.badPeriod")
  }
  package var streetsNeeded: String {
    say("command.streetsNeeded")
  }

  package var runAbstract: String {
    say("command.runAbstract")
  }
  package var runDiscussion: String {
    say("command.runDiscussion")
  }
  package var runFolderHelp: String {
    say("command.runFolderHelp")
  }

  package var checkAbstract: String {
    say("command.checkAbstract")
  }
  package var checkDiscussion: String {
    say("command.checkDiscussion")
  }
  package var checkFilesHelp: String { say("command.checkFilesHelp") }

  package var importAbstract: String {
    say("command.importAbstract")
  }
  package var importDiscussion: String {
    say("command.importDiscussion")
  }
  package var importKindHelp: String {
    say("command.importKindHelp", ["kinds": .list(InputKind.allCases.map(\.word))])
  }
  package var importFilesHelp: String { say("command.importFilesHelp") }
  package var replaceHelp: String { say("command.replaceHelp") }
  package var replaceIsForStreets: String { say("command.replaceIsForStreets") }

  package var initAbstract: String {
    say("command.initAbstract")
  }
  package var initDiscussion: String {
    say("command.initDiscussion")
  }
  package var initFolderHelp: String { say("command.initFolderHelp") }
  package var townNameHelp: String { say("command.townNameHelp") }
  package var inseeHelp: String {
    say("command.inseeHelp")
  }
  package var emptyName: String { say("command.emptyName") }
  package func badTownCode(_ code: String) -> String {
    say("command.badTownCode", ["code": .text(code)])
  }

  package var explainAbstract: String {
    say("command.explainAbstract")
  }
  package var explainDiscussion: String {
    say("command.explainDiscussion")
  }
  package var explainPlaceHelp: String {
    say("command.explainPlaceHelp")
  }
  package func badPlace(_ text: String) -> String {
    say("command.badPlace", ["text": .text(text)])
  }
  package func badReferenceSystem(_ text: String) -> String {
    say("command.badReferenceSystem", ["text": .text(text)])
  }
}
