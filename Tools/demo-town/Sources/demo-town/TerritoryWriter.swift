/// Makes the polygon and population files from the land's partition.
struct TerritoryWriter {
  let land: LandPartition
  let boundary: [Point]

  /// The commune.
  var commune: String {
    var file = GeoJSONText(name: "limite")
    file.add(
      rings: [boundary],
      properties: [("insee", .text(TownSite.insee)), ("nom", .text(TownSite.name))])
    return file.text
  }

  /// The districts, which share out the whole commune.
  var districts: String {
    let wishes = land.centres.map { Zone.at($0).district }
    let parties = land.settled(wishes, count: Zone.districts.count)
    var file = GeoJSONText(name: "quartiers")
    for (district, name) in Zone.districts.enumerated() {
      file.add(rings: land.outline(of: district, in: parties), properties: [("nom", .text(name))])
    }
    return file.text
  }

  /// The priority neighbourhood: the blocks of tall buildings.
  var priorityAreas: String {
    let wishes = land.centres.indices.map { face in
      Zone.at(land.centres[face]).style == .towers && land.areas[face] < 90_000 ? 1 : 0
    }
    let parties = land.settled(wishes, count: 2)
    var file = GeoJSONText(name: "qpv")
    file.add(
      rings: land.outline(of: 1, in: parties),
      properties: [
        ("code_qp", .text("QN99901M")), ("lib_qp", .text("Haut-du-Bois")),
        ("insee_reg", .text("44")), ("lib_reg", .text("Grand Est")), ("insee_dep", .text("54")),
        ("lib_dep", .text("Meurthe-et-Moselle")), ("insee_com", .text(TownSite.insee)),
        ("lib_com", .text(TownSite.name)), ("siren_epci", .text("999999999")),
      ])
    return file.text
  }

  /// The areas whose children go to each elementary school, then to each collège.
  func catchments(of schools: [School]) -> String {
    var file = GeoJSONText(name: "secteurs-scolaires")
    for (level, word) in [(SchoolPlan.Level.elementary, "élémentaire"), (.middle, "collège")] {
      let served = schools.filter { $0.plan.level == level && !$0.plan.isClosed }
      let wishes = land.centres.map { centre in
        served.indices.min {
          land.effort(from: centre, to: served[$0].heart)
            < land.effort(from: centre, to: served[$1].heart)
        } ?? 0
      }
      let parties = land.settled(wishes, count: served.count)
      for (party, school) in served.enumerated() {
        file.add(
          rings: land.outline(of: party, in: parties),
          properties: [
            ("uai", .text(school.plan.code)), ("nom", .text(school.plan.name)),
            ("niveau", .text(word)),
          ])
      }
    }
    return file.text
  }

  /// The population squares as a table, commas as INSEE writes it.
  static func populationTable(_ cells: [PopulationCell]) -> String {
    let columns =
      ["idcar_200m", "idcar_1km", "i_est_200", "lcog_geo"]
      + counts(of: PopulationCell(east: 0, north: 0)).map(\.key)
    var table = SemicolonTable(columns, separator: ",")
    for cell in cells {
      table.add(
        [cell.name(size: 200), cell.name(size: 1000), cell.isImputed ? "1" : "0", TownSite.insee]
          + counts(of: cell).map { FixedDecimal.text($0.value, 1) })
    }
    return table.text
  }

  private static func counts(of cell: PopulationCell) -> [(key: String, value: Double)] {
    [
      ("ind", cell.people), ("men", cell.households), ("ind_0_3", cell.children[0]),
      ("ind_4_5", cell.children[1]), ("ind_6_10", cell.children[2]),
      ("ind_11_17", cell.children[3]), ("ind_inc", cell.unknownAge),
    ]
  }
}
