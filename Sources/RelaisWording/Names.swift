package import CoverageEngine
package import RelaisGeo

/// How names stand in a sentence.
extension Wording {
  /// A town after the word that says what belongs to it: `de Nancy`, `d’Épinal`, `du Mans`.
  package func of(_ town: String) -> String { language.grammar.of(town) }

  /// The first letter as a capital.
  package func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  /// Sentences one after another.
  package func paragraph(_ sentences: [String]) -> String { sentences.joined(separator: " ") }

  /// A budget as people ask for it: `300 m`, never rounded.
  package func budget(_ budget: Budget) -> String {
    let title = budget.title
    return decimal(title.length.metres, places: title.decimals) + unitSpace + title.unit.symbol
  }

  /// Metres with as many decimals as are needed, without the unit.
  package func exactMetres(_ length: Length) -> String {
    var places = 3
    var step: Int64 = 1
    while places > 0, length.millimetres % (step * 10) == 0 {
      places -= 1
      step *= 10
    }
    return decimal(length.metres, places: places)
  }
}
