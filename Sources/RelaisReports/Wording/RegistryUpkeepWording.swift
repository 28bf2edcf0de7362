/// What `verify`, `backup` and `restore` say, and their help.
extension Wording {
  public var verifyAbstract: String {
    say("Prouve que le registre est sain.", "Proves that the registry is sound.")
  }
  public var backupAbstract: String {
    say(
      "Fait une copie vérifiée du registre, pendant que d’autres écrivent.",
      "Makes a checked copy of the registry, while others write.")
  }
  public var restoreAbstract: String {
    say(
      "Remet une copie en place ; le fichier présent est gardé à côté.",
      "Puts a copy back; the present file is kept beside it.")
  }
  public var backupFileHelp: String { say("Le fichier à écrire.", "The file to write.") }
  public var restoreFileHelp: String { say("La copie à remettre.", "The copy to put back.") }

  public func sound(_ file: String, establishments: Int, events: Int) -> String {
    typographic(
      say("\(file) est sain : ", "\(file) is sound: ") + establishmentCount(establishments) + ", "
        + count(events, ("événement", "événements"), ("event", "events")) + ".")
  }

  /// Said where neither boundary nor streets tell what is outside.
  public var extentUnknown: String {
    say(
      "Ni limite ni rues : il est seulement vérifié que les positions sont sur terre.",
      "Neither boundary nor streets: positions are only checked to be on earth.")
  }

  public func unsound(_ file: String) -> String {
    typographic(
      say(
        "« \(file) » est abîmé. Gardez-le, et reprenez une sauvegarde avec « relais restore FICHIER ».",
        "“\(file)” is damaged. Keep it, and take a backup with “relais restore FILE”."))
  }

  public func backedUp(_ file: String) -> String {
    typographic(say("Copie vérifiée : \(file)", "Checked copy: \(file)"))
  }

  public func restored(_ file: String, kept: String?) -> String {
    typographic(
      say("Remis en place : \(file)", "Put back: \(file)")
        + (kept.map {
          say("\nLe fichier d’avant est gardé : \($0)", "\nThe file before is kept: \($0)")
        } ?? ""))
  }
}
