/// Why the registry could not do what was asked; nothing was changed, but for `notRebuilt`.
public enum RegistryError: Error, Hashable, Sendable {
  /// There is no registry yet.
  case missing(file: String)
  /// There is no such copy to restore.
  case noCopy(file: String)
  /// The file exists and is not a registry.
  case notARegistry(file: String, detail: String)
  case damaged(file: String, detail: String)
  /// Damage that `verify` finds, on which no change is built.
  case unsound(file: String, RegistryProblem)
  /// Damage that cannot be mended without losing something.
  case notRepairable(file: String, RegistryProblem)
  /// A copy to restore in which something is wrong.
  case unsoundCopy(file: String, RegistryProblem)
  /// Written by a newer program: steps unknown to this one.
  case newer(file: String, steps: [String])
  /// Triggers or views of unknown origin, which writing would run.
  case foreignSchema(file: String, objects: [String])
  case readOnly(file: String, detail: String)
  case diskFull(file: String)
  /// Another program holds the file.
  case busy(file: String)
  case diskFailure(file: String, detail: String)
  /// A copy would take the place of the registry it is made from.
  case copyOntoItself(file: String)
  /// No establishment bears a code or name; those that are most like it.
  case unknownCode(String, nearest: [Establishment] = [])
  /// Several do.
  case ambiguousCode(String, candidates: [Establishment])
  /// One does but for a letter: too little to write by.
  case guessedCode(String, [Establishment])
  /// An establishment to add is probably one of these.
  case probableDoubles([ProbableDouble])
  /// Two names of one establishment, which cannot be merged with itself.
  case sameEstablishment(Establishment)
  case nothingToUndo
  /// Facts somebody is about to change were changed by others since they were read.
  case changedMeanwhile(Establishment, [RegistryEvent])
  /// No change or import bears a number or name.
  case unknownChange(String)
  /// A change was taken back already, by another.
  case alreadyUndone(UndoTarget, by: Int64)
  /// A change of a contact of which the one before was not kept.
  case contactNotKept(UndoTarget)
  /// A change cannot be taken back as long as later ones stand.
  case undoBlocked(UndoTarget, [BlockedUndo])
  case badValue(field: EstablishmentField, value: String)
  case nameMissing
  case nameTooLong(LongName)
  case stateForbidden(from: AdherentState, to: AdherentState)
  /// Joining needs three conditions; one was found not to be met.
  case conditionUnmet(EstablishmentField)
  /// An event cannot hold from a day that has not come.
  case futureDay(CalendarDay)
  /// Nor from a day before the first one something is known of the establishment.
  case beforeKnown(CalendarDay, since: CalendarDay)
  /// A file has a column that looks like a child's data.
  case childColumn(file: String, column: String)
  /// Neither an address nor a position column.
  case placeColumnsMissing(file: String, found: [String])
  /// A person was erased, and the file could not then be rebuilt without freed bytes.
  case notRebuilt(file: String, detail: String)
  /// A cell that holds a person to erase, in a table that allows no other value.
  case notErasable(place: String)
}
