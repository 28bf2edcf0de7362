import CEmbedded
import Hummingbird
import NIOCore
import RelaisGeo

/// A style sheet, a script or a picture of the desk's own: a file of `Web/`, embedded when the program is built.
struct DeskFile: Sendable {
  let name: String
  let type: String
  private let file: embedded_file

  var bytes: [UInt8] { Array(UnsafeBufferPointer(start: file.bytes, count: file.count)) }

  /// Where it is; the address changes with its bytes.
  let path: String

  private init(_ name: String, _ type: String, _ file: embedded_file) {
    self.name = name
    self.type = type
    self.file = file
    let bytes = Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
    path = "/web/\(name)?v=" + Fingerprint.of(bytes).prefix(12)
  }

  static let style = DeskFile("desk.css", "text/css; charset=utf-8", relais_desk_css)
  static let script = DeskFile("desk.js", "text/javascript; charset=utf-8", relais_desk_js)

  static let description = DeskFile("openapi.json", "application/json", relais_openapi)

  static let benchStyle = DeskFile("bench.css", "text/css; charset=utf-8", relais_bench_css)
  static let mapView = DeskFile(
    "mapview.js", "text/javascript; charset=utf-8", relais_mapview_js)
  static let benchMap = DeskFile(
    "benchmap.js", "text/javascript; charset=utf-8", relais_benchmap_js)
  static let streets = DeskFile(
    "streets.js", "text/javascript; charset=utf-8", relais_streets_js)
  static let bench = DeskFile("bench.js", "text/javascript; charset=utf-8", relais_bench_js)
  static let sheet = DeskFile("sheet.js", "text/javascript; charset=utf-8", relais_sheet_js)
  static let places = DeskFile("places.js", "text/javascript; charset=utf-8", relais_places_js)

  static let streetSend = DeskFile(
    "streetsend.js", "text/javascript; charset=utf-8", relais_streetsend_js)
  static let streetWorker = DeskFile(
    "streetworker.js", "text/javascript; charset=utf-8", relais_streetworker_js)
  static let icon = DeskFile("icon.svg", "image/svg+xml", relais_icon_svg)

  static let all = [
    streetSend, icon, style, script, benchStyle, mapView, streets, benchMap, bench, sheet, places,
  ]
}

/// The desk's own files.
struct WebRoutes {
  var routes: [DeskRoute] {
    DeskFile.all.map { file in
      DeskRoute(.get, "/web/" + file.name, .anybody) { request, _ in
        // The address says which bytes; without that it may change tomorrow.
        let isExact = request.uri.query != nil
        return Reply.raw(
          file.bytes, file.type, .ok,
          headers: [
            .cacheControl: isExact ? "public, max-age=31536000, immutable" : "no-cache"
          ])
      }
    }
  }
}
