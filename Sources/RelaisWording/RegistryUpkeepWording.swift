/// What `verify`, `backup` and `restore` say, and their help.
extension Wording {
  package var verifyAbstract: String {
    say("Prouve que le registre est sain.", "Proves that the registry is sound.")
  }
  package var backupAbstract: String {
    say(
      "Fait une copie vérifiée du registre, pendant que d’autres écrivent.",
      "Makes a checked copy of the registry, while others write.")
  }
  package var restoreAbstract: String {
    say(
      "Remet une copie en place ; le fichier présent est gardé à côté.",
      "Puts a copy back; the present file is kept beside it.")
  }
  package var backupFileHelp: String { say("Le fichier à écrire.", "The file to write.") }
  package var restoreFileHelp: String { say("La copie à remettre.", "The copy to put back.") }

  package func sound(_ file: String, establishments: Int, events: Int) -> String {
    typographic(
      say("\(file) est sain : ", "\(file) is sound: ") + establishmentCount(establishments) + ", "
        + count(events, ("événement", "événements"), ("event", "events")) + ".")
  }

  /// Said where neither boundary nor streets tell what is outside.
  package var extentUnknown: String {
    say(
      "Ni limite ni rues : il est seulement vérifié que les positions sont sur terre.",
      "Neither boundary nor streets: positions are only checked to be on earth.")
  }

  package func unsound(_ file: String) -> String {
    typographic(
      say(
        "« \(file) » est abîmé. Gardez-le, et reprenez une sauvegarde avec « relais restore FICHIER ».",
        "“\(file)” is damaged. Keep it, and take a backup with “relais restore FILE”."))
  }

  package func backedUp(_ file: String) -> String {
    typographic(say("Copie vérifiée : \(file)", "Checked copy: \(file)"))
  }

  package func restored(_ file: String, kept: String?) -> String {
    typographic(
      say("Remis en place : \(file)", "Put back: \(file)")
        + (kept.map {
          say("\nLe fichier d’avant est gardé : \($0)", "\nThe file before is kept: \($0)")
        } ?? ""))
  }
}
