/// The nomenclatures INSEE codes activities in.
public enum ActivityNomenclature: String, Hashable, Sendable {
  /// NAF rev. 2 of 2008: subclasses end in `A` to `F` and `Z`.
  case rev2 = "NAFRev2"
  /// NAF 2025, in the register from 2027: subclasses end in `G` to `Y`.
  case naf2025 = "NAF2025"

  /// Those of establishments that closed before 2008.
  private static let former: Set<String> = ["nap", "naf1993", "nafrev1"]

  /// - Parameter text: As the register names it.
  public init?(_ text: String) {
    switch ColumnName.foldedLetters(text) {
    case "nafrev2", "naf2008": self = .rev2
    case "naf2025": self = .naf2025
    default: return nil
    }
  }

  /// Whether a name is one of a nomenclature no longer used.
  public static func isFormer(_ text: String) -> Bool {
    former.contains(ColumnName.foldedLetters(text))
  }
}

/// What an establishment does, as INSEE codes it.
public struct BusinessActivity: Hashable, Sendable {
  /// `10.71C`, as written.
  public var code: String
  public var nomenclature: ActivityNomenclature

  public init(_ code: String, in nomenclature: ActivityNomenclature) {
    self.code = code
    self.nomenclature = nomenclature
  }

  /// A code by itself: the letter of its subclass tells the nomenclature, since no letter serves both.
  public init(_ code: String) {
    let letters = code.filter { $0.isLetter || $0.isNumber }.uppercased()
    let isNew = letters.utf8.count == 5 && letters.last.map { ("G"..."Y").contains($0) } ?? false
    self.init(code, in: isNew ? .naf2025 : .rev2)
  }
}
