public import CoverageEngine
import RelaisGeo
import RelaisRegistry
public import RelaisWording

/// Facts as people write them: on the command line, in a form, in a request.
public enum FactText {
  /// A field by the name of its column or the one people read; `nil` for no field.
  public static func field(_ text: String, _ wording: Wording) -> EstablishmentField? {
    EstablishmentField.allCases.first { field in
      [field.word, wording.name(field)].contains {
        ColumnName.folded($0) == ColumnName.folded(text)
      }
    }
  }

  /// A value in the words lists use; what its field cannot hold is refused when it is recorded.
  public static func value(
    _ text: String, of field: EstablishmentField, _ wording: Wording
  ) -> FactValue {
    let named: FactValue? =
      switch field.content {
      case .kind: named(text, wording.name).map { .kind($0) }
      case .check: named(text, wording.name).map { .check($0) }
      case .text, .state, .day, .position, .siret, .source, .quality: nil
      }
    return named ?? AdherentWords.value(text, of: field) ?? .unread(text)
  }

  /// A kind of establishment; `nil` for a word nobody uses for one.
  public static func kind(_ text: String, _ wording: Wording) -> EstablishmentKind? {
    named(text, wording.name) ?? AdherentWords.kind(text)
  }

  public static func state(_ text: String, _ wording: Wording) -> AdherentState? {
    named(text, wording.name) ?? AdherentWords.state(text)
  }

  public static func outcome(_ text: String, _ wording: Wording) -> VisitOutcome? {
    named(text, wording.name) ?? AdherentWords.outcome(text)
  }

  /// A day in figures or words; `nil` for none.
  public static func day(_ text: String) -> CalendarDay? {
    CalendarDay(text) ?? AdherentWords.writtenDay(text)
  }

  /// A value by its stable name, or by the one people read in lists.
  package static func named<Value: CaseIterable & RawRepresentable<String>>(
    _ text: String, _ name: (Value) -> String
  ) -> Value? {
    let folded = Establishment.folded(text)
    return Value.allCases.first { one in
      [one.rawValue, name(one)].contains { Establishment.folded($0) == folded }
    }
  }
}
