/// The apprentice's page as the desk serves it: its own script besides, and a policy that lets it send.
struct StreetPage {
  let bytes: [UInt8]
  let policy: String

  /// - Throws: ``Problem`` for a page that is not one of ours.
  init(_ page: [UInt8], nonce: String) throws {
    let text = String(decoding: page, as: UTF8.self)
    let head = "<meta http-equiv=\"Content-Security-Policy\" content=\""
    guard let start = text.range(of: head),
      let end = text.range(of: "\">", range: start.upperBound..<text.endIndex),
      let scripts = StreetPage.plain(String(text[start.upperBound..<end.lowerBound]))
        .firstMatch(of: /script-src ([^;]+)/)
    else { throw Problem(.failed) }
    let own =
      "<link rel=\"manifest\" href=\"/street/manifest.json\">\n"
      + "<script src=\"/web/streetsend.js\" nonce=\"\(nonce)\"></script>"
    bytes = Array((text[..<start.lowerBound] + own + text[end.upperBound...]).utf8)
    policy =
      "default-src 'none'; style-src 'unsafe-inline'; script-src \(scripts.1) 'nonce-\(nonce)'; "
      + "img-src 'self' data: blob:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; "
      + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
  }

  /// Text of an attribute as it was before it was put there.
  private static func plain(_ text: String) -> String {
    text.replacing("&#39;", with: "'").replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
  }
}
