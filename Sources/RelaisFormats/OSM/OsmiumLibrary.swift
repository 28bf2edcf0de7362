import COsmium

/// The libosmium this program was built with.
package enum OsmiumLibrary {
  /// Never NULL.
  package static var version: String { String(cString: relais_osm_version()) }
}
