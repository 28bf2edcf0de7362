import ArgumentParser
import RelaisTown
import RelaisWording

/// `relais batch`: many communes.
struct BatchCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "batch", abstract: Help.words.batchAbstract,
      discussion: Help.words.batchDiscussion,
      subcommands: [
        BatchPlanCommand.self, BatchUnitCommand.self, BatchRunCommand.self, BatchMergeCommand.self,
      ])
  }
}

/// The working folder of a plan.
struct BatchWorkOption: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp(Help.words.batchWorkHelp, valueName: "dir"))
  var work: String

  var folder: BatchFolder { BatchFolder(work) }
}
