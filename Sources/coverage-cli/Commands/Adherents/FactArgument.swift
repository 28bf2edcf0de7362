import ArgumentParser
import CoverageEngine
import RelaisGeo
import RelaisRegistry
import RelaisReports
import RelaisTown
import RelaisWording

/// `field=value` on the command line.
enum FactArgument {
  static let help = ArgumentHelp(
    Help.words.factsHelp, valueName: "field=value")

  /// - Throws: `ValidationError` for anything else, and for the state, which has its own commands.
  static func values(_ texts: [String]) throws -> [EstablishmentField: FactValue?] {
    var values: [EstablishmentField: FactValue?] = [:]
    for text in texts {
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let field = field(String(parts[0])), field != .state else {
        throw ValidationError(Help.words.badFact(text))
      }
      values.updateValue(parts[1].isEmpty ? nil : value(String(parts[1]), field), forKey: field)
    }
    return values
  }

  /// A value in the words lists use; what its field cannot hold is refused when it is recorded.
  private static func value(_ text: String, _ field: EstablishmentField) -> FactValue {
    let named: FactValue? =
      switch field.content {
      case .kind: EstablishmentKind(text, name: Help.words.name).map { .kind($0) }
      case .check: ConditionCheck(text, name: Help.words.name).map { .check($0) }
      case .text, .state, .day, .position, .siret, .source, .quality: nil
      }
    return named ?? AdherentWords.value(text, of: field) ?? .unread(text)
  }

  /// A field by the name of its column or the one people read.
  private static func field(_ text: String) -> EstablishmentField? {
    EstablishmentField.allCases.first { field in
      [field.word, Help.words.name(field)].contains {
        ColumnName.folded($0) == ColumnName.folded(text)
      }
    }
  }
}
