/// One kind of mess people make of an address. Changes it, or says it has nothing to change.
struct Mess: Sendable {
  let name: String
  let apply: @Sendable (inout MessyAddress, inout SplitMix) -> Bool

  static let types: [String: [String]] = [
    "rue": ["R", "r.", "R."], "avenue": ["AV", "av.", "Ave", "av"], "av": ["AVENUE", "av."],
    "boulevard": ["BD", "bld", "Blvd", "bd."], "place": ["PL", "pl."], "pl": ["Place"],
    "allee": ["ALL", "all."], "impasse": ["IMP", "imp."], "chemin": ["CHE", "ch.", "chem."],
    "passage": ["PAS", "pass."], "square": ["SQ", "sq."], "villa": ["VLA"],
    "route": ["RTE", "rte"],
    "cours": ["CRS"], "quai": ["QU"], "residence": ["RES", "rés."], "ruelle": ["RLE"],
    "cite": ["CITE"],
    "sente": ["SENTE"], "voie": ["VOIE"], "clos": ["CLOS"],
  ]

  static let all: [Mess] = [
    Mess(name: "capitals without accents") { address, _ in
      let finish = address.finish
      address.finish = { MessyAddress.plain(finish($0)).uppercased() }
      return true
    },
    Mess(name: "lower case") { address, _ in
      let finish = address.finish
      address.finish = { finish($0).lowercased() }
      return true
    },
    Mess(name: "type abbreviated: AV, BD, R.") { address, random in
      guard let short = types[MessyAddress.plain(address.type)] else { return false }
      address.type = random.pick(short)
      return true
    },
    Mess(name: "word abbreviated: GAL, ST, DR") { address, random in
      Words.abbreviate(&address.name, &random)
    },
    Mess(name: "first name as initial: J. Jaurès") { address, random in
      Words.shorten(&address.name, to: 1)
    },
    Mess(name: "first name left out") { address, _ in Words.shorten(&address.name, to: 0) },
    Mess(name: "article left out") { address, _ in Words.dropArticle(&address.name) },
    Mess(name: "typo of one letter") { address, random in
      Words.misspell(&address.name, letters: 1, &random)
    },
    Mess(name: "typo of two letters") { address, random in
      Words.misspell(&address.name, letters: 2, &random)
    },
    Mess(name: "typo in the type: aveneu") { address, random in
      address.type.count >= 5 && Words.misspell(&address.type, letters: 1, &random)
    },
    Mess(name: "numeral written otherwise: VIII, huit, 8") { address, random in
      Words.respell(&address.name, &random)
    },
    Mess(name: "hyphens and apostrophes exchanged") { address, random in
      Words.repunctuate(&address.name, &random)
    },
    Mess(name: "words joined or cut") { address, random in Words.rejoin(&address.name, &random) },
    Mess(name: "12BIS, 12 B, 12b") { address, random in
      switch MessyAddress.plain(address.suffix) {
      case " bis": address.suffix = random.pick(["BIS", "bis", " B", "B", " Bis", "-bis", " bis,"])
      case " ter": address.suffix = random.pick(["TER", "ter", " T", "T", " Ter", "-ter"])
      case "": return false
      default: address.suffix = String(address.suffix.dropFirst()).uppercased()
      }
      return true
    },
    Mess(name: "range: 12-14, 12/14, 12 à 14") { address, random in
      guard address.suffix.isEmpty, let number = Int(address.number) else { return false }
      address.number += random.pick(["-", "/", " à ", " - ", " et "]) + String(number + 2)
      return true
    },
    Mess(name: "n° in front") { address, random in
      guard !address.number.isEmpty else { return false }
      address.number = random.pick(["n°", "n° ", "N°", "No ", "numéro "]) + address.number
      return true
    },
    Mess(name: "number behind the street") { address, random in
      guard !address.number.isEmpty, !address.isTownFirst else { return false }
      address.isNumberLast = true
      address.numberGap = random.pick([" ", ", ", " n°"])
      address.townGap = ", "
      return true
    },
    Mess(name: "postcode glued") { address, random in
      guard !address.postcode.isEmpty else { return false }
      if address.isNumberLast || random.next() % 2 == 0 {
        address.postcodeGap = ""
      } else {
        address.townGap = ""
      }
      return true
    },
    Mess(name: "CEDEX") { address, random in
      guard !address.postcode.isEmpty, !address.city.isEmpty else { return false }
      address.postcode = String(address.postcode.prefix(4)) + "1"
      address.city += random.pick([" CEDEX", " Cedex", " CEDEX 02", " cedex 1"])
      return true
    },
    Mess(name: "BP, CS, TSA") { address, random in
      let box = random.pick(["BP 12", "BP 70123", "CS 60036", "TSA 12345", "B.P. 45", "BP n° 8"])
      if random.next() % 2 == 0 {
        address.behind += random.pick([" ", ", "]) + box
      } else {
        address.front += box + random.pick([" ", ", ", " - "])
      }
      return true
    },
    Mess(name: "floor, building") { address, random in
      let part = random.pick([
        "Bât A", "bâtiment 3", "2e étage", "RDC", "Esc. B", "appt 12", "Hall 4", "1er étage gauche",
        "Porte 21", "entrée C", "apt. 3B", "3ème étage",
      ])
      if random.next() % 2 == 0 {
        address.behind += ", " + part
      } else {
        address.front += part + random.pick([" ", ", ", " - "])
      }
      return true
    },
    Mess(name: "the shop's name in front") { address, random in
      address.front =
        random.pick([
          "Boulangerie Dupont", "Pharmacie de la Gare", "Tabac Le Balto", "Café du Commerce",
          "SARL Martin & Fils", "Chez Paul", "Crédit Agricole", "Librairie L'Autre Rive",
          "Coiffure 2000",
          "Mairie", "École Jules Ferry", "Bar des Sports", "Le 14", "Opticien Carnot",
        ]) + random.pick([", ", " ", " - ", "\n"]) + address.front
      return true
    },
    Mess(name: "line breaks and spaces") { address, random in
      address.townGap = random.pick(["\n", "  ", " \n ", "\r\n", "\u{A0}"])
      address.numberGap = random.pick(["  ", "\u{A0}", " ", "\t"])
      return true
    },
    Mess(name: "commas") { address, _ in
      address.numberGap = address.isNumberLast ? ", " : random(address)
      address.townGap = ", "
      return true
    },
    Mess(name: "no postcode") { address, _ in
      guard !address.postcode.isEmpty, !address.city.isEmpty else { return false }
      address.postcode = ""
      return true
    },
    Mess(name: "no commune") { address, _ in
      guard !address.postcode.isEmpty, !address.city.isEmpty else { return false }
      address.city = ""
      return true
    },
    Mess(name: "commune misspelt") { address, random in
      address.city.count >= 5 && Words.misspell(&address.city, letters: 1, &random)
    },
    Mess(name: "town first") { address, _ in
      guard !address.isNumberLast else { return false }
      address.isTownFirst = true
      return true
    },
    Mess(name: "postcode behind the commune") { address, random in
      guard !address.postcode.isEmpty, !address.city.isEmpty, !address.isTownFirst else {
        return false
      }
      address.isPostcodeLast = true
      address.postcodeGap = random.pick([" ", ", ", " - "])
      return true
    },
    Mess(name: "country, telephone behind") { address, random in
      let finish = address.finish
      let end = random.pick([" FRANCE", ", France", " - 01 48 12 34 56", " (93)"])
      address.finish = { finish($0 + end) }
      return true
    },
  ]

  @Sendable private static func random(_ address: MessyAddress) -> String { ", " }
}
