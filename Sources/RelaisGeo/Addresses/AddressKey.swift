/// What an address is called, without what sources write differently: to know one of two files again.
package enum AddressKey {
  /// - Parameter suffix: As the source writes it; empty for none.
  package static func of(number: Int, suffix: String, street: String) -> String {
    "\(number)|\(HouseSuffix.canonical(suffix))|\(StreetName(street).key)"
  }

  /// A street's name by its type and the words that name it, abbreviations written out: `AV DU GAL LECLERC`
  /// and `Avenue Général Leclerc` are one.
  package static func street(_ name: String) -> String {
    let street = StreetName(name)
    let words = street.words.map { word in
      let readings = AddressAbbreviations.readings[word] ?? []
      return readings.count == 1 ? readings[0] : word
    }
    let naming = words.filter { !StreetNameWords.isArticle($0) }
    return (street.type ?? "") + "|" + (naming.isEmpty ? words : naming).joined(separator: " ")
  }
}
