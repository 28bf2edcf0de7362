package import CoverageEngine

/// Help of `relais adherents …`.
extension Wording {
  package var adherentsAbstract: String {
    say("adherents.adherentsAbstract")
  }
  package var adherentsDiscussion: String {
    say("adherents.adherentsDiscussion")
  }
  package var adherentsImportAbstract: String {
    say("adherents.adherentsImportAbstract")
  }
  package var adherentsImportDiscussion: String {
    say("adherents.adherentsImportDiscussion")
  }
  package var adherentsFileHelp: String {
    say("adherents.adherentsFileHelp")
  }
  package var importAsOfHelp: String { say("adherents.importAsOfHelp") }
  package var importStateHelp: String { say("adherents.importStateHelp") }
  package var dryRunHelp: String {
    say("adherents.dryRunHelp")
  }
  package var adherentsListAbstract: String {
    say("adherents.adherentsListAbstract")
  }
  package var stateFilterHelp: String {
    say("adherents.stateFilterHelp")
  }
  package var kindFilterHelp: String {
    say("adherents.kindFilterHelp")
  }
  package var searchHelp: String {
    say("adherents.searchHelp")
  }
  package var asOfHelp: String {
    say("adherents.asOfHelp")
  }
  package var csvHelp: String {
    say("adherents.csvHelp")
  }
  package var geoJSONHelp: String {
    say("adherents.geoJSONHelp")
  }
  package var adherentsShowAbstract: String {
    say("adherents.adherentsShowAbstract")
  }
  package var codeHelp: String {
    say("adherents.codeHelp")
  }
  package var adherentsAddAbstract: String {
    say("adherents.adherentsAddAbstract")
  }
  package var addNameHelp: String { say("adherents.addNameHelp") }
  package var factsHelp: String {
    say(
      "adherents.factsHelp",
      ["fields": .list(EstablishmentField.allCases.filter { $0 != .state }.map(\.word))])
  }
  package var newKindHelp: String { say("adherents.newKindHelp") }
  package var newStateHelp: String {
    say("adherents.newStateHelp")
  }
  package var longitudeHelp: String { say("adherents.longitudeHelp") }
  package var latitudeHelp: String { say("adherents.latitudeHelp") }
  package var addressHelp: String { say("adherents.addressHelp") }
  package var contactNameHelp: String { say("adherents.contactNameHelp") }
  package var phoneHelp: String { say("adherents.phoneHelp") }
  package var emailHelp: String { say("adherents.emailHelp") }
  package var adherentsSetAbstract: String {
    say("adherents.adherentsSetAbstract")
  }
  package var adherentsSetDiscussion: String {
    say("adherents.adherentsSetDiscussion")
  }
  package var adherentsVisitAbstract: String {
    say("adherents.adherentsVisitAbstract")
  }
  package var outcomeHelp: String { say("adherents.outcomeHelp") }
  package var callBackHelp: String {
    say("adherents.callBackHelp")
  }
  package func callBackBeforeVisit(_ callBack: CalendarDay, _ visit: CalendarDay) -> String {
    say("adherents.callBackBeforeVisit", ["callBack": .date(callBack), "visit": .date(visit)])
  }
  package var conditionHelp: String {
    say("adherents.conditionHelp")
  }
  package var adherentsJoinAbstract: String {
    say("adherents.adherentsJoinAbstract")
  }
  package var stickerHelp: String { say("adherents.stickerHelp") }
  package var adherentsSuspendAbstract: String {
    say("adherents.adherentsSuspendAbstract")
  }
  package var adherentsLeaveAbstract: String {
    say("adherents.adherentsLeaveAbstract")
  }
  package var adherentsFollowUpAbstract: String {
    say("adherents.adherentsFollowUpAbstract")
  }
  package var adherentsExportAbstract: String {
    say("adherents.adherentsExportAbstract")
  }
  package var publicHelp: String {
    say("adherents.publicHelp")
  }
  package var withContactsHelp: String {
    say("adherents.withContactsHelp")
  }
  package var publicWithContacts: String {
    say("adherents.publicWithContacts")
  }
  package var exportTargetNeeded: String {
    say("adherents.exportTargetNeeded")
  }
  package var authorHelp: String {
    say("adherents.authorHelp")
  }
  package var dayHelp: String {
    say("adherents.dayHelp")
  }
  package var reasonHelp: String { say("adherents.reasonHelp") }
  package func badDay(_ text: String) -> String {
    say("adherents.badDay", ["text": .text(text)])
  }
  package func badFact(_ text: String) -> String {
    say("adherents.badFact", ["text": .text(text)])
  }
  package var bothCoordinates: String {
    say("adherents.bothCoordinates")
  }
}
