public import RelaisRegistry
public import RelaisWording

extension Wording {
  /// What was done to erase people, or would be, and what was left alone and why; several lines.
  public func account(
    of erasure: PersonalData.Erasure, isRehearsal: Bool = false
  ) -> String {
    var places = Wording.ErasedPlaces()
    places.establishments = erasure.establishments.count
    places.cells = erasure.cells
    places.cleanedCopies = erasure.cleanedCopies
    places.removedCopies = erasure.removedCopies
    places.removedFiles = erasure.removedFiles
    var lines = [
      erasure.isRemainder ? erasureFinished : personErased(places, isRehearsal: isRehearsal)
    ]
    for reason in PersonalData.LeftAlone.Reason.allCases {
      let places = listed(erasure.leftAlone.filter { $0.reason == reason })
      if places.isEmpty { continue }
      let line =
        switch reason {
        case .partOfName: leftPartOfName(places)
        case .otherPerson: leftOtherPerson(places)
        case .nameOrAddress: leftNameOrAddress(places)
        case .foreignFile: leftForeignFile(places)
        }
      lines.append(line)
    }
    return (lines + [backupsKept]).joined(separator: "\n")
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
