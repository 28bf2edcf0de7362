import Foundation
import RelaisFormats
import RelaisGeo
import RelaisReports
import RelaisWording

/// Prints pages to PDF by the Chromium of this machine, which is allowed no network.
struct PagePrinter {
  /// Looked for on the path, in this order.
  static let browsers = [
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable",
  ]
  /// The most a page may take.
  static let seconds = 120

  private let browser: String

  /// - Throws: `PrintError.noBrowser`.
  init() throws(PrintError) {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let folders = path.split(separator: ":").map(String.init).filter { $0.hasPrefix("/") }
    let found = PagePrinter.browsers.lazy.flatMap { name in folders.map { $0 + "/" + name } }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
    guard let found else { throw .noBrowser(known: PagePrinter.browsers) }
    browser = found
  }

  /// What a page's print is called: `council.pdf`.
  static func name(of page: String) -> String {
    URL(fileURLWithPath: page).deletingPathExtension().lastPathComponent + ".pdf"
  }

  /// The print of a page in a folder.
  ///
  /// - Throws: `PrintError`, `FormatError.notWritable`.
  func pdf(of page: String, in folder: String) throws -> [UInt8] {
    let file = URL(fileURLWithPath: folder).appendingPathComponent(page)
    // Beside the page, since some packaged browsers may write nowhere else but at home.
    let work = file.deletingLastPathComponent().appendingPathComponent(
      ".print-" + UUID().uuidString)
    try AtomicFile.createDirectory(work.path)
    defer { try? FileManager.default.removeItem(at: work) }
    let made = work.appendingPathComponent("page.pdf")
    let detail = try run(
      [
        "--headless=new", "--disable-gpu", "--disable-extensions", "--disable-sync",
        "--disable-background-networking", "--disable-component-update", "--no-first-run",
        "--no-default-browser-check", "--host-resolver-rules=MAP * ~NOTFOUND",
        "--user-data-dir=" + work.appendingPathComponent("profile").path,
        "--no-pdf-header-footer", "--print-to-pdf=" + made.path,
          // Chromium has no sandbox for root, and does not start without this option.
      ] + (geteuid() == 0 ? ["--no-sandbox"] : []) + [file.absoluteString], page: page)
    guard let bytes = try? Data(contentsOf: made), PagePrinter.isWhole(bytes) else {
      throw PrintError.failed(page: page, detail: detail)
    }
    return [UInt8](bytes)
  }

  static func isWhole(_ bytes: Data) -> Bool {
    bytes.starts(with: Data("%PDF-".utf8))
      && bytes.suffix(32).range(of: Data("%%EOF".utf8)) != nil
  }

  /// Runs the browser to its end or to the end of its time; its last line on stderr.
  private func run(_ arguments: [String], page: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: browser)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    let errors = Pipe()
    process.standardError = errors
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    do { try process.run() } catch {
      throw PrintError.failed(page: page, detail: "\((error as NSError).localizedDescription)")
    }
    // Read as it comes: a full pipe would make the browser wait.
    let text = LastLine()
    errors.fileHandleForReading.readabilityHandler = { text.take($0.availableData) }
    defer { errors.fileHandleForReading.readabilityHandler = nil }
    guard ended.wait(timeout: .now() + .seconds(PagePrinter.seconds)) == .success else {
      process.terminate()
      if ended.wait(timeout: .now() + .seconds(5)) == .timedOut {
        kill(process.processIdentifier, SIGKILL)
      }
      throw PrintError.timedOut(page: page, seconds: PagePrinter.seconds)
    }
    return process.terminationStatus == 0 ? "" : text.line
  }
}

/// The last line of what a program says, at most 200 characters of it.
private final class LastLine: @unchecked Sendable {
  // @unchecked: the lock guards what changes.
  private let lock = NSLock()
  private var bytes = Data()

  func take(_ more: Data) {
    lock.withLock { bytes = (bytes + more).suffix(4096) }
  }

  var line: String {
    let text = lock.withLock { String(decoding: bytes, as: UTF8.self) }
    return String(text.split(whereSeparator: \.isNewline).last?.prefix(200) ?? "")
  }
}
