/// Names a GeoPackage can have.
enum GeoPackageNames {
  /// What is wrong with the names of some layers; `nil` if nothing.
  ///
  /// SQLite takes names without case; `gpkg_`, `sqlite_` and `rtree_` are reserved.
  static func problem(in layers: [GeoPackageLayer]) -> String? {
    var tables: Set<String> = ["layer_styles"]
    var identifiers: Set<String> = ["layer_styles"]
    for layer in layers {
      let name = layer.name.lowercased()
      let reserved = ["gpkg_", "sqlite_", "rtree_", "trigger_"].contains { name.hasPrefix($0) }
      guard isSound(name), !reserved, tables.insert(name).inserted else {
        return "a layer cannot be named \"\(layer.name)\""
      }
      guard identifiers.insert(layer.identifier).inserted else {
        return "two layers are titled \"\(layer.identifier)\""
      }
      var columns: Set<String> = [GeoPackageLayer.keyColumn, GeoPackageLayer.geometryColumn]
      for column in layer.columns {
        guard isSound(column.name), columns.insert(column.name.lowercased()).inserted else {
          return "a column cannot be named \"\(column.name)\""
        }
      }
    }
    return nil
  }

  private static func isSound(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.count <= 255 && !name.utf8.contains { $0 < 0x20 || $0 == 0x7F }
  }
}
