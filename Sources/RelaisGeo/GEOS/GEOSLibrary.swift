import CGEOS

/// The GEOS this program runs with.
package enum GEOSLibrary {
  /// Never NULL.
  package static var version: String {
    String(String(cString: GEOSversion()).prefix { $0 != "-" })
  }
}
