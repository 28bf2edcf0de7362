import CoverageEngine
import RelaisReports

/// Says on stderr what other programs changed in the registry, and what became of it.
enum EditPrinter {
  static func print(_ edits: [RegistryEdit], quiet: Bool) {
    guard !quiet else { return }
    for edit in edits { Console.error("relais: " + words.sentence(edit)) }
  }
}
