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

  /// Which establishment a name with a wrong letter was taken for.
  func tell(guess isGuess: Bool, of text: String, _ history: EstablishmentHistory) {
    guard isGuess, let one = history.establishment() else { return }
    error(words.taken(text, for: one))
  }

  /// What was done, or would be, and what other programs had changed before.
  func tell(_ edits: [RegistryEdit], isRehearsal: Bool, _ text: () -> String) throws {
    func show() throws {
      tell(edits)
      if !isQuiet || isRehearsal { try say(text()) }
    }
    if isRehearsal { try show() } else { try done(show) }
  }

  /// What became of a change.
  func tell(_ change: RegistryChange) throws {
    try done { try show(change) }
  }

  private func show(_ change: RegistryChange) throws {
    tell(change.edits)
    if isQuiet { return }
    try say(change.establishment.map { words.recorded($0) } ?? words.nothingToChange)
    if !change.overtaken.isEmpty { error(words.overtaken(change.overtaken)) }
    if let holder = change.otherHolder, let number = change.establishment?.sticker {
      error(words.stickerTaken(number, by: holder))
    }
    if let stock = change.overdrawn { error(words.overdrawn(stock)) }
    for doubt in change.doubts { error(words.sentence(doubt)) }
    if change.isOutside { error(words.positionOutside) }
    if let (match, isPlaced) = change.address { error(words.placed(match, isPlaced: isPlaced)) }
  }

  /// What was done to erase people, or would be, what was left alone, and what could not be erased.
  ///
  /// - Throws: `ExitStatus.couldNotFinish` where they are still somewhere.
  func tell(_ erasure: PersonalData.Erasure, isRehearsal: Bool = false) throws {
    func show() throws { try say(words.account(of: erasure, isRehearsal: isRehearsal)) }
    if isRehearsal { try show() } else if !isQuiet { try done(show) }
    guard erasure.unreachable.isEmpty else {
      warn(words.notErased(erasure.unreachable))
      throw ExitStatus.couldNotFinish
    }
  }
}
