package import CoverageEngine

/// What the columns of a GeoPackage are called by those who open it.
extension Wording {
  /// The column that says what is covered within a budget: whether, or for how many metres.
  package func coveredTitle(_ budget: Budget, inMetres: Bool) -> String {
    inMetres
      ? say("layers.fieldTitle.coveredWithin", ["budget": .budget(budget)])
      : say("layers.fieldTitle.coveredWithinM", ["budget": .budget(budget)])
  }

  /// `nil` for a column without a title of its own, which is then shown by its name.
  package func fieldTitle(_ column: String) -> String? {
    switch column {
    case "code": say("layers.plainFieldTitle.code")
    case "finding": say("layers.plainFieldTitle.finding")
    case "verdict": say("layers.plainFieldTitle.verdict")
    case "id": say("layers.plainFieldTitle.identifier")
    case "name": say("layers.plainFieldTitle.name")
    case "former_name": say("layers.plainFieldTitle.formerName")
    case "kind": say("layers.plainFieldTitle.kind")
    case "address": say("layers.plainFieldTitle.address")
    case "category": say("layers.plainFieldTitle.category")
    case "commune": say("layers.plainFieldTitle.commune")
    case "insee": say("layers.plainFieldTitle.communeCode")
    case "worst_distance_over": say("layers.plainFieldTitle.relayOver")
    case "district": say("layers.plainFieldTitle.district")
    case "edge": say("layers.plainFieldTitle.edge")
    case "street": say("layers.plainFieldTitle.street")
    case "demand": say("layers.plainFieldTitle.demand")
    case "from": say("layers.plainFieldTitle.from")
    case "to": say("layers.plainFieldTitle.to")
    case "from_m": say("layers.plainFieldTitle.fromAlong")
    case "to_m": say("layers.plainFieldTitle.toAlong")
    case "length_m": say("layers.plainFieldTitle.lengthM")
    case "covered": say("layers.plainFieldTitle.covered")
    case "budget_m": say("layers.plainFieldTitle.coveredFrom")
    case "distance_m": say("layers.plainFieldTitle.walkingDistance")
    case "rank": say("layers.plainFieldTitle.rank")
    case "worst_distance_m": say("layers.plainFieldTitle.relayAt")
    case "nearest_relay": say("layers.plainFieldTitle.nearestRelay")
    case "children": say("layers.plainFieldTitle.children")
    case "schools": say("layers.plainFieldTitle.schools")
    case "gap_in": say("layers.plainFieldTitle.gapIn")
    case "perhaps_in": say("layers.plainFieldTitle.perhapsWindows")
    case "open_in": say("layers.plainFieldTitle.openIn")
    case "attached": say("layers.plainFieldTitle.attached")
    case "offset_m": say("layers.plainFieldTitle.alongThe")
    case "connector_m": say("layers.plainFieldTitle.connectorM")
    case "opening_hours": say("layers.plainFieldTitle.openingHours")
    case "relay": say("layers.plainFieldTitle.relay")
    case "streets_m": say("layers.plainFieldTitle.streetsM")
    case "school": say("layers.plainFieldTitle.schoolIdentifier")
    case "school_name": say("layers.plainFieldTitle.school")
    case "levels": say("layers.plainFieldTitle.levels")
    case "uncovered_m": say("layers.plainFieldTitle.notCovered")
    case "median_walk_m": say("layers.plainFieldTitle.medianWalk")
    case "p90_walk_m": say("layers.plainFieldTitle.nineWalks")
    case "covered_share": say("layers.plainFieldTitle.shareCovered")
    case "exposed_children": say("layers.plainFieldTitle.exposedChildren")
    case "longest_uncovered_m": say("layers.plainFieldTitle.longestGap")
    case "stop": say("layers.plainFieldTitle.stop")
    case "place": say("layers.plainFieldTitle.place")
    case "to_school_m": say("layers.plainFieldTitle.toThe")
    case "loss_m": say("layers.plainFieldTitle.lostWithout")
    case "approximate": say("layers.plainFieldTitle.approximate")
    case "keep": say("layers.plainFieldTitle.notTo")
    case "gain_m": say("layers.plainFieldTitle.gainM")
    case "cumulative_m": say("layers.plainFieldTitle.gainIn")
    case "acceptance": say("layers.plainFieldTitle.likelihoodTo")
    case "gain_if_yes_m": say("layers.plainFieldTitle.gainIf")
    case "round": say("layers.plainFieldTitle.round")
    case "doors": say("layers.plainFieldTitle.doors")
    case "walk_m": say("layers.plainFieldTitle.walkM")
    case "minutes": say("layers.plainFieldTitle.minutes")
    case "minutes_if_refused": say("layers.plainFieldTitle.minutesIf")
    case "names": say("layers.plainFieldTitle.names")
    case "reasons": say("layers.plainFieldTitle.reasons")
    case "alternatives": say("layers.plainFieldTitle.alternatives")
    case "instead_of": say("layers.plainFieldTitle.insteadOf")
    case "change": say("layers.plainFieldTitle.change")
    case "since": say("layers.plainFieldTitle.since")
    case "going_window": say("layers.plainFieldTitle.windowOf")
    case "going_covered_share": say("layers.plainFieldTitle.goingShare")
    case "going_exposed_children": say("layers.plainFieldTitle.goingExposed")
    case "going_covered_share_if_unknown_open":
      say("layers.plainFieldTitle.goingShareCoveredIf")
    case "going_exposed_children_if_unknown_open":
      say("layers.plainFieldTitle.goingExposedChildrenIf")
    default: nil
    }
  }
}
