/// Pages as PDF.
extension Wording {
  package var pdfHelp: String {
    say(
      "Fait aussi un PDF de chaque rapport, par Chromium s’il est installé.",
      "Makes a PDF of each report too, by Chromium where it is installed.")
  }

  package func sentence(_ error: PrintError) -> String {
    typographic(
      {
        switch error {
        case .noBrowser(let known):
          say(
            "Les rapports sont écrits, sans PDF : aucun de ces navigateurs n’est installé (\(known.joined(separator: ", "))). Sous Debian ou Ubuntu : « sudo apt install chromium ». Ou ouvrez la page dans un navigateur et imprimez-la vers un fichier PDF.",
            "The reports are written, without PDF: none of these browsers is installed (\(known.joined(separator: ", "))). On Debian or Ubuntu: “sudo apt install chromium”. Or open the page in a browser and print it to a PDF file."
          )
        case .timedOut(let page, let seconds):
          say(
            "Le navigateur n’a pas imprimé \(page) en \(seconds) secondes. Ouvrez la page et imprimez-la vous-même.",
            "The browser did not print \(page) within \(seconds) seconds. Open the page and print it yourself."
          )
        case .failed(let page, let detail):
          say(
            "Le navigateur n’a pas pu imprimer \(page)\(detail.isEmpty ? "" : " (\(detail))"). Ouvrez la page et imprimez-la vous-même.",
            "The browser could not print \(page)\(detail.isEmpty ? "" : " (\(detail))"). Open the page and print it yourself."
          )
        }
      }())
  }
}
