package import CoverageEngine

/// Names of what the registry keeps.
extension Wording {
  package func name(_ state: AdherentState) -> String {
    switch state {
    case .prospect: say("adherents.name.prospect")
    case .contacted: say("adherents.name.contacted")
    case .agreed: say("adherents.name.agreed")
    case .adherent: say("adherents.name.adherent")
    case .suspended: say("adherents.name.suspended")
    case .left: say("adherents.name.left")
    case .refused: say("adherents.name.refused")
    }
  }

  package func name(_ kind: EstablishmentKind) -> String {
    switch kind {
    case .shop: say("adherents.name.shop")
    case .association: say("adherents.name.association")
    case .institution: say("adherents.name.institution")
    case .municipal: say("adherents.name.municipal")
    }
  }

  package func name(_ check: ConditionCheck) -> String {
    switch check {
    case .yes: say("adherents.name.yes")
    case .no: say("adherents.name.no")
    case .notChecked: say("adherents.name.notChecked")
    }
  }

  package func name(_ outcome: VisitOutcome) -> String {
    switch outcome {
    case .yes: say("adherents.name.yes")
    case .no: say("adherents.name.no")
    case .callBack: say("adherents.name.callBack")
    case .closed: say("adherents.name.closed")
    case .notEligible: say("adherents.name.notEligible")
    case .absent: say("adherents.name.absent")
    }
  }

  package func name(_ kind: RegistryEvent.Kind) -> String {
    switch kind {
    case .added: say("adherents.name.added")
    case .imported: say("adherents.name.imported")
    case .changed: say("adherents.name.changed")
    case .state: say("adherents.name.state")
    case .visit: say("adherents.name.visit")
    case .followUp: say("adherents.name.followUp")
    case .edited: say("adherents.name.edited")
    case .contact: say("adherents.name.contact")
    case .undone: say("adherents.name.undone")
    case .merged: say("adherents.name.merged")
    case .stickers: say("adherents.name.stickers")
    case .sheltered: say("adherents.name.sheltered")
    }
  }

  package func name(_ field: EstablishmentField) -> String {
    switch field {
    case .name: say("adherents.name.name")
    case .kind: say("adherents.name.kind")
    case .state: say("adherents.name")
    case .category: say("adherents.name.category")
    case .address: say("adherents.name.address")
    case .postcode: say("adherents.name.postcode")
    case .city: say("adherents.name.city")
    case .insee: say("adherents.name.insee")
    case .position: say("adherents.name.position")
    case .positionSource: say("adherents.name.positionSource")
    case .positionQuality: say("adherents.name.positionQuality")
    case .groundFloor: say("adherents.name.groundFloor")
    case .groundFloorOn: say("adherents.name.groundFloorOn")
    case .streetFront: say("adherents.name.streetFront")
    case .streetFrontOn: say("adherents.name.streetFrontOn")
    case .minorsAdmitted: say("adherents.name.minorsAdmitted")
    case .minorsAdmittedOn:
      say("adherents.name.minorsAdmittedOn")
    case .openingHours: say("adherents.name.openingHours")
    case .siret: "SIRET"
    case .sticker: say("adherents.name.sticker")
    case .stickerOn: say("adherents.name.stickerOn")
    case .charterOn: say("adherents.name.charterOn")
    case .followedUpOn: say("adherents.name.followedUpOn")
    case .callBackOn: say("adherents.name.callBackOn")
    case .notes: say("adherents.name.notes")
    }
  }

  /// A fact as people read it.
  package func value(_ fact: FactValue) -> String {
    switch fact {
    case .kind(let kind): name(kind)
    case .state(let state): name(state)
    case .check(let check): name(check)
    case .day(let day): date(day)
    case .text, .position, .siret, .source, .quality, .unread: fact.text
    }
  }

  package func name(_ reason: DuplicatePair.Reason) -> String {
    switch reason {
    case .siret: say("adherents.name.siret")
    case .nameNearby: say("adherents.name.nameNearby")
    case .addressAndKind: say("adherents.name.addressAndKind")
    }
  }
}
