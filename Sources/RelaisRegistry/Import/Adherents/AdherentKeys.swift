import CoverageEngine

/// Which establishment each row of a list is about.
///
/// A list's own number is believed as long as the establishment it named still has the row's name,
/// address, position or SIRET. A list that was sorted and numbered anew would otherwise turn every shop
/// into its neighbour: there, rows are known again by name and place, else by a name nothing else
/// bears, and the others are new.
struct AdherentKeys {
  /// One for each row, in order.
  private(set) var keys: [String]
  /// Rows whose number named another establishment until now, with that one's name.
  private(set) var reused: [Int: String] = [:]

  /// - Complexity: O(rows + establishments).
  init(of rows: [AdherentRow], _ writer: RegistryWriter) {
    keys = rows.map { row in
      // A list the registry exported bears its own keys.
      if let own = row.ownID?.lowercased(), writer.history(id: own) != nil { return own }
      return row.derivedID
    }
    for (index, row) in rows.enumerated() where row.ownID != nil && keys[index] == row.derivedID {
      let known = AdherentKeys.forms(of: writer.history(id: keys[index]))
      if !known.isEmpty, !known.contains(where: { AdherentKeys.mayBe(row, $0) }) {
        reused[index] = known.last?.name ?? ""
      }
    }
    guard !reused.isEmpty else { return }
    var taken = Set(keys.indices.filter { reused[$0] == nil }.map { keys[$0] })
    var places: [String: String] = [:]
    var named: [String: Set<String>] = [:]
    for history in writer.allHistories.reversed() where !taken.contains(history.id) {
      for form in AdherentKeys.forms(of: history) {
        for place in AdherentKeys.places(of: form) { places[place] = history.id }
        named[form.foldedName, default: []].insert(history.id)
      }
    }
    let sameNames = Dictionary(grouping: rows, by: \.sketch.foldedName).mapValues(\.count)
    for (index, row) in rows.enumerated() {
      let isNew = writer.history(id: keys[index]) == nil
      guard reused[index] != nil || isNew && row.ownID != nil else { continue }
      let sketch = row.sketch
      var candidates = AdherentKeys.places(of: sketch).compactMap { places[$0] }
      // The only one of its name, here and there, has moved.
      if let alone = named[sketch.foldedName], alone.count == 1, sameNames[sketch.foldedName] == 1 {
        candidates += alone
      }
      let found = candidates.first { !taken.contains($0) }
      if let found {
        keys[index] = found
        reused[index] = nil
      } else if reused[index] != nil {
        keys[index] = row.contentID
      }
      taken.insert(keys[index])
    }
  }

  /// What an establishment is, and what the list said it was.
  private static func forms(of history: EstablishmentHistory?) -> [Establishment] {
    guard let history else { return [] }
    let listed = EstablishmentHistory(
      id: history.id, events: history.events.filter { $0.kind == .imported })
    return [listed, history].compactMap { $0.establishment() }
  }

  private static func mayBe(_ row: AdherentRow, _ known: Establishment) -> Bool {
    let one = row.sketch
    return one.foldedName == known.foldedName
      || one.siret != nil && one.siret == known.siret
      || one.position != nil && one.position == known.position
      || one.address.line.map { Establishment.folded($0) }
        == Establishment.folded(known.address.line ?? "?") && one.address.line != nil
  }

  /// What distinguishes an establishment from all others: its name with its address or position.
  private static func places(of one: Establishment) -> [String] {
    [one.foldedAddress, one.text(.position)].compactMap { $0 }.map { one.foldedName + "|" + $0 }
  }
}
