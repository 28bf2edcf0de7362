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
    func show() throws { try say(text(erasure, isRehearsal: isRehearsal)) }
    if isRehearsal { try show() } else if !isQuiet { try done(show) }
    guard erasure.unreachable.isEmpty else {
      warn(words.notErased(erasure.unreachable))
      throw ExitStatus.couldNotFinish
    }
  }

  private func text(_ erasure: PersonalData.Erasure, isRehearsal: Bool) -> String {
    var places = Wording.ErasedPlaces()
    places.establishments = erasure.establishments.count
    places.cells = erasure.cells
    places.cleanedCopies = erasure.cleanedCopies
    places.removedCopies = erasure.removedCopies
    places.removedFiles = erasure.removedFiles
    var lines = [
      erasure.isRemainder
        ? words.erasureFinished : words.personErased(places, isRehearsal: isRehearsal)
    ]
    for reason in PersonalData.LeftAlone.Reason.allCases {
      let places = listed(erasure.leftAlone.filter { $0.reason == reason })
      if places.isEmpty { continue }
      let line =
        switch reason {
        case .partOfName: words.leftPartOfName(places)
        case .otherPerson: words.leftOtherPerson(places)
        case .nameOrAddress: words.leftNameOrAddress(places)
        case .foreignFile: words.leftForeignFile(places)
        }
      lines.append(line)
    }
    return (lines + [words.backupsKept]).joined(separator: "\n")
  }

  /// `contacts.name (1a2b3c4d, 5e6f7a8b)`: each place once, with the codes of the establishments it is about.
  private func listed(_ cells: [PersonalData.LeftAlone]) -> [String] {
    var places: [String] = []
    var codes: [String: [String]] = [:]
    for cell in cells {
      if !places.contains(cell.place) { places.append(cell.place) }
      let code = cell.establishment.map { String($0.prefix(8)) }
      if let code, !(codes[cell.place]?.contains(code) ?? false) {
        codes[cell.place, default: []].append(code)
      }
    }
    return places.map { place in
      codes[place].map { "\(place) (\($0.joined(separator: ", ")))" } ?? place
    }
  }
}
