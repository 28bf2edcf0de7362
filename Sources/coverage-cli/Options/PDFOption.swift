import ArgumentParser
import RelaisReports

/// Whether reports are printed too.
struct PDFOption: ParsableArguments {
  @Flag(name: .long, help: ArgumentHelp(words.pdfHelp))
  var pdf = false

  /// Prints reports beside themselves once they are written: `council.html` to `council.pdf`.
  ///
  /// - Parameter write: Writes them; an exit status it ends with waits for the printing.
  /// - Throws: What writing throws; `PrintError`, `FormatError`; what was printed before stays.
  func print(
    _ formats: [ReportFormat], in folder: String, after write: () throws -> Void
  ) throws {
    var status: ExitCode?
    do { try write() } catch let exit as ExitCode { status = exit }
    if pdf {
      let printer = try PagePrinter()
      for format in formats { try printer.print(format.fileName, in: folder) }
    }
    if let status { throw status }
  }
}
