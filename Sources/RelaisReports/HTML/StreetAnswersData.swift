import RelaisFormats
import RelaisGeo
import RelaisWording

/// Streets and houses as a page's script reads them: texts once, numbers for the rest.
///
/// A street is its name, its length and what each distance covers of it, then eight numbers a stretch: whether it is covered,
/// place, length, walk, relay, candidate, gain; texts by their number, lengths in millimetres, −1 for nothing. Houses stand
/// by street: their numbers as one text, where they are as lines of one point (``PackedLines``), and walk and relay of each.
struct StreetAnswersData {
  let answers: StreetAnswers
  let wording: Wording
  let point: (Position) -> (x: Int, y: Int)

  func write(to json: inout JSONWriter) {
    var texts: [String] = []
    var numbers: [String: Int] = [:]
    func number(_ text: String?) -> Int {
      guard let text else { return -1 }
      if let known = numbers[text] { return known }
      numbers[text] = texts.count
      texts.append(text)
      return texts.count - 1
    }
    func length(_ length: Length?) -> Int { length.map { Int($0.millimetres) } ?? -1 }
    json.object { json in
      json.key("text")
      json.object { json in
        for (key, text) in wording.answerTexts { json.member(key, text) }
      }
      json.key("budgets")
      json.array { json in for budget in answers.budgets { json.string(budget) } }
      json.key("streets")
      json.array { json in
        for street in answers.streets {
          json.array { json in
            json.integer(number(street.name))
            json.integer(length(street.length))
            for covered in street.covered { json.integer(length(covered)) }
            for stretch in street.stretches {
              json.integer(stretch.isCovered ? 1 : 0)
              json.integer(number(stretch.place))
              json.integer(length(stretch.length))
              json.integer(length(stretch.walk))
              json.integer(number(stretch.relay))
              json.integer(number(stretch.candidate?.name))
              json.integer(length(stretch.candidate?.gain))
            }
          }
        }
      }
      var packed = PackedLines()
      json.key("houses")
      json.array { json in
        var index = 0
        while index < answers.houses.count {
          let street = answers.houses[index].street
          let own = answers.houses[index...].prefix { $0.street == street }
          for house in own { packed.append([point(house.position)]) }
          json.array { json in
            json.integer(street)
            json.string(own.map(\.number).joined(separator: "|"))
            for house in own {
              json.integer(house.walk.map { Int(($0.millimetres + 500) / 1000) } ?? -1)
              json.integer(number(house.relay))
            }
          }
          index = own.endIndex
        }
      }
      json.member("at", packed.text)
      json.key("names")
      json.array { json in for text in texts { json.string(text) } }
    }
  }
}
