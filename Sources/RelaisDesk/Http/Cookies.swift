import HTTPTypes
import Hummingbird

/// The cookies a browser sends.
enum Cookies {
  static func value(_ name: String, of request: Request) -> String? {
    for part in (request.headers[.cookie] ?? "").split(separator: ";") {
      let pair = part.split(separator: "=", maxSplits: 1)
      if pair.count == 2, pair[0].trimmingPrefix(while: { $0 == " " }) == name {
        return String(pair[1])
      }
    }
    return nil
  }
}
