/// An address in the parts that mess changes, put together at the end.
struct MessyAddress {
  var front = ""
  var number: String
  var suffix: String
  var type: String
  var name: String
  var behind = ""
  var postcode: String
  var city: String
  /// Between number and street, street and town, postcode and town.
  var numberGap = " "
  var townGap = " "
  var postcodeGap = " "
  var isNumberLast = false
  var isTownFirst = false
  var isPostcodeLast = false
  /// What is done to the whole text.
  var finish: (String) -> String = { $0 }

  init(number: Int, suffix: String, street: String, postcode: String, city: String) {
    self.number = String(number)
    self.suffix = suffix.isEmpty ? "" : " " + suffix
    let words = street.split(separator: " ", maxSplits: 1).map(String.init)
    let hasType = words.count == 2 && Mess.types[MessyAddress.plain(words[0])] != nil
    type = hasType ? words[0] : ""
    name = hasType ? words[1] : street
    self.postcode = postcode
    self.city = city
  }

  var text: String {
    let road = [type, name].filter { !$0.isEmpty }.joined(separator: " ")
    let house = number + suffix
    var street =
      house.isEmpty ? road : isNumberLast ? road + numberGap + house : house + numberGap + road
    if !front.isEmpty { street = front + street }
    street += behind
    let town =
      isPostcodeLast
      ? city + postcodeGap + postcode
      : [postcode, city].filter { !$0.isEmpty }.joined(separator: postcodeGap)
    if town.isEmpty { return finish(street) }
    return finish(isTownFirst ? town + ", " + street : street + townGap + town)
  }

  /// Lower case without the accents of French.
  static func plain(_ text: String) -> String {
    var result = ""
    for character in text.lowercased() {
      switch character {
      case "à", "â", "ä": result.append("a")
      case "ç": result.append("c")
      case "é", "è", "ê", "ë": result.append("e")
      case "î", "ï": result.append("i")
      case "ô", "ö": result.append("o")
      case "ù", "û", "ü": result.append("u")
      case "œ": result += "oe"
      default: result.append(character)
      }
    }
    return result
  }
}
