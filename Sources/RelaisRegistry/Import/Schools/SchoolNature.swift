import CoverageEngine
import RelaisGeo

/// What an establishment is: which levels it teaches, or that it is no school.
///
/// Codes are those of the national directory (*nature de l'UAI*): 101 to 111 are nursery schools,
/// 151 to 170 elementary ones, 300 to 320 *lycées*, 340 to 352 *collèges*. Sections that lie inside another
/// establishment (334, 335, 390) and offices (800 on) are no schools of their own.
struct SchoolNature {
  /// What a row says of itself.
  struct Source {
    var code: String?
    var label: String?
    var title: String?
    var nursery: String?
    var elementary: String?
    var level: String?
  }

  var levels: SchoolLevels
  var isSchool: Bool
  /// What it is called, for those set aside.
  var label: String

  init(_ source: Source) {
    label = source.label ?? source.title ?? source.code ?? ""
    if let nature = SchoolNature.ofDirectory(source) {
      levels = nature
      isSchool = !nature.isEmpty
      return
    }
    // A list of one's own: whatever it holds is a school, of the levels it names.
    levels = SchoolNature.named(
      [source.level, source.label, source.title].compactMap { $0 }.joined(separator: " "))
    isSchool = true
  }

  /// Empty for what is no school; `nil` where the row says nothing the directory would.
  private static func ofDirectory(_ source: Source) -> SchoolLevels? {
    var levels: Set<SchoolLevel> = []
    if isYes(source.nursery) { levels.insert(.nursery) }
    if isYes(source.elementary) { levels.insert(.elementary) }
    if let code = source.code.flatMap({ Int($0) }) {
      switch code {
      case 101...111: levels.insert(.nursery)
      case 151...170:
        levels.insert(.elementary)
        // An *école primaire* teaches both.
        if named(source.title ?? "").holds(.nursery) { levels.insert(.nursery) }
      case 300...320: levels.insert(.upperSecondary)
      case 340, 350, 352: levels.insert(.lowerSecondary)
      case 370: levels.insert(.lowerSecondary)
      default: return levels.isEmpty ? [] : SchoolLevels(levels)
      }
      return SchoolLevels(levels)
    }
    if let label = source.label {
      levels.formUnion(named(label).all)
      return SchoolLevels(levels)
    }
    if source.nursery != nil || source.elementary != nil {
      levels.formUnion(named(source.title ?? "").all)
      return SchoolLevels(levels)
    }
    return nil
  }

  /// The levels some words speak of.
  static func named(_ words: String) -> SchoolLevels {
    let folded = ColumnName.folded(words)
    var levels: Set<SchoolLevel> = []
    if folded.contains("maternel") { levels.insert(.nursery) }
    if folded.contains("elementair") { levels.insert(.elementary) }
    if folded.contains("primaire") { levels.formUnion([.nursery, .elementary]) }
    if folded.contains("college") { levels.insert(.lowerSecondary) }
    if folded.contains("lycee") { levels.insert(.upperSecondary) }
    if folded.contains("section") { levels.subtract([.lowerSecondary, .upperSecondary]) }
    return SchoolLevels(levels)
  }

  private static func isYes(_ text: String?) -> Bool {
    guard let text else { return false }
    return ["1", "1.0", "true", "oui", "vrai"].contains(ColumnName.folded(text))
  }
}
