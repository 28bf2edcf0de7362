/// What mess does to the words of a name. Each says whether there was something to do.
enum Words {
  private static let short: [String: [String]] = [
    "general": ["Gal", "GEN", "Gén."], "marechal": ["Mal", "Mar."], "mal": ["Maréchal"],
    "docteur": ["Dr", "Dr."], "president": ["Pdt", "Prés."], "professeur": ["Pr", "Prof."],
    "commandant": ["Cdt"], "capitaine": ["Cne", "Cap."], "colonel": ["Col", "Col."],
    "lieutenant": ["Lt"], "sergent": ["Sgt"], "saint": ["St", "St.", "ST"],
    "sainte": ["Ste", "STE"],
    "grande": ["Gde"], "grand": ["Gd"], "vieux": ["Vx"], "petit": ["Pt"], "petite": ["Pte"],
    "faubourg": ["Fg", "Fbg"], "novembre": ["nov.", "Nov"], "septembre": ["sept."],
    "juillet": ["juil."], "abbe": ["Abbé"], "haut": ["Ht"], "chateau": ["Chât."],
  ]
  private static let articles: Set<String> = [
    "de", "du", "des", "la", "le", "les", "d", "l", "aux", "à",
  ]
  private static let numerals: [[String]] = [
    ["2", "deux", "II"], ["3", "trois", "III"], ["4", "quatre", "IV"], ["5", "cinq"],
    ["8", "huit", "VIII"],
    ["11", "onze", "XI"], ["14", "quatorze", "XIV"],
  ]

  private static func parts(_ text: String) -> [String] {
    text.split(separator: " ").map(String.init)
  }

  static func abbreviate(_ name: inout String, _ random: inout SplitMix) -> Bool {
    var words = name.split { $0 == " " || $0 == "-" }.map(String.init)
    for (index, word) in words.enumerated() {
      guard let choices = short[MessyAddress.plain(word)] else { continue }
      words[index] = random.pick(choices)
      name = words.joined(separator: " ")
      return true
    }
    return false
  }

  /// The first word to some letters and a full stop, or away; for names of two words or three.
  static func shorten(_ name: inout String, to letters: Int) -> Bool {
    var words = name.split { $0 == " " || $0 == "-" }.map(String.init)
    guard words.count >= 2, words.count <= 3, words.allSatisfy({ $0.first?.isUppercase == true }),
      !words.contains(where: { short[MessyAddress.plain($0)] != nil }),
      words.last.map({ $0.count >= 4 }) == true
    else { return false }
    if letters == 0 {
      words.removeFirst()
    } else {
      words[0] = String(words[0].prefix(letters)) + "."
    }
    name = words.joined(separator: " ")
    return true
  }

  static func dropArticle(_ name: inout String) -> Bool {
    var words = parts(name)
    var isChanged = false
    while words.count > 1, let first = words.first, articles.contains(first.lowercased()) {
      words.removeFirst()
      isChanged = true
    }
    for mark in ["l'", "l’", "d'", "d’", "L'", "L’"] where words.first?.hasPrefix(mark) == true {
      words[0] = String(words[0].dropFirst(2))
      isChanged = true
    }
    name = words.joined(separator: " ")
    return isChanged
  }

  /// Letters of words of five or more: changed, left out, doubled or exchanged.
  static func misspell(_ name: inout String, letters: Int, _ random: inout SplitMix) -> Bool {
    var words = parts(name)
    let longest = words.indices.filter { words[$0].count >= (letters > 1 ? 7 : 5) }
    guard !longest.isEmpty else { return false }
    let index = random.pick(longest)
    var word = Array(words[index])
    for _ in 0..<letters {
      let at = 1 + Int(random.next() % UInt64(word.count - 2))
      switch random.next() % 4 {
      case 0: word[at] = random.pick(Array("aeioulnrst"))
      case 1: word.remove(at: at)
      case 2: word.insert(word[at], at: at)
      default: word.swapAt(at, at + 1)
      }
    }
    guard String(word) != words[index] else { return false }
    words[index] = String(word)
    name = words.joined(separator: " ")
    return true
  }

  static func respell(_ name: inout String, _ random: inout SplitMix) -> Bool {
    var words = name.split { $0 == " " || $0 == "-" }.map(String.init)
    for (index, word) in words.enumerated() {
      let plain = MessyAddress.plain(word)
      guard let choices = numerals.first(where: { $0.contains { $0.lowercased() == plain } }) else {
        continue
      }
      words[index] = random.pick(choices.filter { $0.lowercased() != plain })
      name = words.joined(separator: " ")
      return true
    }
    return false
  }

  static func repunctuate(_ name: inout String, _ random: inout SplitMix) -> Bool {
    let before = name
    if name.contains("-") {
      name = name.map { $0 == "-" ? " " : String($0) }.joined()
    } else {
      let mark = random.pick(["'", "’", " ", "`", "´"])
      name = name.map { $0 == "'" || $0 == "’" ? mark : String($0) }.joined()
      let words = parts(name)
      if name == before, words.count >= 2, words.allSatisfy({ $0.first?.isUppercase == true }) {
        name = words.joined(separator: random.pick(["-", "‐", " - ", "–"]))
      }
    }
    return name != before
  }

  static func rejoin(_ name: inout String, _ random: inout SplitMix) -> Bool {
    let words = name.split { $0 == " " || $0 == "-" || $0 == "’" || $0 == "'" }.map(String.init)
    guard words.count >= 2 else {
      guard let word = words.first, word.count >= 8 else { return false }
      let half = word.index(word.startIndex, offsetBy: 3 + Int(random.next() % 3))
      name = word[..<half] + " " + word[half...]
      return true
    }
    let at = words.count - 2
    guard words[at].count + words[at + 1].count >= 5 else { return false }
    name = (words[..<at] + [words[at] + words[at + 1].lowercased()]).joined(separator: " ")
    return true
  }
}
