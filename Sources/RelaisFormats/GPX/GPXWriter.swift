public import RelaisGeo

/// Writes GPX 1.1 (topografix.com/GPX/1/1): waypoints, routes, tracks; what phones and handhelds follow.
///
/// Text is escaped, and what XML cannot hold is taken out. Coordinates are degrees, seven decimals.
public struct GPXWriter: Sendable {
  /// A named place.
  public struct Point: Hashable, Sendable {
    public var position: Position
    public var name: String
    /// May be empty.
    public var description: String

    public init(_ position: Position, name: String, description: String = "") {
      self.position = position
      self.name = name
      self.description = description
    }
  }

  public var name: String
  /// In order: the standard has all of one kind before the next.
  public var waypoints: [Point] = []
  public var routes: [(name: String, points: [Point])] = []
  public var tracks: [(name: String, line: [Position])] = []

  /// - Parameter name: What the file shows.
  public init(name: String) {
    self.name = name
  }

  /// The file; points with a coordinate that is no place on earth are left out.
  ///
  /// - Parameter creator: The program, as the standard asks for it.
  public func bytes(creator: String) -> [UInt8] {
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gpx version=\"1.1\" creator=\""
    text += GPXWriter.escaped(creator)
    text += "\" xmlns=\"http://www.topografix.com/GPX/1/1\""
    text += " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
    text += " xsi:schemaLocation=\"http://www.topografix.com/GPX/1/1"
    text += " http://www.topografix.com/GPX/1/1/gpx.xsd\">\n"
    text += "<metadata><name>\(GPXWriter.escaped(name))</name></metadata>\n"
    for point in waypoints { text += GPXWriter.point(point, "wpt") }
    for route in routes {
      text += "<rte><name>\(GPXWriter.escaped(route.name))</name>\n"
      for point in route.points { text += GPXWriter.point(point, "rtept") }
      text += "</rte>\n"
    }
    for track in tracks {
      text += "<trk><name>\(GPXWriter.escaped(track.name))</name><trkseg>\n"
      for position in track.line where position.isGeographic {
        text += "<trkpt\(GPXWriter.place(position))/>\n"
      }
      text += "</trkseg></trk>\n"
    }
    return Array((text + "</gpx>\n").utf8)
  }

  private static func point(_ point: Point, _ tag: String) -> String {
    guard point.position.isGeographic else { return "" }
    let description =
      point.description.isEmpty ? "" : "<desc>\(escaped(point.description))</desc>"
    return
      "<\(tag)\(place(point.position))><name>\(escaped(point.name))</name>\(description)</\(tag)>\n"
  }

  private static func place(_ position: Position) -> String {
    func degrees(_ value: Double) -> String {
      var bytes: [UInt8] = []
      FixedDecimal.append(
        FixedDecimal.units(of: value, decimals: 7) ?? 0, decimals: 7, mark: UInt8(ascii: "."),
        to: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    }
    return " lat=\"\(degrees(position.y))\" lon=\"\(degrees(position.x))\""
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n", "\r": result += " "
      // XML 1.0 has no controls and no U+FFFE, U+FFFF; marks that turn the direction of writing hide
      // what a name says.
      case "\u{0}"..<" ", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}", "\u{202A}"..."\u{202E}",
        "\u{2066}"..."\u{2069}":
        continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
