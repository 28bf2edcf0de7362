extension ReferenceSystem {
  /// Reads the ways in which files and people name a system.
  ///
  /// `EPSG:2154`, `2154`, `local`, `urn:ogc:def:crs:EPSG::2154`,
  /// `http://www.opengis.net/def/crs/EPSG/0/2154`; and for degrees `CRS84`, `OGC:CRS84`, `WGS84`,
  /// `urn:ogc:def:crs:OGC:1.3:CRS84`. A system of IGN's or Esri's registry (`IGNF:LAMB93`,
  /// `ESRI:102110`, `EPSG:102100`) is EPSG's that PROJ finds the same. Case and surrounding blanks do not count. The code's existence
  /// is not checked here.
  ///
  /// - Throws: ``ProjectionError/notRecognised(text:)``.
  public init(parsing text: String) throws(ProjectionError) {
    guard let system = ReferenceSystem.named(text) ?? ReferenceSystem.alias(text) else {
      throw .notRecognised(text: text)
    }
    self = system
  }

  /// A system of another registry, where EPSG has the same.
  private static func alias(_ text: String) -> ReferenceSystem? {
    guard registration(text) != nil, let context = try? PROJContext(),
      let object = context.makeSystem(named: text)
    else { return nil }
    defer { PROJContext.destroy(object) }
    return context.identified(object)
  }

  /// Another registry than EPSG's, and the code a system has there; `nil` for any other text.
  static func registration(_ text: String) -> (authority: String, code: String)? {
    guard let (authority, code) = parts(text) else { return nil }
    switch authority {
    case "ignf", "esri": return (authority.uppercased(), code.uppercased())
    case "", "epsg":
      // EPSG gives no such numbers; Esri's are often taken for them.
      return (Int(code) ?? 0) >= 100_000 ? ("ESRI", code) : nil
    default: return nil
    }
  }

  private static func named(_ text: String) -> ReferenceSystem? {
    guard let (authority, last) = parts(text) else { return nil }
    switch (authority, last) {
    case ("", "local"): return .local
    case ("", "crs84"), ("", "wgs84"), ("ogc", "crs84"): return .geographic
    case ("", _), ("epsg", _): return registration(text) == nil ? epsg(digits: last) : nil
    default: return nil
    }
  }

  /// The authority, perhaps empty, and the code or name after it, in lower case.
  private static func parts(_ text: String) -> (authority: String, last: String)? {
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
    return (authority, last)
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
