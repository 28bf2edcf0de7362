package import RelaisGeo

/// What is said of money.
extension Wording {
  /// `518,40 €` or `€518.40`.
  package func money(_ cents: Int) -> String {
    let number =
      integer(cents / 100) + decimalSeparator
      + String(100 + abs(cents % 100)).dropFirst()
    return say("council.money", ["number": .text(number)])
  }

  package var costsHeading: String { say("council.costsHeading") }
  package var costsCaption: String { say("council.costsCaption") }
  package var leafletsBought: String { say("council.leafletsBought") }

  package func stickersBought(_ lots: Int, of size: Int, left: Int) -> String {
    say(
      "council.stickersBought",
      ["lots": .integer(lots), "size": .integer(size), "left": .integer(max(0, left))])
  }
  package var spentSoFar: String { say("council.spentSoFar") }
  package func spentPerRelay(_ relays: Int) -> String {
    say("council.spentPerRelay", ["relays": .integer(relays)])
  }
  package func spentPerKilometre(_ covered: Length) -> String {
    say("council.spentPerKilometre", ["covered": .length(covered)])
  }
  package func billToCome(_ recruits: Int) -> String {
    say("council.billToCome", ["recruits": .integer(recruits)])
  }
  package var perRecruit: String {
    say("council.perRecruit")
  }
  package func perKilometreGained(_ gained: Length) -> String {
    say("council.perKilometreGained", ["gained": .length(gained)])
  }
}
