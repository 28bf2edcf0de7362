import Foundation

/// Tags of OpenStreetMap that a cell holds together: an object of JSON, or PostgreSQL's `hstore`
/// (`"foot"=>"no","layer"=>"1"`), as GDAL's `other_tags` and nested `tags` have them.
enum TagText {
  /// The tags of a cell; none where it is neither. Lists within JSON become values with `;` between.
  static func tags(_ text: String) -> [String: String] {
    if text.first(where: { !$0.isWhitespace }) == "{" { return ofJSON(text) }
    return ofHstore(text)
  }

  private static func ofJSON(_ text: String) -> [String: String] {
    guard let object = try? JSONSerialization.jsonObject(with: Data(text.utf8)),
      let members = object as? [String: Any]
    else { return [:] }
    return members.compactMapValues { value in
      switch value {
      case let text as String: text
      case let number as NSNumber: number.stringValue
      case let list as [Any]: list.compactMap { $0 as? String }.joined(separator: ";")
      default: nil
      }
    }
  }

  private static func ofHstore(_ text: String) -> [String: String] {
    var tags: [String: String] = [:]
    var rest = Substring(text)
    while let key = word(&rest) {
      guard skip("=>", &rest) else { break }
      // NULL without quotes is no value.
      let isQuoted = rest.first == "\""
      guard let value = word(&rest) else { break }
      if isQuoted || value != "NULL" { tags[key] = value }
      guard skip(",", &rest) else { break }
    }
    return tags
  }

  /// The next word, in quotes (a backslash before what is meant as it stands) or up to a mark.
  private static func word(_ rest: inout Substring) -> String? {
    rest = rest.drop(while: \.isWhitespace)
    guard let first = rest.first else { return nil }
    var word = ""
    guard first == "\"" else {
      while let next = rest.first, next != ",", next != "=", !next.isWhitespace {
        word.append(rest.removeFirst())
      }
      return word.isEmpty ? nil : word
    }
    rest.removeFirst()
    while let next = rest.popFirst() {
      if next == "\"" {
        rest = rest.drop(while: \.isWhitespace)
        return word
      }
      word.append(next == "\\" ? rest.popFirst() ?? next : next)
    }
    return nil
  }

  private static func skip(_ mark: String, _ rest: inout Substring) -> Bool {
    rest = rest.drop(while: \.isWhitespace)
    guard rest.hasPrefix(mark) else { return false }
    rest = rest.dropFirst(mark.count).drop(while: \.isWhitespace)
    return true
  }
}
