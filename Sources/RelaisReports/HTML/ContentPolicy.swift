import RelaisGeo

/// What a page may do, said to the browser: its own style and its own scripts, known by their hashes.
///
/// Nothing is fetched, and no markup that slipped in could run.
enum ContentPolicy {
  static func allowing(scripts: [WebFile]) -> String {
    let hashes = scripts.map { script in
      "'sha256-" + base64(ofHexadecimal: Fingerprint.of(Array(script.bytes))) + "'"
    }
    return "default-src 'none'; style-src 'unsafe-inline'; script-src "
      + hashes.joined(separator: " ") + "; img-src data:; base-uri 'none'; form-action 'none'"
  }

  /// The browser wants in base64 what a fingerprint gives in hexadecimal digits.
  static func base64(ofHexadecimal digits: String) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    let bits = digits.compactMap(\.hexDigitValue)
    var result = ""
    // Three digits are twelve bits, two letters; the last group is filled up with zeros.
    for start in stride(from: 0, to: bits.count, by: 3) {
      let group = (0..<3).reduce(0) { $0 << 4 | (start + $1 < bits.count ? bits[start + $1] : 0) }
      result.append(alphabet[group >> 6])
      if start + 1 < bits.count {
        result.append(alphabet[group & 63])
      }
    }
    while !result.count.isMultiple(of: 4) { result.append("=") }
    return result
  }
}
