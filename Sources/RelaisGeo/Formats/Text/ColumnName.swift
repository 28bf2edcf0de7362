import Foundation

/// Names of columns and attributes, as people write them.
public enum ColumnName {
  /// A name without what people change in it: case, accents, spaces, underscores, hyphens.
  ///
  /// `Code Postal`, `code_postal` and `CODE-POSTAL` are one; so are `N° Siège` and `n°siege`, `Cœur`
  /// and `coeur`.
  public static func folded(_ name: String) -> String {
    var folded = ""
    for scalar in name.decomposedStringWithCanonicalMapping.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .spaceSeparator, .control, .format, .dashPunctuation:
        continue
      default:
        break
      }
      switch scalar {
      case "_": continue
      case "œ", "Œ": folded += "oe"
      case "æ", "Æ": folded += "ae"
      default: folded += scalar.properties.lowercaseMapping
      }
    }
    return folded
  }
}
