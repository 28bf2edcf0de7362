package import RelaisGeo

/// What is said of money.
extension Wording {
  /// `518,40 €` or `€518.40`.
  package func money(_ cents: Int) -> String {
    let number =
      integer(cents / 100) + decimalSeparator
      + String(100 + abs(cents % 100)).dropFirst()
    return say("\(number)\u{A0}€", "€\(number)")
  }

  package var costsHeading: String { say("Ce que cela coûte", "What it costs") }
  package var costsCaption: String { say("Dépenses et coût à venir", "Spending, and cost to come") }
  package var leafletsBought: String { say("Dépliants, premier lot", "Leaflets, first lot") }

  package func stickersBought(_ lots: Int, of size: Int, left: Int) -> String {
    typographic(
      say(
        "Autocollants : \(count(lots, ("lot", "lots"), ("", ""))) de \(integer(size)), il en reste \(integer(max(0, left)))",
        "Stickers: \(count(lots, ("", ""), ("lot", "lots"))) of \(integer(size)), \(integer(max(0, left))) left"
      ))
  }
  package var spentSoFar: String { say("Dépensé à ce jour", "Spent so far") }
  package func spentPerRelay(_ relays: Int) -> String {
    say(
      "soit par relais (\(integer(relays)))", "that is, per relay (\(integer(relays)))")
  }
  package func spentPerKilometre(_ covered: Length) -> String {
    say(
      "soit par kilomètre de rue couvert (\(distance(covered)))",
      "that is, per kilometre of street covered (\(distance(covered)))")
  }
  package func billToCome(_ recruits: Int) -> String {
    typographic(
      say(
        "À payer pour \(count(recruits, ("recrue", "recrues"), ("", ""))) de plus, autocollants restants déduits",
        "To pay for \(count(recruits, ("", ""), ("more recruit", "more recruits"))), stickers left deducted"
      ))
  }
  package var perRecruit: String {
    say("soit en fournitures, par recrue", "that is, in supplies, per recruit")
  }
  package func perKilometreGained(_ gained: Length) -> String {
    say(
      "soit en fournitures, par kilomètre nouvellement couvert (\(distance(gained)))",
      "that is, in supplies, per kilometre newly covered (\(distance(gained)))")
  }
}
