package import CoverageEngine
import RelaisFormats
package import RelaisGeo
package import RelaisWording

/// Many communes together: what `relais batch merge` makes its files of.
package struct NationalMaterial: Sendable {
  /// By their codes.
  package var communes: [CommuneFigures]
  /// Their outlines, in the same order, degrees.
  package var areas: [MultiPolygon]
  package var budgets: Budgets
  /// What layers are written in.
  package var system: ReferenceSystem
  package var generator: String
  package var credits: [String]

  package init(
    communes: [CommuneFigures], areas: [MultiPolygon], budgets: Budgets, system: ReferenceSystem,
    generator: String, credits: [String]
  ) {
    self.communes = communes
    self.areas = areas
    self.budgets = budgets
    self.system = system
    self.generator = generator
    self.credits = credits
  }

  package func count(_ state: CommuneFigures.State) -> Int { communes.count { $0.state == state } }

  /// Streets of all communes that are done.
  package var streets: Length { communes.reduce(.zero) { $0 + $1.streets } }

  package var relays: Int { communes.reduce(0) { $0 + $1.relays } }

  /// What of them is covered at a budget, by its number, in whole millimetres.
  package func covered(_ budget: Int) -> Length {
    communes.reduce(.zero) { $0 + ($1.covered.isEmpty ? .zero : $1.covered[budget]) }
  }

  package func share(_ budget: Int) -> Double? {
    streets > .zero
      ? Double(covered(budget).millimetres) / Double(streets.millimetres) : nil
  }

  /// The number of the main budget.
  package var main: Int { budgets.firstIndex(of: budgets.main) ?? 0 }
}

/// `communes.csv`: a row per commune, by its code; lengths to the millimetre.
package enum NationalCSV {
  package static func bytes(_ material: NationalMaterial, _ wording: Wording) -> [UInt8] {
    var writer = CSVWriter(
      headers: ["insee", "name", "state", wording.relaysHeader, wording.streetsHeader + " (km)"]
        + material.budgets.mainFirst.flatMap {
          [wording.notCoveredAt($0) + " (km)", wording.shareAt($0) + " (%)"]
        })
    let order = material.budgets.mainFirst.compactMap { material.budgets.firstIndex(of: $0) }
    for commune in material.communes {
      var row: [CSVWriter.Cell] = [
        .text(commune.insee), .text(commune.name), .text(commune.state.rawValue),
      ]
      if commune.state == .done {
        row += [
          .integer(Int64(commune.relays)), .fixed(commune.streets.millimetres, decimals: 6),
        ]
        for budget in order {
          row.append(
            .fixed((commune.streets - commune.covered[budget]).millimetres, decimals: 6))
          row.append(commune.share(budget).map { .decimal($0 * 100, decimals: 2) } ?? .empty)
        }
      } else {
        row += Array(repeating: .empty, count: 2 + 2 * order.count)
      }
      writer.append(row)
    }
    return writer.bytes
  }
}

/// `relais batch merge --json`: schema `relais.batch/1`, the sums.
package enum NationalJSON {
  package static func bytes(_ material: NationalMaterial) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("schema", "relais.batch/1")
      json.member("units", material.communes.count)
      for state in CommuneFigures.State.allCases {
        json.member(state.rawValue, material.count(state))
      }
      json.member("relays", material.relays)
      json.member("streets_m", material.streets)
      json.key("budgets")
      json.array { json in
        for (index, budget) in material.budgets.enumerated() {
          json.object { json in
            json.member("distance_m", budget.length)
            json.member("streets_covered_m", material.covered(index))
            json.member("streets_share", material.share(index) ?? 0)
          }
        }
      }
      for state in [CommuneFigures.State.failed, .missing] {
        json.key(state.rawValue + "_communes")
        json.array { json in
          for commune in material.communes where commune.state == state {
            json.string(commune.insee)
          }
        }
      }
    }
    return json.finish()
  }
}

/// `communes.gpkg`: their outlines with their figures.
package enum NationalGeoPackage {
  /// - Throws: ``ProjectionError``, ``FormatError/notWritable(file:detail:)``.
  package static func write(
    _ material: NationalMaterial, _ wording: Wording, to path: String
  ) throws {
    let shapes = try placed(material.areas, in: material.system)
    let rows = zip(material.communes, shapes).map { commune, area in
      GeoPackageLayer.Row(
        .multiPolygon(area),
        [
          .text(commune.insee), .text(commune.name), .text(commune.state.rawValue),
          commune.state == .done ? .integer(Int64(commune.relays)) : .null,
          commune.state == .done ? .real(commune.streets.metres) : .null,
        ]
          + material.budgets.indices.flatMap { budget -> [AttributeValue] in
            guard commune.state == .done else { return [.null, .null] }
            return [
              .real(commune.covered[budget].metres),
              commune.share(budget).map { .real($0) } ?? .null,
            ]
          })
    }
    let layer = GeoPackageLayer(
      name: "communes", identifier: wording.communesLayer, geometryType: .multiPolygon,
      columns: [
        .init("insee", .text), .init("name", .text),
        .init("state", .text, title: wording.stateHeader),
        .init("relays", .integer, title: wording.relaysHeader), .init("streets_m", .real),
      ]
        + material.budgets.flatMap {
          [
            GeoPackageLayer.Column(
              "covered_\($0.slug)_m", .real, title: wording.coveredTitle($0, inMetres: true)),
            GeoPackageLayer.Column("share_\($0.slug)", .real, title: wording.shareAt($0)),
          ]
        },
      style: LayerStyle.communes(
        wording, share: "share_\(material.budgets.main.slug)", classes: ShareClass.allCases),
      rows: rows)
    try GeoPackageWriter.write(
      TitledLayers.titled([layer], wording),
      referenceSystem: CoverageGeoPackage.referenceSystem(material.system), to: path)
  }

  private static func placed(
    _ areas: [MultiPolygon], in system: ReferenceSystem
  ) throws -> [MultiPolygon] {
    if system.isGeographic { return areas }
    var projector = try Projector(system)
    return try areas.map { area in
      MultiPolygon(
        try area.polygons.map { polygon in
          Polygon(
            shell: try ring(polygon.shell, &projector),
            holes: try polygon.holes.map { try ring($0, &projector) })
        })
    }
  }

  private static func ring(
    _ positions: [Position], _ projector: inout Projector
  ) throws -> [Position] {
    try projector.forward(positions).map { Position(x: $0.x, y: $0.y) }
  }
}
