/// French.
struct French: Grammar {
  /// A narrow no-break space.
  let thousandsSeparator = "\u{202F}"
  let decimalSeparator = ","
  let tableLanguages = ["fr", "en"]

  /// The plural begins with two.
  func plural(_ number: Int) -> Int { number.magnitude < 2 ? 0 : 1 }

  func ordinal(_ number: Int) -> String { number == 1 ? "1er" : String(number) }

  /// `de Nancy`, `d’Épinal`, `du Mans`, `des Lilas`.
  func of(_ name: String) -> String {
    if name.hasPrefix("Le ") { return "du " + name.dropFirst(3) }
    if name.hasPrefix("Les ") { return "des " + name.dropFirst(4) }
    // H is left alone: it is mute in some names and not in others.
    let vowels = "AEIOUYÀÂÄÉÈÊËÎÏÔÖÙÛÜŒÆaeiouyàâäéèêëîïôöùûüœæ"
    if let first = name.first, vowels.contains(first) { return "d’" + name }
    return "de " + name
  }

  /// By the kind of way that the name begins with, in lower case; a name that begins with none keeps what ``of(_:)`` makes.
  func ofStreet(_ name: String) -> String {
    let first = name.prefix { $0 != " " && $0 != "-" }.lowercased()
    guard let article = French.articles[first] else { return of(name) }
    let isAdjective = French.adjectives.contains(first)
    return article + (isAdjective ? String(name) : name.prefix(1).lowercased() + name.dropFirst())
  }

  private static let articles: [String: String] = {
    var result: [String: String] = [:]
    for (article, words) in [
      (
        "de la ",
        """
        rue ruelle place placette route villa résidence promenade sente voie cour galerie traverse montée côte \
        chaussée rocade venelle cité corniche porte passerelle levée rampe zone grande petite vieille
        """
      ),
      (
        "du ",
        """
        boulevard chemin quai square passage cours mail sentier pont rond faubourg lotissement parvis parc clos \
        hameau jardin carrefour quartier domaine val port champ tunnel raidillon grand petit vieux
        """
      ),
      (
        "de l’", "avenue allée impasse esplanade escalier espace enclos arcade îlot ancienne ancien"
      ),
      ("des ", "allées quais boulevards escaliers berges jardins arcades rues places"),
    ] {
      for word in words.split(separator: " ") { result[String(word)] = article }
    }
    return result
  }()

  /// Those of them that belong to the name and keep their capital.
  private static let adjectives: Set = [
    "grande", "petite", "vieille", "grand", "petit", "vieux", "ancienne", "ancien",
  ]

  /// No-break spaces before high punctuation and inside guillemets; sentences are written with plain ones.
  func typographic(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 16)
    for (index, byte) in bytes.enumerated() {
      guard byte == UInt8(ascii: " ") else {
        result.append(byte)
        continue
      }
      switch bytes[(index + 1)...].first {
      case UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"): result += French.narrow
      case UInt8(ascii: ":"), UInt8(ascii: "%"): result += French.wide
      default:
        let isInside =
          bytes[(index + 1)...].starts(with: French.closing)
          || result.suffix(French.opening.count).elementsEqual(French.opening)
        result += isInside ? French.wide : [byte]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static let narrow = Array("\u{202F}".utf8)
  private static let wide = Array("\u{A0}".utf8)
  private static let opening = Array("«".utf8)
  private static let closing = Array("»".utf8)
}
