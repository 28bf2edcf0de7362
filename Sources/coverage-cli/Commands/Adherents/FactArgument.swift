import ArgumentParser
import CoverageEngine
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
      guard parts.count == 2, let field = FactText.field(String(parts[0]), Help.words),
        field != .state
      else {
        throw ValidationError(Help.words.badFact(text))
      }
      values.updateValue(
        parts[1].isEmpty ? nil : FactText.value(String(parts[1]), of: field, Help.words),
        forKey: field)
    }
    return values
  }
}
