package import RelaisGeo

/// What is said of addresses: what was found, what to check, the help of `relais geocode`.
extension Wording {
  /// Everything a person should check of a match, in one short line; empty for nothing.
  package func checks(_ match: GeocodingMatch) -> String {
    match.checks.map(sentence).joined(separator: say("\u{202F}; ", "; "))
  }

  /// Where an establishment's address was found, or why nowhere.
  package func placed(_ match: GeocodingMatch, isPlaced: Bool) -> String {
    let check = match.checks.isEmpty ? "" : checks(match)
    guard isPlaced else {
      return typographic(
        say("Sans position", "Without a position") + (check.isEmpty ? "" : " (\(check))")
          + say(" : ne couvre rien tant qu’elle manque.", ": covers nothing until it has one."))
    }
    return typographic(
      say("Position d’après l’adresse : ", "Position by the address: ") + match.label
        + (check.isEmpty ? "" : say(" ; à vérifier : ", "; to check: ") + check) + ".")
  }

  package func sentence(_ check: GeocodingMatch.Check) -> String {
    typographic(plain(check))
  }

  private func plain(_ check: GeocodingMatch.Check) -> String {
    switch check {
    case .empty: say("aucune adresse sur cette ligne", "no address in this row")
    case .streetUnknown(let name):
      name.isEmpty
        ? say("rue introuvable", "street not found")
        : say("rue introuvable : \(quoted(name))", "street not found: \(quoted(name))")
    case .communeUnknown(let name):
      say(
        "commune absente de la base : \(quoted(name))", "commune not in the base: \(quoted(name))")
    case .postcodeUnknown(let code):
      say("code postal absent de la base : \(code)", "postcode not in the base: \(code)")
    case .numberBetween(let asked, let low, let high):
      say(
        "le \(asked) n’est pas dans la base : placé entre le \(low) et le \(high)",
        "\(asked) is not in the base: placed between \(low) and \(high)")
    case .numberBeyond(let asked, let last):
      say(
        "le \(asked) n’est pas dans la base : placé au numéro le plus proche, le \(last)",
        "\(asked) is not in the base: placed at the nearest number, \(last)")
    case .numberUnknown(let asked):
      say(
        "le \(asked) n’est pas dans la base : placé au milieu de la rue",
        "\(asked) is not in the base: placed at the middle of the street")
    case .suffixUnknown(let asked, let found):
      say(
        "le \(asked) n’est pas dans la base : placé au \(found)",
        "\(asked) is not in the base: placed at \(found)")
    case .numberTwice(let number):
      say(
        "la base a plusieurs \(number) dans cette rue, loin l’un de l’autre",
        "the base has several \(number) in this street, far apart")
    case .noNumber:
      say(
        "sans numéro : placé au milieu de la rue", "no number: placed at the middle of the street")
    case .noStreet: say("la commune seule", "the commune alone")
    case .postcodeDiffers(let given, let found):
      say(
        "code postal donné \(given), dans la base \(found)",
        "postcode given \(given), in the base \(found)")
    case .communeDiffers(let given, let found):
      say(
        "commune donnée \(quoted(given)), dans la base \(quoted(found))",
        "commune given \(quoted(given)), in the base \(quoted(found))")
    case .typeDiffers(let found):
      say(
        "le genre de voie diffère : dans la base, \(quoted(found))",
        "the kind of street differs: in the base, \(quoted(found))")
    case .nameDiffers(let found):
      say(
        "le nom ressemble, sans plus : dans la base, \(quoted(found))",
        "the name is only similar: in the base, \(quoted(found))")
    case .notUnderstood(let words):
      say("non compris : \(quoted(words))", "not understood: \(quoted(words))")
    case .ambiguous(let labels):
      say("plusieurs adresses possibles : ", "several addresses possible: ")
        + labels.joined(separator: " | ")
    case .brokenRow:
      say(
        "ligne mal formée : trop de cellules, ou guillemets non fermés",
        "malformed row: too many cells, or quotes that do not close")
    }
  }

  package func name(_ kind: GeocodingMatch.Kind) -> String {
    switch kind {
    case .houseNumber: say("au numéro", "at the number")
    case .interpolated: say("entre deux numéros", "between two numbers")
    case .street: say("à la rue", "at the street")
    case .locality: say("au lieu-dit", "at the place name")
    case .municipality: say("à la commune", "at the commune")
    }
  }

  /// What an address base holds.
  package func addressBase(
    rows: Int, addresses: Int, streets: Int, communes: Int, seconds: Double?
  ) -> String {
    typographic(
      say("Base d’adresses : ", "Address base: ")
        + [
          count(rows, ("ligne", "lignes"), ("row", "rows")),
          count(addresses, ("numéro", "numéros"), ("number", "numbers")),
          count(streets, ("rue", "rues"), ("street", "streets")),
          count(communes, ("commune", "communes"), ("commune", "communes")),
        ].joined(separator: ", ")
        + (seconds.map {
          say(", indexée en ", ", indexed in ") + decimal($0, places: 1) + unitSpace + "s"
        } ?? ""))
  }

  /// One match, for a person at a terminal.
  package func found(_ match: GeocodingMatch) -> String {
    var lines: [String] = []
    if let reading = match.reading {
      lines.append(say("Compris : ", "Understood: ") + understood(reading))
    }
    if let kind = match.kind {
      lines.append(
        say("Trouvé : ", "Found: ") + match.label + " (" + name(kind) + say(", score ", ", score ")
          + decimal(match.score, places: 2) + ")")
    } else {
      lines.append(say("Introuvable.", "Not found."))
    }
    for check in match.checks { lines.append(say("À vérifier : ", "To check: ") + sentence(check)) }
    return lines.map(typographic).joined(separator: "\n")
  }

  private func understood(_ reading: AddressReading) -> String {
    let number = reading.number.map {
      ([String($0)] + reading.furtherNumbers.map(String.init)).joined(separator: "-")
        + (reading.suffix.isEmpty ? "" : " " + reading.suffix)
    }
    let parts: [(String, String?)] = [
      (say("numéro", "number"), number), (say("rue", "street"), reading.street),
      (say("code postal", "postcode"), reading.postcode),
      (say("commune", "commune"), reading.cityText),
    ]
    return parts.compactMap { name, value in
      value.flatMap { $0.isEmpty ? nil : "\(name) \(quoted($0))" }
    }.joined(separator: ", ")
  }

  // MARK: Help

  package var geocodeAbstract: String {
    say(
      "Trouve la position d’adresses, sans rien envoyer nulle part.",
      "Finds where addresses are, sending nothing anywhere.")
  }
  package var geocodeDiscussion: String {
    say(
      """
      Ajoute à chaque ligne d’un CSV les colonnes result_* : position, score, genre, adresse \
      trouvée, et result_check, qui dit ce qu’une personne doit vérifier (vide : rien). Toutes les \
      lignes ressortent, dans l’ordre, avec leurs colonnes. La base est la BAN ou une BAL de la \
      commune ou du département, en CSV, compressée ou non.

      Exemples :
        relais geocode commerces.csv --addresses adresses-54.csv.gz --out commerces-places.csv
        relais geocode commerces.csv --territory nancy > places.csv
        relais geocode liste.csv --addresses ban.csv --column "Adresse du siège"
      """,
      """
      Adds the result_* columns to every row of a CSV: position, score, kind, address found, and \
      result_check, which says what a person should check (empty: nothing). Every row comes out, in \
      order, with its columns. The base is the BAN or a BAL of the town or département, as CSV, \
      compressed or not.

      Examples:
        relais geocode shops.csv --addresses adresses-54.csv.gz --out shops-placed.csv
        relais geocode shops.csv --territory nancy > placed.csv
        relais geocode list.csv --addresses ban.csv --column "Head office address"
      """)
  }
  package var geocodeFileHelp: String {
    say("Le CSV dont les adresses sont à placer.", "The CSV whose addresses are to be placed.")
  }
  package var addressesHelp: String {
    say(
      "Base d’adresses (BAN ou BAL, CSV ou .csv.gz) ; plusieurs possibles ; par défaut, celle du territoire.",
      "Address base (BAN or BAL, CSV or .csv.gz); may be repeated; the territory’s unless given.")
  }
  package var columnHelp: String {
    say(
      "Colonne de l’adresse, si elle n’est pas devinée ; plusieurs possibles, lues l’une après l’autre.",
      "Column of the address, where it is not guessed; may be repeated, read one after the other.")
  }
  package var geocodeOutHelp: String {
    say(
      "Fichier à écrire, au lieu de la sortie standard.",
      "File to write, instead of standard output.")
  }
  package var geocodeJSONHelp: String {
    say(
      "Écrire les totaux en JSON dans un fichier.", "Write the totals as JSON to a file.")
  }
  package func noAddressColumn(_ headers: [String]) -> String {
    typographic(
      say(
        "Aucune colonne d’adresse reconnue parmi : \(headers.joined(separator: ", ")). Indiquez-la : --column NOM.",
        "No address column recognised among: \(headers.joined(separator: ", ")). Name it: --column NAME."
      ))
  }
  package func noSuchColumn(_ names: [String], _ headers: [String]) -> String {
    typographic(
      say(
        "Colonne absente : \(names.joined(separator: ", ")). Colonnes du fichier : \(headers.joined(separator: ", ")).",
        "No such column: \(names.joined(separator: ", ")). The file’s columns: \(headers.joined(separator: ", "))."
      ))
  }
  package var addressesNeeded: String {
    say(
      "Indiquez la base d’adresses : --addresses FICHIER, ou rangez-en une dans le territoire (relais import addresses).",
      "Name the address base: --addresses FILE, or put one into the territory (relais import addresses)."
    )
  }
  package var interrupted: String {
    say("Interrompu : rien n’a été écrit.", "Interrupted: nothing was written.")
  }
  package func geocodedTo(_ file: String) -> String {
    say("Écrit : \(file)", "Written: \(file)")
  }
}
