import ArgumentParser
import CoverageEngine
import Covering
import Foundation
import RelaisGeo
import RelaisRegistry
import RelaisReports
import RelaisTown
import RelaisWording

/// `relais prospect`: which candidates to recruit, and how good the choice is known to be.
struct ProspectCommand: SpeakingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "prospect", abstract: Help.words.prospectAbstract,
      discussion: Help.words.prospectDiscussion)
  }

  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp(Help.words.countHelp, valueName: "number"))
  var count: Int

  @Option(name: .long, help: ArgumentHelp(Help.words.candidatesHelp, valueName: "file"))
  var candidates: [String] = []

  @OptionGroup(title: Help.words.filesTitle) var plain: PlainFileOptions
  @OptionGroup(title: Help.words.filesTitle) var places: RouteFileOptions
  @OptionGroup var territory: TerritoryOption
  @OptionGroup var demand: DemandOptions
  @OptionGroup(title: Help.words.momentTitle) var moment: MomentOptions

  @Option(
    name: .customLong("coverage-matrix"),
    help: ArgumentHelp(Help.words.coverageMatrixHelp, valueName: "file"))
  var coverageMatrix: String?

  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp(Help.words.gapHelp, valueName: "percent"))
  var gap: Double = 0

  @Option(
    name: .customLong("time-limit"), parsing: .unconditional,
    help: ArgumentHelp(Help.words.timeLimitHelp, valueName: "seconds"))
  var timeLimit: Double?

  @Flag(name: .long, help: ArgumentHelp(Help.words.certainHelp))
  var certain = false

  @Option(name: .long, help: ArgumentHelp(Help.words.certificateHelp, valueName: "file"))
  var certificate: String?

  @Option(name: .long, help: ArgumentHelp(Help.words.jsonHelp, valueName: "file|-"))
  var json: String?

  @Option(name: .long, help: ArgumentHelp(Help.words.prospectOutHelp, valueName: "dir"))
  var out: String?

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard count > 0, count <= 100_000 else { throw ValidationError(Help.words.badCount(count)) }
    guard gap >= 0, gap < 100 else { throw ValidationError(Help.words.badGap) }
    if let timeLimit, !(timeLimit > 0) { throw ValidationError(Help.words.badTimeLimit) }
    if coverageMatrix == nil { try plain.check(beside: territory) }
    if certificate == "-" { throw ValidationError(Help.words.certificateNeedsFile) }
    if plain.distance.count > 1 { throw ValidationError(Help.words.oneDistance) }
    if coverageMatrix != nil {
      guard plain.streets.isEmpty, !plain.hasCompanions, candidates.isEmpty,
        territory.territory == nil
      else {
        throw ValidationError(Help.words.matrixAlone)
      }
      if demand.profile != nil || moment.at != nil || moment.window != nil {
        throw ValidationError(Help.words.profileNeedsStreets)
      }
    } else if plain.streets.isEmpty {
      if !places.schools.isEmpty || !places.addresses.isEmpty {
        throw ValidationError(Help.words.streetsNeeded)
      }
    } else if candidates.isEmpty {
      throw ValidationError(Help.words.candidatesNeeded)
    }
  }

  func run(_ speaker: Speaker) throws {
    if let coverageMatrix {
      try answer(matrixIn: coverageMatrix, speaker)
    } else {
      try answerOnStreets(speaker)
    }
  }

  /// How far to search; a limit in time begins now.
  private var effort: SearchEffort {
    guard let timeLimit else { return SearchEffort(gap: gap / 100) }
    let end = ContinuousClock.now + .seconds(timeLimit)
    return SearchEffort(gap: gap / 100, work: .max) { ContinuousClock.now >= end }
  }

  private func answerOnStreets(_ speaker: Speaker) throws {
    let work = speaker.work()
    let words = speaker.words
    var question = ProspectQuestion(
      of: try plain.subject(else: territory, places), count: count)
    question.candidates = candidates
    question.measure = plain.measure
    question.time = moment.request
    question.profile = demand.profile
    question.effort = effort
    question.ignoresChances = certain
    question.keepsTrace = certificate != nil
    let answer = try question.answer(work)
    if let out { try answer.write(to: out, work) }
    if let certificate {
      try speaker.write(answer.certificate, to: certificate, reading: question.inputs)
    }
    if let doors = answer.material.doors(words) {
      if let json {
        try speaker.write(
          ProspectJSON.bytes(doors, system: answer.referenceSystem), to: json,
          reading: question.inputs)
      } else if !global.quiet || out == nil {
        if let summary = words.summary(of: answer.pool) { try speaker.say(summary) }
        try speaker.say(words.summary(of: doors))
      }
    }
    speaker.tell(answer.edits)
    let isPlain = !plain.streets.isEmpty
    if answer.pool.candidates.isEmpty {
      speaker.note(words.noCandidates(answer.pool, isOfTerritory: !isPlain))
    }
    for kind in answer.missing {
      speaker.note(isPlain ? words.missingOption(kind) : words.missing(kind))
    }
    try end(answer.findings, answer.material.findingNames, speaker)
  }

  private func answer(matrixIn file: String, _ speaker: Speaker) throws {
    let work = speaker.work()
    var question = MatrixQuestion(file, count: count)
    question.effort = effort
    question.keepsTrace = certificate != nil
    let answer = try question.answer(work)
    if let out { try answer.write(to: out, work) }
    if let certificate {
      try speaker.write(answer.certificate, to: certificate, reading: question.inputs)
    }
    if let json {
      try speaker.write(
        ProspectJSON.bytes(answer.instance, answer.list, curve: answer.curve, count: count),
        to: json, reading: question.inputs)
    } else if !global.quiet || out == nil {
      try speaker.say(
        speaker.words.summary(of: answer.list, answer.instance, curve: answer.curve))
    }
    try end(answer.findings, FindingNames(), speaker)
  }

  private func end(
    _ findings: [Finding], _ names: FindingNames, _ speaker: Speaker
  ) throws {
    // The summary counts these.
    speaker.tell(
      findings.filter { ![.candidatesLeftOut, .candidatesMerged].contains($0.code) }, names)
    try global.end(withFindings: findings)
  }
}
