import ArgumentParser
import CoverageEngine
import Foundation
import RelaisFormats
import RelaisReports
import RelaisTown
import RelaisWording

/// `relais adherents answers`: takes the answers of a round up.
struct AdherentsAnswersCommand: SpeakingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "answers", abstract: Help.words.answersAbstract,
      discussion: Help.words.answersDiscussion)
  }

  @Argument(help: ArgumentHelp(Help.words.answersFilesHelp, valueName: "file"), completion: .file())
  var files: [String]

  @Flag(name: .customLong("dry-run"), help: ArgumentHelp(Help.words.dryRunHelp))
  var dryRun = false

  @Option(name: .long, help: ArgumentHelp(Help.words.jsonHelp, valueName: "file|-"))
  var json: String?

  @OptionGroup var registry: RegistryOptions
  @OptionGroup var global: GlobalOptions

  func run(_ speaker: Speaker) throws {
    let registry = try registry.open(speaker)
    var results: [AnswerResult] = []
    var isUnread = false
    // A file that cannot be taken keeps no other out.
    for file in files {
      do {
        let answers = try StreetAnswers.read(bytes(of: file), file: name(of: file))
        results += try dryRun ? registry.rehearse(answers) : registry.take(answers)
      } catch {
        if error is Interrupted { throw error }
        speaker.warn(of: error)
        isUnread = true
      }
    }
    func show() throws {
      let list = AnswersList(results)
      if let json {
        try speaker.write(list.json(speaker.words), to: json, reading: files.filter { $0 != "-" })
      }
      if json == "-" || global.quiet && !dryRun || results.isEmpty { return }
      try speaker.say(list.text(speaker.words))
      try speaker.say(
        speaker.words.answersTaken(
          accepted: results.count(where: \.isAccepted),
          known: results.count { $0.state == .known },
          refused: results.count(where: \.isRefused), isRehearsal: dryRun))
    }
    if dryRun { try show() } else { try speaker.done(show) }
    if isUnread { throw ExitStatus.couldNotFinish }
    try global.end(withFindings: results.contains(where: \.isRefused))
  }

  private func name(of file: String) -> String { file == "-" ? "stdin" : file }

  private func bytes(of file: String) throws(FormatError) -> [UInt8] {
    guard file == "-" else {
      return try InputFile(path: file, maximumSize: InputBound.answerBytes.most).bytes
    }
    do {
      // One byte more than is taken: what is longer is refused.
      let data = try FileHandle.standardInput.read(upToCount: InputBound.answerBytes.most + 1)
      return [UInt8](data ?? Data())
    } catch {
      throw .notReadable(file: "stdin", detail: "")
    }
  }
}
