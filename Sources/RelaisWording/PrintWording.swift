/// Pages as PDF.
extension Wording {
  package var pdfHelp: String {
    say("command.pdfHelp")
  }

  package func sentence(_ error: PrintError) -> String {
    switch error {
    case .noBrowser(let known):
      say("command.sentence.noBrowser", ["known": .list(known)])
    case .timedOut(let page, let seconds):
      say("command.sentence.timedOut", ["page": .text(page), "seconds": .digits(seconds)])
    case .failed(let page, let detail):
      say(
        "command.sentence.failed",
        ["page": .text(page), "detail": .text(detail.isEmpty ? "" : " (\(detail))")])
    }
  }
}
