extension ReferenceSystem {
  /// Reads the ways in which files and people name a system.
  ///
  /// `EPSG:2154`, `2154`, `local`, `urn:ogc:def:crs:EPSG::2154`,
  /// `http://www.opengis.net/def/crs/EPSG/0/2154`; and for degrees `CRS84`, `OGC:CRS84`, `WGS84`,
  /// `urn:ogc:def:crs:OGC:1.3:CRS84`. Case and surrounding blanks do not count. The code's existence
  /// is not checked here.
  ///
  /// - Throws: ``ProjectionError/notRecognised(text:)``.
  public init(parsing text: String) throws(ProjectionError) {
    guard let system = ReferenceSystem.named(text) else {
      throw .notRecognised(text: text)
    }
    self = system
  }

  private static func named(_ text: String) -> ReferenceSystem? {
    let parts = text.lowercased().filter { !$0.isWhitespace }
      .split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "/" }
      .map(String.init)
    guard let last = parts.last else { return nil }
    // What stands before the code, without the version a URN or an address carries.
    var authority = parts.dropLast().joined(separator: "/")
    if let longForm = longForms.first(where: { authority.hasPrefix($0) }) {
      let rest = parts.dropLast().suffix(2)
      guard authority == longForm + rest.joined(separator: "/"), let name = rest.first else {
        return nil
      }
      authority = name
    }
    switch (authority, last) {
    case ("", "local"): return .local
    case ("", "crs84"), ("", "wgs84"), ("ogc", "crs84"): return .geographic
    case ("", _), ("epsg", _): return epsg(digits: last)
    default: return nil
    }
  }

  /// What precedes authority and version in the long forms, separators made equal.
  private static let longForms = [
    "urn/ogc/def/crs/", "http///www.opengis.net/def/crs/", "https///www.opengis.net/def/crs/",
  ]

  /// Codes have at most nine digits: anything longer is a slip, and would overflow elsewhere.
  private static func epsg(digits: String) -> ReferenceSystem? {
    guard (1...9).contains(digits.utf8.count),
      digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let code = Int(digits), code > 0
    else { return nil }
    let system = ReferenceSystem.epsg(code)
    return system.isGeographic ? .geographic : system
  }
}
