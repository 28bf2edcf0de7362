import RelaisGeo

/// Which rules tell the ways of a file that are walked, and those to cover. Raw values are stable: the JSON of
/// `relais check` bears them.
public enum StreetRules: String, CaseIterable, Hashable, Sendable {
  /// OpenStreetMap's tags, of an extract or of lines that bear them.
  case tags = "osm-tags"
  /// The classes of Geofabrik's extracts (`fclass`).
  case geofabrik = "geofabrik-fclass"
  /// BD TOPO by the names of its GeoPackage and of IGN's web service.
  case bdTopo = "bd-topo"
  /// BD TOPO by the names of its shapefile, version 2 or 3.
  case bdTopoShapefile = "bd-topo-shapefile"
  /// A table of edges: all are walked, all are to cover.
  case edges
  /// Lines of any layer: all are walked, all are to cover.
  case plain = "plain-lines"

  /// The rules of a file of streets; `nil` of anything else.
  ///
  /// - Parameter columns: Those that are read: their names tell the forms of BD TOPO apart.
  public init?(_ format: SourceFormat, columns: [ColumnUse]) {
    switch format {
    case .openStreetMap, .streetLines(_, .openStreetMap): self = .tags
    case .streetLines(_, .geofabrik): self = .geofabrik
    case .streetLines(_, .bdTopo):
      let isShapefile = columns.contains {
        StreetRules.shapefileNames.contains(ColumnName.folded($0.column))
      }
      self = isShapefile ? .bdTopoShapefile : .bdTopo
    case .streetLines(_, .plain): self = .plain
    case .network: self = .edges
    case .features, .schoolDirectory, .populationGrid, .register, .addresses, .adherents,
      .schoolHolidays, .coverageMatrix, .registry:
      return nil
    }
  }

  /// Names a shapefile cuts to ten characters; the GeoPackage has the whole ones.
  private static let shapefileNames = Set(
    ["POS_SOL", "ETAT", "ACCES_PED", "NOM_COLL_G", "NOM_COLL_D", "NOM_1_G", "NOM_1_D"].map {
      ColumnName.folded($0)
    })
}
