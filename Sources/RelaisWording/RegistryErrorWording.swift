package import CoverageEngine

/// Errors of the registry: what failed, and what to do. Nothing was changed in any of them.
extension Wording {
  package func sentence(_ error: RegistryError) -> String {
    typographic(text(error))
  }

  private func text(_ error: RegistryError) -> String {
    switch error {
    case .missing(let file):
      say(
        "Il n’y a pas encore de registre « \(file) ». Faites-le avec « relais adherents import FICHIER » ou « relais adherents add ».",
        "There is no registry “\(file)” yet. Make it with “relais adherents import FILE” or “relais adherents add”."
      )
    case .noCopy(let file):
      say(
        "La copie « \(file) » n’existe pas, ou elle est vide. Rien n’a été changé. Vérifiez son nom et son dossier.",
        "There is no copy “\(file)”, or it is empty. Nothing was changed. Check its name and folder."
      )
    case .notARegistry(let file, let detail):
      say(
        "« \(file) » n’est pas un registre de Relais (\(detail)). Rien n’a été changé. Remettez le bon fichier, par exemple avec « relais restore ».",
        "“\(file)” is not a registry of Relais (\(detail)). Nothing was changed. Put the right file back, for example with “relais restore”."
      )
    case .damaged(let file, let detail): damaged(file, detail)
    case .unsoundCopy(let file, let problem):
      damaged(file, problem.kind.code + ": " + subject(problem.subject))
    case .newer(let file, let steps):
      say(
        "« \(file) » a été écrit par une version plus récente de Relais (\(steps.joined(separator: ", "))). Rien n’a été changé. Installez cette version.",
        "“\(file)” was written by a newer version of Relais (\(steps.joined(separator: ", "))). Nothing was changed. Install that version."
      )
    case .foreignSchema(let file, let objects):
      say(
        "« \(file) » contient des éléments que Relais n’a pas faits ou n’a plus (\(objects.joined(separator: ", "))). Rien n’a été changé. Retirez-les, ou reprenez une sauvegarde.",
        "“\(file)” holds things Relais did not make, or lacks some it made (\(objects.joined(separator: ", "))). Nothing was changed. Take them out, or take a backup."
      )
    case .readOnly(let file, let detail):
      say(
        "Le registre « \(file) » ne peut pas être ouvert ou écrit (\(detail)). Rien n’a été changé. Vérifiez vos droits sur le fichier et sur son dossier : les deux doivent être ouverts en écriture.",
        "The registry “\(file)” cannot be opened or written (\(detail)). Nothing was changed. Check your permissions on the file and on its folder: both must be writable."
      )
    case .diskFull(let file):
      say(
        "Le disque est plein : « \(file) » n’a pas été changé. Libérez de la place et recommencez.",
        "The disk is full: “\(file)” was not changed. Free some space and try again.")
    case .busy(let file):
      say(
        "Un autre programme tient « \(file) » (QGIS ?). Rien n’a été changé. Fermez-le, ou enregistrez-y vos modifications, et recommencez.",
        "Another program holds “\(file)” (QGIS?). Nothing was changed. Close it, or save your edits there, and try again."
      )
    case .diskFailure(let file, let detail):
      say(
        "Le disque n’a pas pu écrire « \(file) » (\(detail)). Rien n’a été changé. Vérifiez le disque ou le partage réseau.",
        "The disk could not write “\(file)” (\(detail)). Nothing was changed. Check the disk or the network share."
      )
    case .copyOntoItself(let file):
      say(
        "« \(file) » est le registre lui-même. Rien n’a été changé. Donnez un autre fichier.",
        "“\(file)” is the registry itself. Nothing was changed. Name another file.")
    case .unknownCode(let code):
      say(
        "Aucun établissement ne répond à « \(code) ». « relais adherents list » donne les codes.",
        "No establishment answers to “\(code)”. “relais adherents list” gives the codes.")
    case .ambiguousCode(let code, let candidates):
      say(
        "Plusieurs établissements répondent à « \(code) » : \(candidates.joined(separator: " ; ")). Donnez le code.",
        "Several establishments answer to “\(code)”: \(candidates.joined(separator: "; ")). Give the code."
      )
    case .badValue(let field, let value):
      say(
        "« \(value) » ne convient pas pour : \(name(field)). Attendu : \(expected(field)).",
        "“\(value)” will not do for: \(name(field)). Expected: \(expected(field)).")
    case .nameMissing:
      say("Un établissement doit avoir un nom.", "An establishment must have a name.")
    case .stateForbidden(let from, let to):
      say(
        "On ne passe pas de « \(name(from)) » à « \(name(to)) ». Rien n’a été changé. Possible depuis « \(name(from)) » : \(listed(successors(from))).",
        "There is no passage from “\(name(from))” to “\(name(to))”. Nothing was changed. Possible from “\(name(from))”: \(listed(successors(from)))."
      )
    case .conditionUnmet(let field):
      say(
        "Une condition de l’adhésion n’est pas remplie : \(name(field)). Rien n’a été changé. Si elle l’est devenue, notez-le d’abord avec « relais adherents set CODE \(field.rawValue)=oui ».",
        "A condition of joining is not met: \(name(field)). Nothing was changed. If it is met by now, record it first with “relais adherents set CODE \(field.rawValue)=yes”."
      )
    case .futureDay(let day):
      say(
        "Le \(date(day.iso)) n’est pas encore venu ; un changement vaut à partir d’un jour passé, ou d’aujourd’hui.",
        "\(date(day.iso)) has not come yet; a change holds from a past day, or from today.")
    case .beforeKnown(let day, let first):
      say(
        "L’établissement n’est connu que depuis le \(date(first.iso)) ; rien ne peut y changer le \(date(day.iso)). Rien n’a été changé. Donnez un jour à partir du \(date(first.iso)).",
        "The establishment is known only since \(date(first.iso)); nothing can change on \(date(day.iso)). Nothing was changed. Give a day from \(date(first.iso)) on."
      )
    case .childColumn(let file, let column):
      say(
        "« \(file) » a une colonne qui ressemble à des données d’enfants (« \(column) »). Relais n’en garde jamais. Rien n’a été repris ; ôtez cette colonne et recommencez.",
        "“\(file)” has a column that looks like data of children (“\(column)”). Relais never keeps any. Nothing was taken; remove that column and try again."
      )
    case .placeColumnsMissing(let file, let found):
      say(
        "Dans « \(file) », il faut une adresse ou une position (adresse, ou lon et lat). Trouvé : \(listed(found)).",
        "“\(file)” needs an address or a position (adresse, or lon and lat). Found: \(listed(found))."
      )
    case .notRebuilt(let file, let detail):
      say(
        "La personne est effacée, mais « \(file) » n’a pas pu être reconstruit (\(detail)) : des octets libérés et les copies à côté peuvent encore la nommer. Libérez de la place, fermez les autres programmes, puis faites « relais backup », « relais restore », et effacez les copies « .before- ».",
        "The person is erased, but “\(file)” could not be rebuilt (\(detail)): freed bytes and the copies beside it may still name them. Free some space, close other programs, then run “relais backup”, “relais restore”, and delete the “.before-” copies."
      )
    case .notErasable(let place):
      say(
        "La personne est nommée dans « \(place) », dont la table n’admet pas d’autre valeur. Rien n’a été effacé. Corrigez cette cellule dans QGIS et recommencez.",
        "The person is named in “\(place)”, whose table allows no other value. Nothing was erased. Correct that cell in QGIS and try again."
      )
    }
  }

  private func damaged(_ file: String, _ detail: String) -> String {
    say(
      "Le registre « \(file) » est abîmé (\(detail)). Rien n’a été changé. Gardez ce fichier, et reprenez une sauvegarde avec « relais restore FICHIER ».",
      "The registry “\(file)” is damaged (\(detail)). Nothing was changed. Keep this file, and take a backup with “relais restore FILE”."
    )
  }

  private func successors(_ state: AdherentState) -> [String] {
    AdherentState.allCases.filter { state.successors.contains($0) }.map { name($0) }
  }

  private func expected(_ field: EstablishmentField) -> String {
    switch field.content {
    case .text: say("un texte", "some text")
    case .kind: EstablishmentKind.allCases.map { name($0) }.joined(separator: ", ")
    case .state: AdherentState.allCases.map { name($0) }.joined(separator: ", ")
    case .check: ConditionCheck.allCases.map { name($0) }.joined(separator: ", ")
    case .day: say("une date, 20/11/2018 ou 2018-11-20", "a date, 2018-11-20 or 20/11/2018")
    case .position: say("longitude latitude, en degrés", "longitude latitude, in degrees")
    case .siret: say("14 chiffres", "14 digits")
    }
  }
}
