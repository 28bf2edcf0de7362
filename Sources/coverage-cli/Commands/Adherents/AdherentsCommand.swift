import ArgumentParser
import RelaisWording

/// `relais adherents`: the registry.
struct AdherentsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "adherents", abstract: Help.words.adherentsAbstract,
      discussion: Help.words.adherentsDiscussion,
      subcommands: [
        AdherentsImportCommand.self, AdherentsListCommand.self, AdherentsShowCommand.self,
        AdherentsAddCommand.self, AdherentsSetCommand.self, AdherentsVisitCommand.self,
        AdherentsJoinCommand.self, AdherentsSuspendCommand.self, AdherentsLeaveCommand.self,
        AdherentsFollowUpCommand.self, AdherentsAnswersCommand.self, AdherentsUndoCommand.self,
        AdherentsMergeCommand.self, AdherentsHistoryCommand.self, AdherentsExportCommand.self,
        AdherentsMailingCommand.self, AdherentsDuplicatesCommand.self,
        AdherentsStickersCommand.self, AdherentsKitCommand.self, AdherentsShelteredCommand.self,
        AdherentsExportPersonCommand.self, AdherentsErasePersonCommand.self,
        AdherentsRetentionCommand.self,
      ])
  }
}
