import Foundation
import RelaisTestSupport
import Testing

/// The calls at which a command changes files, at each of which it can be killed or told that the call failed.
///
/// At some twenty of them, spread over all; `RELAIS_KILLS` of 200 and more takes every one.
struct Cuts {
  /// What happens at a call.
  enum Blow: String, CaseIterable, Sendable {
    case kill = "signal=SIGKILL"
    case fullDisk = "error=ENOSPC"
    case badDisk = "error=EIO"
  }

  private typealias Call = (name: String, number: Int)

  private static let names = [
    "write", "pwrite64", "fsync", "fdatasync", "rename", "unlink", "ftruncate",
  ]

  private let calls: [Call]
  private let command: [String]
  private let folder: TemporaryFolder

  var count: Int { calls.count }

  /// Runs the command once, in a copy of a folder, and counts.
  init(of command: [String], in folder: TemporaryFolder) throws {
    self.command = command
    self.folder = folder
    let log = try TemporaryFolder()
    let copy = try Cuts.copy(of: folder)
    _ = try Programs.run(
      Program.strace.path,
      ["-f", "-qq", "-e", "trace=" + Cuts.names.joined(separator: ","), "-o", log.path("calls")]
        + [Tool.path] + command, in: copy.path)
    let lines = String(decoding: try log.read("calls"), as: UTF8.self).split(separator: "\n")
    calls = Cuts.names.flatMap { name in
      (0..<lines.count { $0.contains(" \(name)(") }).map { (name, $0 + 1) }
    }
  }

  /// Strikes the command at one call after the other, each time in a copy of the folder.
  func atEach(
    _ blow: Blow = .kill,
    _ body: (_ cut: Programs.Outcome, _ folder: TemporaryFolder, _ at: String) throws -> Void
  ) throws {
    let kills = ProcessInfo.processInfo.environment["RELAIS_KILLS"].flatMap { Int($0) } ?? 40
    let strikes = max(1, blow == .kill ? kills / 2 : kills / 6)
    let takesEvery = blow == .kill && kills >= 200
    let step = takesEvery ? 1 : max(1, calls.count / strikes)
    var struck = 0
    for at in stride(from: 0, to: calls.count, by: step) {
      let (name, number) = calls[at]
      let copy = try Cuts.copy(of: folder)
      let cut = try Programs.run(
        Program.strace.path,
        [
          "-f", "-qq", "-o", "/dev/null", "-e", "trace=\(name)", "-e",
          "inject=\(name):\(blow.rawValue):when=\(number)", Tool.path,
        ] + command, in: copy.path)
      if cut.status != 0 || cut.isKilled { struck += 1 }
      try body(cut, copy, "\(name) \(number)")
    }
    // A call that failed may have been of no consequence.
    let least = blow == .kill ? calls.count / 2 : 1
    #expect(struck * step > least, "\(struck) of \(calls.count / step)")
  }

  static func copy(of folder: TemporaryFolder) throws -> TemporaryFolder {
    let copy = try TemporaryFolder()
    for name in try folder.names {
      try FileManager.default.copyItem(atPath: folder.path(name), toPath: copy.path(name))
    }
    return copy
  }
}
