package import CoverageEngine

/// Names of what the registry keeps.
extension Wording {
  package func name(_ state: AdherentState) -> String {
    switch state {
    case .prospect: say("à démarcher", "prospect")
    case .contacted: say("contacté", "contacted")
    case .agreed: say("d’accord", "agreed")
    case .adherent: say("adhérent", "adherent")
    case .suspended: say("suspendu", "suspended")
    case .left: say("parti", "left")
    case .refused: say("refus", "refused")
    }
  }

  package func name(_ kind: EstablishmentKind) -> String {
    switch kind {
    case .shop: say("commerce", "shop")
    case .association: say("association", "association")
    case .institution: say("institution", "institution")
    case .municipal: say("service municipal", "municipal service")
    }
  }

  package func name(_ check: ConditionCheck) -> String {
    switch check {
    case .yes: say("oui", "yes")
    case .no: say("non", "no")
    case .notChecked: say("non vérifié", "not checked")
    }
  }

  package func name(_ outcome: VisitOutcome) -> String {
    switch outcome {
    case .yes: say("oui", "yes")
    case .no: say("non", "no")
    case .callBack: say("à rappeler", "call back")
    case .closed: say("fermé", "closed")
    case .notEligible: say("ne remplit pas les conditions", "not eligible")
    }
  }

  package func name(_ kind: RegistryEvent.Kind) -> String {
    switch kind {
    case .added: say("ajout", "added")
    case .imported: say("import", "import")
    case .changed: say("modification", "change")
    case .state: say("changement d’état", "change of state")
    case .visit: say("visite", "visit")
    case .followUp: say("suivi", "follow-up")
    case .edited: say("modification dans le fichier (QGIS)", "edit in the file (QGIS)")
    case .contact: say("contact modifié", "contact changed")
    }
  }

  package func name(_ field: EstablishmentField) -> String {
    switch field {
    case .name: say("nom", "name")
    case .kind: say("genre", "kind")
    case .state: say("état", "state")
    case .category: say("catégorie", "category")
    case .address: say("adresse", "address")
    case .postcode: say("code postal", "postcode")
    case .city: say("commune", "town")
    case .insee: say("code INSEE", "INSEE code")
    case .position: say("position", "position")
    case .positionSource: say("origine de la position", "source of the position")
    case .positionQuality: say("qualité de la position", "quality of the position")
    case .groundFloor: say("rez-de-chaussée", "ground floor")
    case .groundFloorOn: say("rez-de-chaussée, vérifié le", "ground floor, checked on")
    case .streetFront: say("donne sur la rue", "street front")
    case .streetFrontOn: say("donne sur la rue, vérifié le", "street front, checked on")
    case .minorsAdmitted: say("ouvert aux moins de 18 ans", "open to under-18s")
    case .minorsAdmittedOn:
      say("ouvert aux moins de 18 ans, vérifié le", "open to under-18s, checked on")
    case .openingHours: say("horaires", "opening hours")
    case .siret: "SIRET"
    case .sticker: say("autocollant", "sticker")
    case .stickerOn: say("autocollant remis le", "sticker given on")
    case .charterOn: say("charte signée le", "charter signed on")
    case .followedUpOn: say("dernier suivi", "last follow-up")
    case .callBackOn: say("à rappeler le", "call back on")
    case .notes: say("notes", "notes")
    }
  }

  /// A fact as people read it.
  package func value(_ text: String, of field: EstablishmentField) -> String {
    switch field.content {
    case .kind: EstablishmentKind(rawValue: text).map { name($0) } ?? text
    case .state: AdherentState(rawValue: text).map { name($0) } ?? text
    case .check: ConditionCheck(rawValue: text).map { name($0) } ?? text
    case .day: date(text)
    default: text
    }
  }

  package func name(_ reason: DuplicatePair.Reason) -> String {
    switch reason {
    case .siret: say("même SIRET", "same SIRET")
    case .nameNearby: say("même nom à moins de 50 m", "same name within 50 m")
    case .addressAndKind: say("même adresse et même genre", "same address and kind")
    }
  }
}
