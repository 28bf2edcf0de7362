import ArgumentParser
import RelaisTown
import RelaisWording

/// `relais batch merge`: one table, one layer and one page of all.
struct BatchMergeCommand: SpeakingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "merge", abstract: Help.words.batchMergeAbstract,
      discussion: Help.words.batchMergeDiscussion)
  }

  /// Communes without figures that are named; more are counted.
  private static let shown = 12

  @OptionGroup var work: BatchWorkOption

  @Option(name: .long, help: ArgumentHelp(Help.words.batchMergeOutHelp, valueName: "dir"))
  var out: String

  @Option(name: .long, help: ArgumentHelp(Help.words.jsonHelp, valueName: "file|-"))
  var json: String?

  @OptionGroup var global: GlobalOptions

  func run(_ speaker: Speaker) throws {
    let merge = try BatchMerge(work.folder, speaker.work())
    try merge.write(to: out)
    let words = speaker.words
    if let json { try speaker.write(merge.json, to: json) }
    let without = merge.without
    for (unit, problem) in without.prefix(Self.shown) {
      speaker.note(words.batchUnitFailed(unit, problem ?? words.noFigures))
    }
    if without.count > Self.shown {
      speaker.note(words.batchFurther(without.count - Self.shown))
    }
    if json == nil, !global.quiet { try speaker.say(words.batchMerged(merge.done, in: out)) }
    try global.end(withFindings: !without.isEmpty)
  }
}
