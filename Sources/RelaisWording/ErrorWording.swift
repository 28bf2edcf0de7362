package import RelaisGeo

/// What an error says: what failed, where, what was expected, what to do.
extension Wording {
  package func sentence(_ error: FormatError) -> String {
    let text =
      switch error {
      case .notFound(let file):
        say(
          "Le fichier \(quoted(file)) n’existe pas. Vérifiez son nom et son dossier.",
          "The file \(quoted(file)) does not exist. Check its name and folder.")
      case .isDirectory(let file):
        say(
          "\(quoted(file)) est un dossier ; un fichier était attendu. Indiquez le fichier qu’il contient.",
          "\(quoted(file)) is a folder; a file was expected. Name the file inside it.")
      case .notReadable(let file, let detail):
        say(
          "Le fichier \(quoted(file)) ne peut pas être lu\(because(detail)). Vérifiez vos droits sur lui, ou le disque.",
          "The file \(quoted(file)) cannot be read\(because(detail)). Check your permissions on it, or the disk."
        )
      case .empty(let file):
        say(
          "Le fichier \(quoted(file)) est vide ; des données étaient attendues. Exportez-le ou téléchargez-le de nouveau.",
          "The file \(quoted(file)) is empty; data was expected. Export or download it again.")
      case .unknownFormat(let file, let looksLike):
        say(
          "Le contenu de \(quoted(file)) n’est d’aucun format connu\(resembling(looksLike)). Formats lus : \(formatsRead)",
          "The content of \(quoted(file)) is of no known format\(resembling(looksLike)). Formats read: \(formatsRead)"
        )
      case .damaged(let file, let place, let detail):
        say(
          "Le fichier \(quoted(file)) est abîmé\(at(place))\(because(detail)). Téléchargez-le ou exportez-le de nouveau.",
          "The file \(quoted(file)) is damaged\(at(place))\(because(detail)). Download or export it again."
        )
      case .archive(let file, .damaged(let detail)):
        say(
          "L’archive zip \(quoted(file)) est abîmée\(because(detail)). Téléchargez-la de nouveau ; si un autre programme l’ouvre, décompressez-la et donnez le fichier qu’elle contient.",
          "The zip archive \(quoted(file)) is damaged\(because(detail)). Download it again; if another program opens it, unzip it and name the file inside it."
        )
      case .archive(let file, let problem):
        say(
          "L’archive zip \(quoted(file)) n’est pas lue telle quelle : \(description(of: problem)). Décompressez-la et donnez le fichier qu’elle contient.",
          "The zip archive \(quoted(file)) is not read as it is: \(description(of: problem)). Unzip it and name the file inside it."
        )
      case .incompleteRegister(let file, let lacks):
        say(
          "Dans le fichier SIRENE \(quoted(file)), il manque : \(listed(lacks)). Prenez le fichier de l’Insee avec toutes ses colonnes.",
          "The SIRENE file \(quoted(file)) lacks: \(listed(lacks)). Take INSEE’s file with all its columns."
        )
      case .missing(let file, let what, let found):
        say(
          "Dans \(quoted(file)), il manque : \(listed(what)). Trouvé : \(listed(found)). Complétez le fichier, ou dites dans relais.yml quelle colonne en tient lieu.",
          "\(quoted(file)) lacks: \(listed(what)). Found: \(listed(found)). Complete the file, or say in relais.yml which column stands for it."
        )
      case .noCoverageMatrix(let file):
        say(
          "\(quoted(file)) n’est pas une matrice de couverture : aucune ligne « demand ID POIDS », « candidate ID DEMANDES… » ou « relay ID DEMANDES… ».",
          "\(quoted(file)) is no coverage matrix: no line “demand ID WEIGHT”, “candidate ID DEMANDS…” or “relay ID DEMANDS…”."
        )
      case .unsupportedEncoding(let file, let detail):
        say(
          "Les caractères de \(quoted(file)) ne sont pas reconnus\(because(detail)). Enregistrez-le en UTF-8 et relancez.",
          "The characters of \(quoted(file)) are not recognised\(because(detail)). Save it as UTF-8 and run again."
        )
      case .unknownReferenceSystem(let file, let example):
        say(
          "Les coordonnées de \(quoted(file)) ne sont pas des degrés (par exemple \(example)) et aucun système n’est donné. Ajoutez --crs (ou crs dans relais.yml), par exemple --crs EPSG:2154 pour Lambert-93.",
          "The coordinates of \(quoted(file)) are not degrees (for example \(example)) and no reference system is given. Add --crs (or crs in relais.yml), for example --crs EPSG:2154 for Lambert-93."
        )
      case .elsewhere(let file, let system, let example):
        say(
          "Les coordonnées de \(quoted(file)) (par exemple \(example)) sont loin de là où sert \(system). Vérifiez le système (--crs, ou crs dans relais.yml) et l’ordre des axes : x d’abord, puis y.",
          "The coordinates of \(quoted(file)) (for example \(example)) lie far from where \(system) is used. Check the system (--crs, or crs in relais.yml) and the order of the axes: x first, then y."
        )
      case .notWritable(let file, let detail):
        say(
          "Le fichier \(quoted(file)) ne peut pas être écrit\(because(detail)). Vérifiez vos droits sur le dossier et la place sur le disque.",
          "The file \(quoted(file)) cannot be written\(because(detail)). Check your permissions on the folder and the space on the disk."
        )
      }
    return typographic(text)
  }

  private var formatsRead: String {
    say(
      "CSV et GeoJSON (tels quels, en .gz, ou seuls dans un .zip), GeoPackage, OpenStreetMap (.osm.pbf, .osm, .osm.gz, .osm.bz2).",
      "CSV and GeoJSON (plain, .gz, or alone in a .zip), GeoPackage, OpenStreetMap (.osm.pbf, .osm, .osm.gz, .osm.bz2)."
    )
  }

  private func description(of problem: ZipProblem) -> String {
    switch problem {
    case .noFile: say("elle ne contient aucun fichier", "it holds no file")
    case .severalFiles(let names):
      say("elle contient plusieurs fichiers", "it holds several files")
        + " (" + names.prefix(3).joined(separator: ", ") + (names.count > 3 ? "…)" : ")")
    case .encrypted: say("elle est chiffrée", "it is encrypted")
    case .method(let number):
      say(
        "elle est compressée par une autre méthode que deflate (n° \(number))",
        "it is compressed by another method than deflate (no. \(number))")
    case .split:
      say("elle n’est qu’une partie d’une archive découpée", "it is one part of a split archive")
    case .damaged(let detail): detail
    }
  }

  private func because(_ detail: String) -> String { detail.isEmpty ? "" : " (\(detail))" }

  private func at(_ place: SourcePlace?) -> String {
    place.map { say(", ", ", ") + self.place($0) } ?? ""
  }

  private func resembling(_ kind: String?) -> String {
    kind.map { say(" ; il ressemble à : \($0)", "; it looks like: \($0)") } ?? ""
  }

  package func listed(_ items: [String]) -> String {
    items.isEmpty ? say("rien", "nothing") : items.joined(separator: ", ")
  }
}
