/// The SQL of a GeoPackage 1.3 (OGC 12-128r17): tables every file has, and those of one layer.
enum GeoPackageSchema {
  /// "GPKG", in the database's header.
  static let applicationID = 0x4750_4B47
  /// Version 1.3.0.
  static let userVersion = 10_300

  static let common = """
    CREATE TABLE gpkg_spatial_ref_sys (
      srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
      organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
    CREATE TABLE gpkg_contents (
      table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
      description TEXT DEFAULT '',
      last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
      min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
      CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
    CREATE TABLE gpkg_geometry_columns (
      table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
      srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
      CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
      CONSTRAINT uk_gc_table_name UNIQUE (table_name),
      CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
      CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
    CREATE TABLE gpkg_extensions (
      table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL,
      scope TEXT NOT NULL,
      CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
    CREATE TABLE gpkg_ogr_contents (
      table_name TEXT NOT NULL PRIMARY KEY, feature_count INTEGER DEFAULT NULL);
    """

  /// Where QGIS looks for the styles of a file's layers.
  static let styles = """
    CREATE TABLE layer_styles (
      id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256),
      f_table_schema TEXT(256), f_table_name TEXT(256), f_geometry_column TEXT(256),
      styleName TEXT(30), styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, description TEXT,
      owner TEXT(30), ui TEXT(30),
      update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')));
    """

  /// The schema extension (annex F.9): what columns are called.
  static let columnTitles = """
    CREATE TABLE gpkg_data_columns (
      table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, title TEXT, description TEXT,
      mime_type TEXT, constraint_name TEXT,
      CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name),
      CONSTRAINT gdc_tn UNIQUE (table_name, name));
    CREATE TABLE gpkg_data_column_constraints (
      constraint_name TEXT NOT NULL, constraint_type TEXT NOT NULL, value TEXT, min NUMERIC,
      min_is_inclusive BOOLEAN, max NUMERIC, max_is_inclusive BOOLEAN, description TEXT,
      CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value));
    INSERT INTO gpkg_extensions VALUES
      ('gpkg_data_columns', NULL, 'gpkg_schema',
        'http://www.geopackage.org/spec121/#extension_schema', 'read-write'),
      ('gpkg_data_column_constraints', NULL, 'gpkg_schema',
        'http://www.geopackage.org/spec121/#extension_schema', 'read-write');
    """

  static func table(_ layer: GeoPackageLayer) -> String {
    var columns = ["\"fid\" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL"]
    if let type = layer.geometryType { columns.append("\"geom\" \(type.rawValue)") }
    columns += layer.columns.map { "\(SQLName.quoted($0.name)) \($0.type.rawValue)" }
    return "CREATE TABLE \(SQLName.quoted(layer.name)) (\(columns.joined(separator: ", ")))"
  }

  static func indexName(_ layer: GeoPackageLayer) -> String { "rtree_\(layer.name)_geom" }

  static func index(_ layer: GeoPackageLayer) -> String {
    "CREATE VIRTUAL TABLE \(SQLName.quoted(indexName(layer))) "
      + "USING rtree(id, minx, maxx, miny, maxy)"
  }

  /// The triggers that keep the index true when another program edits the layer (annex F.3).
  static func indexTriggers(_ layer: GeoPackageLayer) -> String {
    let table = SQLName.quoted(layer.name)
    let index = SQLName.quoted(indexName(layer))
    func name(_ suffix: String) -> String { SQLName.quoted(indexName(layer) + suffix) }
    let box = "ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom)"
    let full = "(NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))"
    let void = "(NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))"
    return """
      CREATE TRIGGER \(name("_insert")) AFTER INSERT ON \(table) WHEN \(full)
      BEGIN INSERT OR REPLACE INTO \(index) VALUES (NEW.fid, \(box)); END;
      CREATE TRIGGER \(name("_update1")) AFTER UPDATE OF geom ON \(table)
      WHEN OLD.fid = NEW.fid AND \(full)
      BEGIN INSERT OR REPLACE INTO \(index) VALUES (NEW.fid, \(box)); END;
      CREATE TRIGGER \(name("_update2")) AFTER UPDATE OF geom ON \(table)
      WHEN OLD.fid = NEW.fid AND \(void)
      BEGIN DELETE FROM \(index) WHERE id = OLD.fid; END;
      CREATE TRIGGER \(name("_update3")) AFTER UPDATE ON \(table)
      WHEN OLD.fid != NEW.fid AND \(full)
      BEGIN DELETE FROM \(index) WHERE id = OLD.fid;
      INSERT OR REPLACE INTO \(index) VALUES (NEW.fid, \(box)); END;
      CREATE TRIGGER \(name("_update4")) AFTER UPDATE ON \(table)
      WHEN OLD.fid != NEW.fid AND \(void)
      BEGIN DELETE FROM \(index) WHERE id IN (OLD.fid, NEW.fid); END;
      CREATE TRIGGER \(name("_delete")) AFTER DELETE ON \(table) WHEN OLD.geom NOT NULL
      BEGIN DELETE FROM \(index) WHERE id = OLD.fid; END;
      """
  }

  /// The triggers that keep the count GDAL and QGIS read instead of counting.
  static func countTriggers(_ layer: GeoPackageLayer) -> String {
    let table = SQLName.quoted(layer.name)
    let name = SQLName.literal(layer.name)
    return ["insert": "+", "delete": "-"].sorted { $0.key > $1.key }.map { event, sign in
      """
      CREATE TRIGGER \(SQLName.quoted("trigger_\(event)_feature_count_\(layer.name)"))
      AFTER \(event.uppercased()) ON \(table)
      BEGIN UPDATE gpkg_ogr_contents SET feature_count = feature_count \(sign) 1
      WHERE lower(table_name) = lower(\(name)); END;
      """
    }.joined(separator: "\n")
  }
}
