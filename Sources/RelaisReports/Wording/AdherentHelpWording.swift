public import CoverageEngine

/// Help of `relais adherents …`.
extension Wording {
  public var adherentsAbstract: String {
    say(
      "Le registre des adhérents : qui, où, dans quel état, depuis quand.",
      "The registry of adherents: who, where, in which state, since when.")
  }
  public var adherentsDiscussion: String {
    say(
      """
      Le registre est registry.gpkg, dans le territoire ; QGIS l’ouvre. Un établissement se désigne \
      par son code (le début de son identifiant) ou par son nom.

      Exemples :
        relais adherents import adherents.csv --dry-run
        relais adherents list --state adherent
        relais adherents follow-up
      """,
      """
      The registry is registry.gpkg, in the territory; QGIS opens it. An establishment is named by \
      its code (the start of its identifier) or by its name.

      Examples:
        relais adherents import adherents.csv --dry-run
        relais adherents list --state adherent
        relais adherents follow-up
      """)
  }
  public var adherentsImportAbstract: String {
    say(
      "Reprend un tableau d’adhérents tel qu’il est ; deux fois le même ne change rien.",
      "Takes a spreadsheet of adherents as it is; the same one twice changes nothing.")
  }
  public var adherentsImportDiscussion: String {
    say(
      """
      Il faut une colonne nom, et une adresse ou une position (lon, lat). Sont aussi reprises, dans \
      n’importe quel ordre : type, état, catégorie, code postal, commune, horaires, SIRET, \
      autocollant, date d’adhésion, rez-de-chaussée, sur rue, mineurs admis, notes, contact, \
      téléphone, mail. Sans colonne état, les lignes sont des adhérents.
      """,
      """
      A column nom (name) is needed, and an address or a position (lon, lat). Also taken, in any \
      order: type, state, category, postcode, town, opening hours, SIRET, sticker, date of joining, \
      ground floor, street front, minors admitted, notes, contact, phone, email. Without a column \
      state, rows are adherents.
      """)
  }
  public var adherentsFileHelp: String {
    say(
      "Le tableau (CSV), ou des points (GeoJSON, GeoPackage).",
      "The spreadsheet (CSV), or points (GeoJSON, GeoPackage).")
  }
  public var dryRunHelp: String {
    say("Dire ce qui serait fait, sans rien écrire.", "Say what would be done, write nothing.")
  }
  public var adherentsListAbstract: String {
    say("Liste des établissements.", "Lists establishments.")
  }
  public var stateFilterHelp: String {
    say("Seulement cet état ; plusieurs possibles.", "This state only; may be repeated.")
  }
  public var kindFilterHelp: String {
    say("Seulement ce genre ; plusieurs possibles.", "This kind only; may be repeated.")
  }
  public var searchHelp: String {
    say(
      "Seulement ceux dont le nom ou l’adresse contient ce texte.",
      "Only those whose name or address holds this text.")
  }
  public var asOfHelp: String {
    say(
      "Tels qu’ils étaient ce jour-là (20/11/2018 ou 2018-11-20).",
      "As they were on that day (2018-11-20 or 20/11/2018).")
  }
  public var csvHelp: String {
    say("Écrire un CSV dans un fichier, ou « - ».", "Write CSV to a file, or -.")
  }
  public var geoJSONHelp: String {
    say("Écrire un GeoJSON dans un fichier, ou « - ».", "Write GeoJSON to a file, or -.")
  }
  public var adherentsShowAbstract: String {
    say("Tout sur un établissement, et son histoire.", "All of one establishment, and its history.")
  }
  public var codeHelp: String {
    say(
      "Son code ou son nom ; ou son SIRET, ou l’identifiant sous lequel le registre l’a inscrit.",
      "Its code or its name; or its SIRET, or the identifier it was taken up under.")
  }
  public var adherentsAddAbstract: String {
    say("Ajoute un établissement.", "Adds an establishment.")
  }
  public var addNameHelp: String { say("Son nom.", "Its name.") }
  public var factsHelp: String {
    say(
      "Des faits, champ=valeur ; une valeur vide efface. Champs : ",
      "Facts, field=value; an empty value clears. Fields: ")
  }
  public var newKindHelp: String { say("Son genre.", "Its kind.") }
  public var newStateHelp: String {
    say("Son état (prospect par défaut).", "Its state (prospect unless given).")
  }
  public var longitudeHelp: String { say("Longitude, degrés.", "Longitude, degrees.") }
  public var latitudeHelp: String { say("Latitude, degrés.", "Latitude, degrees.") }
  public var addressHelp: String { say("Numéro et rue.", "Number and street.") }
  public var contactNameHelp: String { say("La personne à appeler.", "Whom to call.") }
  public var phoneHelp: String { say("Son téléphone.", "Their phone.") }
  public var emailHelp: String { say("Son adresse électronique.", "Their email.") }
  public var adherentsSetAbstract: String {
    say("Change des faits d’un établissement.", "Changes facts of an establishment.")
  }
  public var adherentsSetDiscussion: String {
    say(
      "Exemple :\n  relais adherents set 3f2a91c0 ground_floor=yes horaires=\"Mo-Sa 09:00-19:00\"",
      "Example:\n  relais adherents set 3f2a91c0 ground_floor=yes opening_hours=\"Mo-Sa 09:00-19:00\""
    )
  }
  public var adherentsVisitAbstract: String {
    say("Note une visite et ce qui en sort.", "Records a visit and its outcome.")
  }
  public var outcomeHelp: String { say("Ce qu’il en sort.", "What came of it.") }
  public var callBackHelp: String {
    say(
      "Avec call-back : rappeler ce jour-là (20/11/2018 ou 2018-11-20).",
      "With call-back: call back on that day (2018-11-20 or 20/11/2018).")
  }
  public func callBackBeforeVisit(_ callBack: CalendarDay, _ visit: CalendarDay) -> String {
    say(
      "--call-back-on (\(date(callBack.iso))) ne peut pas précéder la visite (\(date(visit.iso))).",
      "--call-back-on (\(date(callBack.iso))) cannot be before the visit (\(date(visit.iso))).")
  }
  public var conditionHelp: String {
    say(
      "Avec not-eligible : la condition non remplie (ground_floor, street_front, minors_admitted).",
      "With not-eligible: the condition not met (ground_floor, street_front, minors_admitted).")
  }
  public var adherentsJoinAbstract: String {
    say("Un établissement adhère.", "An establishment joins.")
  }
  public var stickerHelp: String { say("Numéro de son autocollant.", "Its sticker’s number.") }
  public var adherentsSuspendAbstract: String {
    say("Suspend un adhérent, par exemple pour travaux.", "Suspends an adherent, say for works.")
  }
  public var adherentsLeaveAbstract: String {
    say("Un adhérent part ; son histoire reste.", "An adherent leaves; its history stays.")
  }
  public var adherentsFollowUpAbstract: String {
    say(
      "Qui est à suivre ce trimestre, les retards d’abord ; avec un code, note un suivi.",
      "Who is due this quarter, overdue first; with a code, records a follow-up.")
  }
  public var adherentsExportAbstract: String {
    say(
      "Le registre pour un tableur (CSV) ou une carte (GeoJSON).",
      "The registry for a spreadsheet (CSV) or a map (GeoJSON).")
  }
  public var publicHelp: String {
    say(
      "La liste publique : adhérents seulement, sans contacts ni notes ; un Table Schema à côté du CSV.",
      "The public list: adherents only, no contacts or notes; a Table Schema beside the CSV.")
  }
  public var withContactsHelp: String {
    say(
      "Avec les contacts, dans le CSV seulement : données personnelles.",
      "With contacts, in the CSV only: personal data.")
  }
  public var publicWithContacts: String {
    say(
      "La liste publique ne contient jamais de contacts.", "The public list never holds contacts.")
  }
  public var exportTargetNeeded: String {
    say("Indiquez --csv FICHIER ou --geojson FICHIER.", "Name --csv FILE or --geojson FILE.")
  }
  public var authorHelp: String {
    say("Qui note (par défaut, l’utilisateur).", "Who records (by default, the user).")
  }
  public var dayHelp: String {
    say(
      "Le jour où cela vaut, 20/11/2018 ou 2018-11-20 (aujourd’hui par défaut).",
      "The day it holds from, 2018-11-20 or 20/11/2018 (today by default).")
  }
  public var reasonHelp: String { say("Pourquoi, en quelques mots.", "Why, in a few words.") }
  public func badDay(_ text: String) -> String {
    say(
      "« \(text) » n’est pas une date : 20/11/2018 ou 2018-11-20.",
      "“\(text)” is not a date: 2018-11-20 or 20/11/2018.")
  }
  public func badFact(_ text: String) -> String {
    say(
      "« \(text) » n’est pas champ=valeur, avec un champ connu.",
      "“\(text)” is not field=value, with a known field.")
  }
  public var bothCoordinates: String {
    say("--lon et --lat vont ensemble.", "--lon and --lat go together.")
  }
}
