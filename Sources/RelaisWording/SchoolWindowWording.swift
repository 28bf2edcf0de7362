/// What is said of ways to school by window.
extension Wording {
  // MARK: A school's page

  package var schoolWindowsHeading: String {
    say("Aux heures où les enfants marchent", "When children walk")
  }

  package var schoolWindowsIntroduction: String {
    typographic(
      say(
        "Les mêmes chemins, selon les relais ouverts d’un bout à l’autre du créneau. Un relais d’horaires inconnus est compté d’abord comme fermé, puis comme ouvert : la vérité est entre les deux.",
        "The same ways, by the relays open from one end of the window to the other. A relay of unknown hours is counted as closed first, then as open: the truth lies between."
      ))
  }

  package var schoolWindowsCaption: String {
    say("Chemin des enfants, créneau par créneau", "The children’s way, window by window")
  }
}
