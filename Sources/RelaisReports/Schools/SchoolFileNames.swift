import CoverageEngine
import RelaisGeo

/// Names of schools' pages that people can read: `ecole-elementaire-des-charmilles`; schools of one name add their
/// identifiers.
struct SchoolFileNames {
  /// One a school, in their order.
  let names: [String]

  private static let longest = 60
  /// Of the page that lists them.
  static let index = "index"

  init(_ schools: [School]) {
    let slugs = schools.map { SchoolFileNames.slug($0.name ?? $0.id) }
    let counts = Dictionary(slugs.map { ($0, 1) }, uniquingKeysWith: +)
    var taken: Set<String> = [SchoolFileNames.index, ""]
    names = zip(schools, slugs).map { school, slug in
      var name = slug
      if counts[slug] != 1 || taken.contains(slug) {
        name = [slug, SchoolFileNames.slug(school.id)].filter { !$0.isEmpty }
          .joined(separator: "-")
      }
      // Identifiers may differ in what a file's name leaves out.
      let stem = name.isEmpty ? "school" : name
      name = stem
      var number = 2
      while !taken.insert(name).inserted {
        name = "\(stem)-\(number)"
        number += 1
      }
      return name
    }
  }

  /// Letters and digits in lower case, with hyphens between words.
  private static func slug(_ text: String) -> String {
    let words = text.split { !($0.isLetter || $0.isNumber) }.map { word in
      Establishment.folded(String(word)).lowercased().filter {
        $0.isASCII && ($0.isLetter || $0.isNumber)
      }
    }
    let name = words.filter { !$0.isEmpty }.joined(separator: "-").prefix(longest)
    return String(name.last == "-" ? name.dropLast() : name)
  }
}
