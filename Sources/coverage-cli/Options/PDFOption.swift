import ArgumentParser

/// Whether reports are printed too.
struct PDFOption: ParsableArguments {
  @Flag(name: .long, help: ArgumentHelp(Help.words.pdfHelp))
  var pdf = false
}
