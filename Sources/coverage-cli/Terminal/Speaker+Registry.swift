import CoverageEngine
import RelaisRegistry
import RelaisReports
import RelaisTown
import RelaisWording

extension Speaker {
  /// What other programs changed in the registry, and what became of it.
  func tell(_ edits: [RegistryEdit]) {
    for edit in edits { note(words.sentence(edit)) }
  }

  /// What became of a change.
  func tell(_ change: RegistryChange) throws {
    tell(change.edits)
    if isQuiet { return }
    try say(change.establishment.map { words.recorded($0) } ?? words.nothingToChange)
    if !change.overtaken.isEmpty { error(words.overtaken(change.overtaken)) }
    if let holder = change.otherHolder, let number = change.establishment?.sticker {
      error(words.stickerTaken(number, by: holder))
    }
    if change.isOutside { error(words.positionOutside) }
    if let (match, isPlaced) = change.address { error(words.placed(match, isPlaced: isPlaced)) }
  }

  /// What was done to erase people, and what could not be.
  ///
  /// - Throws: `ExitStatus.couldNotFinish` where they are still somewhere.
  func tell(_ erasure: PersonalData.Erasure) throws {
    if !isQuiet {
      try say(
        words.personErased(
          establishments: erasure.establishments.count, cells: erasure.cells,
          copies: erasure.removedCopies))
    }
    guard erasure.unreachable.isEmpty else {
      warn(words.notErased(erasure.unreachable))
      throw ExitStatus.couldNotFinish
    }
  }
}
