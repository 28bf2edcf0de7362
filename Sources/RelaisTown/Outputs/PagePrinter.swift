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

  private let browser: OutsideProgram

  /// - Throws: `PrintError.noBrowser`.
  init() throws(PrintError) {
    guard let found = PagePrinter.browsers.lazy.compactMap({ OutsideProgram($0) }).first else {
      throw .noBrowser(known: PagePrinter.browsers)
    }
    browser = found
  }

  /// What a page's print is called: `council.pdf`.
  static func name(of page: String) -> String {
    (page.hasSuffix(".html") ? String(page.dropLast(5)) : page) + ".pdf"
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
    Leftovers.add(work.path)
    defer {
      try? FileManager.default.removeItem(at: work)
      Leftovers.forget(work.path)
    }
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

  /// The print of a page that is in no folder.
  ///
  /// - Throws: as for one that is.
  func pdf(of page: [UInt8], named name: String) throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "relais-" + UUID().uuidString)
    try AtomicFile.createDirectory(folder.path)
    Leftovers.add(folder.path)
    defer {
      try? FileManager.default.removeItem(at: folder)
      Leftovers.forget(folder.path)
    }
    try AtomicFile.write(page, to: folder.path + "/" + name, for: .owner)
    return try pdf(of: name, in: folder.path)
  }

  static func isWhole(_ bytes: Data) -> Bool {
    bytes.starts(with: Data("%PDF-".utf8))
      && bytes.suffix(32).range(of: Data("%%EOF".utf8)) != nil
  }

  /// Runs the browser to its end or to the end of its time; its last line on stderr.
  private func run(_ arguments: [String], page: String) throws -> String {
    // It looks for its own files, and the desktop's, by names of the environment.
    let environment = ProcessInfo.processInfo.environment
    guard
      let ending = browser.run(
        arguments, environment: environment, seconds: PagePrinter.seconds)
    else { throw PrintError.failed(page: page, detail: browser.path) }
    guard let status = ending.status else {
      throw PrintError.timedOut(page: page, seconds: PagePrinter.seconds)
    }
    let line = ending.errors.split(whereSeparator: \.isNewline).last ?? ""
    return status == 0 ? "" : String(line.prefix(200))
  }
}
