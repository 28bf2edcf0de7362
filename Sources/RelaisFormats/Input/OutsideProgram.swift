import Foundation

/// A program of the machine, run without a shell, in an environment of its own, for a bounded time.
package struct OutsideProgram: Sendable {
  /// Where it is.
  package let path: String

  /// The first of some names found on the path; `nil` without.
  package init?(_ names: String...) {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "")
      .split(separator: ":").map(String.init).filter { $0.hasPrefix("/") }
    let found = names.lazy.flatMap { name in folders.map { $0 + "/" + name } }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
    guard let found else { return nil }
    path = found
  }

  /// The one that is somewhere.
  package init(path: String) { self.path = path }

  /// How a run ended.
  package struct Ending: Sendable {
    /// `nil` where it was stopped, out of time or out of space.
    package var status: Int32?
    /// The first lines it wrote to its output and to its errors, at most 64 KiB of each.
    package var output: String
    package var errors: String
  }

  /// Runs it to its end.
  ///
  /// - Parameters:
  ///   - environment: Beside the path, a language that is no one's, and where the libraries keep their
  ///     data.
  ///   - seconds: Past these it is stopped.
  ///   - mayGoOn: Asked several times a second; it is stopped when the answer is no.
  /// - Returns: `nil` where it could not be started.
  package func run(
    _ arguments: [String], environment: [String: String] = [:], seconds: Int,
    mayGoOn: () -> Bool = { true }
  ) -> Ending? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    var whole = ["LC_ALL": "C.UTF-8"]
    let kept = [
      "PATH", "HOME", "TMPDIR", "GDAL_DATA", "PROJ_LIB", "PROJ_DATA", "LD_LIBRARY_PATH",
    ]
    for name in kept { whole[name] = ProcessInfo.processInfo.environment[name] }
    process.environment = whole.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    let output = Pipe()
    let errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    // Read as it comes: a full pipe would make the program wait.
    let texts = (Head(output), Head(errors))
    do { try process.run() } catch {
      texts.0.stop()
      texts.1.stop()
      return nil
    }
    let number = process.processIdentifier
    Leftovers.add(program: number)
    defer { Leftovers.forget(program: number) }
    let end = DispatchTime.now() + .seconds(seconds)
    var isStopped = false
    while ended.wait(timeout: .now() + .milliseconds(100)) == .timedOut {
      guard DispatchTime.now() > end || !mayGoOn() else { continue }
      isStopped = true
      // What it started ends with it.
      Leftovers.end(number)
      ended.wait()
      break
    }
    return Ending(
      status: isStopped ? nil : process.terminationStatus, output: texts.0.text(),
      errors: texts.1.text())
  }
}

/// The first bytes of what a program writes; the rest is read and forgotten.
///
/// Its bytes are read and written under its lock alone, which makes the unchecked conformance sound.
private final class Head: @unchecked Sendable {
  private let lock = NSLock()
  private let handle: FileHandle
  private let end = DispatchSemaphore(value: 0)
  private var bytes = Data()

  init(_ pipe: Pipe) {
    handle = pipe.fileHandleForReading
    handle.readabilityHandler = { [self] handle in
      let more = handle.availableData
      if more.isEmpty {
        handle.readabilityHandler = nil
        end.signal()
        return
      }
      lock.withLock { if bytes.count < 1 << 16 { bytes += more.prefix((1 << 16) - bytes.count) } }
    }
  }

  func stop() { handle.readabilityHandler = nil }

  /// What was written, when the other side has closed it.
  func text() -> String {
    _ = end.wait(timeout: .now() + .seconds(2))
    stop()
    return lock.withLock { String(decoding: bytes, as: UTF8.self) }
  }
}
