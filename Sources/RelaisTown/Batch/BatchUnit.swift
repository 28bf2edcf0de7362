import CoverageEngine
import Foundation
import RelaisFormats
import RelaisGeo
import RelaisReports
import RelaisWording

/// One unit of a plan: its commune's figures, and its reports where they are asked for.
///
/// The same bytes come of it whoever does it, how often and on how many cores. The result appears whole in
/// `results/ID/`; two who do the same unit at once do not disturb each other.
public struct BatchUnit: Sendable {
  public let id: String
  private let folder: BatchFolder
  private let plan: BatchContent

  /// - Throws: ``BatchError``.
  public init(_ id: String, in folder: BatchFolder) throws {
    plan = try folder.plan()
    guard TownCode.isValid(id), FileKind(at: folder.unit(id)) != .none else {
      throw BatchError.unknownUnit(id, folder: folder.path)
    }
    self.id = id
    self.folder = folder
  }

  /// Does the unit.
  ///
  /// - Returns: What is wrong with its data, in words, which is then its result; `nil` where it is done.
  /// - Throws: What kept this machine from doing it, `OutputError`, `FormatError.notWritable` or ``Interrupted``; the
  ///   unit is then still to do.
  public func run(reports: Bool, _ given: Work) throws -> String? {
    let work = Work(
      in: Wording(plan.language), by: given.stamp, progress: given.progress,
      cancellation: given.cancellation)
    let aside = "\(folder.makingFolder)/\(id).\(Self.host).\(getpid()).\(UUID().uuidString)"
    try AtomicFile.createDirectory(aside)
    Leftovers.add(aside)
    defer {
      try? FileManager.default.removeItem(atPath: aside)
      Leftovers.forget(aside)
    }
    var problem: String?
    do {
      let made = aside + "/result"
      try AtomicFile.createDirectory(made)
      try compute(into: made, reports: reports, work)
      try writeDone(in: made, reports: reports)
      try place(made, beside: aside)
    } catch  where !Self.isOfMachine(error) {
      let sentence = work.wording.sentence(of: error)
      // The folder's own place on this machine is no part of what is wrong.
      problem = sentence.replacing(folder.path + "/", with: "")
      let made = aside + "/failed"
      try AtomicFile.createDirectory(made)
      try writeFailed(problem ?? "", in: made)
      try place(made, beside: aside)
    }
    return problem
  }

  /// Whether an error says nothing of the unit's data.
  private static func isOfMachine(_ error: any Error) -> Bool {
    switch error {
    case FormatError.notWritable, is OutputError, is Interrupted, is BatchError: true
    default: false
    }
  }

  static let host: String = {
    var name = [CChar](repeating: 0, count: 65)
    // -1 on failure; any name will do.
    guard gethostname(&name, 64) == 0 else { return "host" }
    let text = String(
      decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return text.filter { $0.isLetter || $0.isNumber || $0 == "-" }
  }()

  private func compute(into made: String, reports: Bool, _ work: Work) throws {
    let territory = try Territory(at: folder.unit(id))
    let result: AnalysisResult
    let findings: [Finding]
    let system: ReferenceSystem
    if reports {
      let run = try TownRun(territory, RunDays(), work)
      _ = try run.writeAll(to: made)
      (result, findings, system) = (run.result, run.findings, run.referenceSystem)
    } else {
      var question = CoverageQuestion(of: .territory(territory))
      question.extent = .figures
      let answer = try question.answer(work)
      (result, findings, system) = (answer.result, answer.findings, answer.referenceSystem)
    }
    let inside = try result.studyArea.map {
      try PolygonOperations.contains($0.shape, result.facilities.map(\.position))
    }
    try AtomicFile.write(
      CommuneFigures.bytes(
        of: result, insee: id, name: territory.name,
        relays: inside?.count { $0 } ?? result.facilities.count, system: system,
        findings: findings),
      to: made + "/figures.json")
  }

  /// `done.json`: schema `relais.done/1`, the files of the result by their bytes.
  private func writeDone(in made: String, reports: Bool) throws {
    let names = (FileManager.default.enumerator(atPath: made)?.compactMap { $0 as? String } ?? [])
      .filter { FileKind(at: made + "/" + $0) == .file }.sorted()
    var json = JSONWriter()
    json.beginObject()
    json.member("schema", "relais.done/1")
    json.member("insee", id)
    json.member("plan", plan.fingerprint)
    json.member("program", Program.name)
    json.member("reports", reports)
    json.key("files")
    json.beginObject()
    for name in names {
      json.breakLine()
      json.member(name, try Fingerprint.ofFile(at: made + "/" + name))
    }
    json.endObject()
    json.endObject()
    try AtomicFile.write(json.finish(), to: made + "/done.json")
  }

  /// `failed.json`: schema `relais.failed/1`.
  private func writeFailed(_ problem: String, in made: String) throws {
    var json = JSONWriter()
    json.object { json in
      json.member("schema", "relais.failed/1")
      json.member("insee", id)
      json.member("plan", plan.fingerprint)
      json.member("program", Program.name)
      json.member("problem", problem)
    }
    try AtomicFile.write(json.finish(), to: made + "/failed.json")
  }

  /// Gives a result its name, in place of an earlier one.
  private func place(_ made: String, beside aside: String) throws(FormatError) {
    let target = folder.result(id)
    for attempt in 0..<16 {
      // -1 on failure; a folder that holds something is not replaced.
      if rename(made, target) == 0 {
        AtomicFile.synchroniseFolder(of: target)
        return
      }
      guard [ENOTEMPTY, EEXIST, ENOTDIR].contains(errno) else { break }
      // Somebody else may have taken it away, or put another there, just now.
      _ = rename(target, aside + "/former-\(attempt)")
    }
    throw .notWritable(file: target, detail: String(cString: strerror(errno)))
  }
}
