package import CoverageEngine

/// Help of `relais adherents …`.
extension Wording {
  package var adherentsAbstract: String {
    say(
      "Le registre des adhérents : qui, où, dans quel état, depuis quand.",
      "The registry of adherents: who, where, in which state, since when.")
  }
  package var adherentsDiscussion: String {
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
  package var adherentsImportAbstract: String {
    say(
      "Reprend un tableau d’adhérents tel qu’il est ; deux fois le même ne change rien.",
      "Takes a spreadsheet of adherents as it is; the same one twice changes nothing.")
  }
  package var adherentsImportDiscussion: String {
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
  package var adherentsFileHelp: String {
    say(
      "Le tableau (CSV), ou des points (GeoJSON, GeoPackage).",
      "The spreadsheet (CSV), or points (GeoJSON, GeoPackage).")
  }
  package var dryRunHelp: String {
    say("Dire ce qui serait fait, sans rien écrire.", "Say what would be done, write nothing.")
  }
  package var adherentsListAbstract: String {
    say("Liste des établissements.", "Lists establishments.")
  }
  package var stateFilterHelp: String {
    say("Seulement cet état ; plusieurs possibles.", "This state only; may be repeated.")
  }
  package var kindFilterHelp: String {
    say("Seulement ce genre ; plusieurs possibles.", "This kind only; may be repeated.")
  }
  package var searchHelp: String {
    say(
      "Seulement ceux dont le nom ou l’adresse contient ce texte.",
      "Only those whose name or address holds this text.")
  }
  package var asOfHelp: String {
    say(
      "Tels qu’ils étaient ce jour-là (20/11/2018 ou 2018-11-20).",
      "As they were on that day (2018-11-20 or 20/11/2018).")
  }
  package var csvHelp: String {
    say("Écrire un CSV dans un fichier, ou « - ».", "Write CSV to a file, or -.")
  }
  package var geoJSONHelp: String {
    say("Écrire un GeoJSON dans un fichier, ou « - ».", "Write GeoJSON to a file, or -.")
  }
  package var adherentsShowAbstract: String {
    say("Tout sur un établissement, et son histoire.", "All of one establishment, and its history.")
  }
  package var codeHelp: String {
    say(
      "Son code ou son nom ; ou son SIRET, ou l’identifiant sous lequel le registre l’a inscrit.",
      "Its code or its name; or its SIRET, or the identifier it was taken up under.")
  }
  package var adherentsAddAbstract: String {
    say("Ajoute un établissement.", "Adds an establishment.")
  }
  package var addNameHelp: String { say("Son nom.", "Its name.") }
  package var factsHelp: String {
    say(
      "Des faits, champ=valeur ; une valeur vide efface. Champs : ",
      "Facts, field=value; an empty value clears. Fields: ")
  }
  package var newKindHelp: String { say("Son genre.", "Its kind.") }
  package var newStateHelp: String {
    say("Son état (prospect par défaut).", "Its state (prospect unless given).")
  }
  package var longitudeHelp: String { say("Longitude, degrés.", "Longitude, degrees.") }
  package var latitudeHelp: String { say("Latitude, degrés.", "Latitude, degrees.") }
  package var addressHelp: String { say("Numéro et rue.", "Number and street.") }
  package var contactNameHelp: String { say("La personne à appeler.", "Whom to call.") }
  package var phoneHelp: String { say("Son téléphone.", "Their phone.") }
  package var emailHelp: String { say("Son adresse électronique.", "Their email.") }
  package var adherentsSetAbstract: String {
    say("Change des faits d’un établissement.", "Changes facts of an establishment.")
  }
  package var adherentsSetDiscussion: String {
    say(
      "Exemple :\n  relais adherents set 3f2a91c0 ground_floor=yes horaires=\"Mo-Sa 09:00-19:00\"",
      "Example:\n  relais adherents set 3f2a91c0 ground_floor=yes opening_hours=\"Mo-Sa 09:00-19:00\""
    )
  }
  package var adherentsVisitAbstract: String {
    say("Note une visite et ce qui en sort.", "Records a visit and its outcome.")
  }
  package var outcomeHelp: String { say("Ce qu’il en sort.", "What came of it.") }
  package var callBackHelp: String {
    say(
      "Avec call-back : rappeler ce jour-là (20/11/2018 ou 2018-11-20).",
      "With call-back: call back on that day (2018-11-20 or 20/11/2018).")
  }
  package func callBackBeforeVisit(_ callBack: CalendarDay, _ visit: CalendarDay) -> String {
    say(
      "--call-back-on (\(date(callBack.iso))) ne peut pas précéder la visite (\(date(visit.iso))).",
      "--call-back-on (\(date(callBack.iso))) cannot be before the visit (\(date(visit.iso))).")
  }
  package var conditionHelp: String {
    say(
      "Avec not-eligible : la condition non remplie (ground_floor, street_front, minors_admitted).",
      "With not-eligible: the condition not met (ground_floor, street_front, minors_admitted).")
  }
  package var adherentsJoinAbstract: String {
    say("Un établissement adhère.", "An establishment joins.")
  }
  package var stickerHelp: String { say("Numéro de son autocollant.", "Its sticker’s number.") }
  package var adherentsSuspendAbstract: String {
    say("Suspend un adhérent, par exemple pour travaux.", "Suspends an adherent, say for works.")
  }
  package var adherentsLeaveAbstract: String {
    say("Un adhérent part ; son histoire reste.", "An adherent leaves; its history stays.")
  }
  package var adherentsFollowUpAbstract: String {
    say(
      "Qui est à suivre ce trimestre, les retards d’abord ; avec un code, note un suivi.",
      "Who is due this quarter, overdue first; with a code, records a follow-up.")
  }
  package var adherentsExportAbstract: String {
    say(
      "Le registre pour un tableur (CSV) ou une carte (GeoJSON).",
      "The registry for a spreadsheet (CSV) or a map (GeoJSON).")
  }
  package var publicHelp: String {
    say(
      "La liste publique : adhérents seulement, sans contacts ni notes ; un Table Schema à côté du CSV.",
      "The public list: adherents only, no contacts or notes; a Table Schema beside the CSV.")
  }
  package var withContactsHelp: String {
    say(
      "Avec les contacts, dans le CSV seulement : données personnelles.",
      "With contacts, in the CSV only: personal data.")
  }
  package var publicWithContacts: String {
    say(
      "La liste publique ne contient jamais de contacts.", "The public list never holds contacts.")
  }
  package var exportTargetNeeded: String {
    say("Indiquez --csv FICHIER ou --geojson FICHIER.", "Name --csv FILE or --geojson FILE.")
  }
  package var authorHelp: String {
    say("Qui note (par défaut, l’utilisateur).", "Who records (by default, the user).")
  }
  package var dayHelp: String {
    say(
      "Le jour où cela vaut, 20/11/2018 ou 2018-11-20 (aujourd’hui par défaut).",
      "The day it holds from, 2018-11-20 or 20/11/2018 (today by default).")
  }
  package var reasonHelp: String { say("Pourquoi, en quelques mots.", "Why, in a few words.") }
  package func badDay(_ text: String) -> String {
    say(
      "« \(text) » n’est pas une date : 20/11/2018 ou 2018-11-20.",
      "“\(text)” is not a date: 2018-11-20 or 20/11/2018.")
  }
  package func badFact(_ text: String) -> String {
    say(
      "« \(text) » n’est pas champ=valeur, avec un champ connu.",
      "“\(text)” is not field=value, with a known field.")
  }
  package var bothCoordinates: String {
    say("--lon et --lat vont ensemble.", "--lon and --lat go together.")
  }
}
