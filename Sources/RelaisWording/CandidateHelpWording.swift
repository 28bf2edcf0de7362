/// Help of the commands on candidates.
extension Wording {
  package var visitCodeHelp: String {
    say(
      "Son code ou son nom ; ou l’identifiant d’un candidat, que le registre inscrit alors.",
      "Its code or its name; or a candidate’s identifier, which the registry then takes up.")
  }
  package var adherentsVisitDiscussion: String {
    say(
      """
      Un candidat de « relais prospect » se note par son identifiant ; sa visite l’inscrit au registre. La \
      liste suivante en tient compte : qui a refusé n’est plus proposé pendant un an, qui est à \
      rappeler revient à la date dite, qui a fermé ou ne remplit pas les conditions ne revient pas, sauf \
      si son état change.

      Exemples :
        relais adherents visit C-0173 --outcome yes
        relais adherents visit node/2727918653 --outcome call-back --call-back-on 2027-01-15
        relais adherents visit 3f2a91c0 --outcome not-eligible --condition street_front
      """,
      """
      A candidate of “relais prospect” is named by its identifier; its visit takes it up into the \
      registry. The next list heeds it: who refused is not proposed for a year, who is to be called \
      back returns on the day given, who closed or does not fulfil the conditions does not return unless \
      its state changes.

      Examples:
        relais adherents visit C-0173 --outcome yes
        relais adherents visit node/2727918653 --outcome call-back --call-back-on 2027-01-15
        relais adherents visit 3f2a91c0 --outcome not-eligible --condition street_front
      """)
  }

  /// How much of a register was kept for the town.
  package func extracted(_ kept: Int, of rows: Int) -> String {
    typographic(
      say(
        "  établissements gardés pour la commune : \(integer(kept)) sur \(integer(rows))",
        "  establishments kept for the town: \(integer(kept)) of \(integer(rows))"))
  }
}
