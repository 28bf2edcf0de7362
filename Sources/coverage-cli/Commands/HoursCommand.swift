public import ArgumentParser
public import CoverageEngine
import Foundation
import RelaisFormats
import RelaisGeo
import RelaisRegistry
import RelaisReports
import RelaisTown
import RelaisWording

/// `relais hours`: whether opening hours say open at an instant, for anyone to check a value.
struct HoursCommand: SpeakingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "hours", abstract: Help.words.hoursAbstract,
      discussion: Help.words.hoursDiscussion)
  }

  @Argument(help: ArgumentHelp(Help.words.hoursValueHelp, valueName: "value"))
  var values: [String] = []

  @Option(name: .long, help: ArgumentHelp(Help.words.hoursFileHelp, valueName: "file"))
  var file: String?

  @Option(name: .long, help: ArgumentHelp(Help.words.hoursAtHelp, valueName: "2026-11-23T08:00"))
  var at: [LocalInstant] = []

  @OptionGroup var place: HoursPlaceOptions

  @Option(name: .long, help: ArgumentHelp(Help.words.jsonHelp, valueName: "file|-"))
  var json: String?

  @Option(name: .long, help: ArgumentHelp(Help.words.csvHelp, valueName: "file|-"))
  var csv: String?

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if values.isEmpty, file == nil { throw ValidationError(Help.words.noHoursGiven) }
  }

  func run(_ speaker: Speaker) throws {
    let words = speaker.words
    let (setting, rejected) = try place.request.setting()
    for (file, row) in rejected {
      speaker.note("\(file), \(words.place(row.place)): \(words.sentence(row))")
    }
    let instants = at.isEmpty ? [LocalInstant.now()] : at
    let answers = try asked().map { HoursAnswer($0, at: instants, in: setting) }
    let inputs = place.request.schoolHolidays + [file].compactMap { $0 }
    if let json {
      try speaker.write(
        HoursJSON.bytes(answers, at: instants, words), to: json, reading: inputs)
    }
    if let csv {
      try speaker.write(HoursCSV.bytes(answers, at: instants, words), to: csv, reading: inputs)
    }
    if json == nil, csv == nil {
      try speaker.say(HoursList.text(answers, at: instants, words))
    }
    if file != nil, !global.quiet {
      speaker.error(
        words.hoursShare(taken: answers.count { !$0.isRefused }, of: answers.count))
    }
    try global.end(withFindings: answers.contains(where: \.isRefused))
  }

  /// The values of the command line, then those of the file; blank lines are skipped.
  ///
  /// - Throws: ``FormatError``; `.tooMuch` past a million lines.
  private func asked() throws -> [String] {
    guard let file else { return values }
    let lines = try TextLines.read(InputFile(path: file))
    guard lines.count <= InputBound.hoursValues.most else {
      throw FormatError.tooMuch(file: file, place: nil, of: .hoursValues)
    }
    return values + lines.filter { !$0.allSatisfy(\.isWhitespace) }
  }
}

extension LocalInstant: ExpressibleByArgument {
  public init?(argument: String) { self.init(parsing: argument) }
}
