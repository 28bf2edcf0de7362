import ArgumentParser
import RelaisReports
import RelaisTown
import RelaisWording

/// Whether reports are printed too.
struct PDFOption: ParsableArguments {
  @Flag(name: .long, help: ArgumentHelp(Help.words.pdfHelp))
  var pdf = false

  /// Prints reports that are written beside themselves: `council.html` to `council.pdf`.
  ///
  /// - Throws: `PrintError`, `FormatError`; what was printed before stays.
  func print(_ formats: [ReportFormat], in folder: String) throws {
    guard pdf else { return }
    let printer = try PagePrinter()
    for format in formats { try printer.print(format.fileName, in: folder) }
  }
}
