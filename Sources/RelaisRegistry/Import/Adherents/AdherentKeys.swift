import CoverageEngine
import RelaisGeo

/// Which establishment each row of a list is about.
///
/// What identifies it decides, in this order: the registry's own code; a number the list gave before, as far as the
/// establishment it named still has the row's name, address, position or SIRET; the SIRET; name and place together.
/// Columns that were added or removed, and rows that were sorted or numbered anew, thus change nothing. A row that may be
/// one of several establishments is not taken: people are asked.
struct AdherentKeys {
  /// One for each row, in order.
  private(set) var keys: [String]
  /// Rows whose number named another establishment until now, with that one's name.
  private(set) var reused: [Int: String] = [:]
  /// Rows that may be several establishments, which are named.
  private(set) var unclear: [Int: [String]] = [:]

  /// - Complexity: O(rows + establishments), and the square of those that bear one name.
  init(of rows: [AdherentRow], _ writer: RegistryWriter) throws {
    let known = KnownAdherents(writer.allHistories)
    // Also those a list gave later than it brought the establishment.
    let numbers = Dictionary(
      try writer.listNumbers().map { (ListNumber.canonical($0.key), [$0.value]) },
      uniquingKeysWith: +
    ).mapValues { $0.sorted() }
    keys = rows.map(\.derivedID)
    var open: [Int] = []
    var taken = Set<String>()
    for (index, row) in rows.enumerated() {
      // A list the registry exported bears its own keys.
      if let own = row.ownID.flatMap({ writer.present(id: $0.lowercased()) }) {
        keys[index] = own.id
      } else {
        let listed = row.ownID.flatMap { numbers[ListNumber.canonical($0)] } ?? []
        let numbered = (row.keysOfNumber + listed).compactMap { writer.present(id: $0)?.id }
        let own = numbered.first { known.mayBe(row.sketch, $0) }
        var named = known.ids(siret: row.sketch.siret)
        if named.count > 1 {
          let alike = named.filter { known.mayBe(row.sketch, $0) }
          if !alike.isEmpty { named = alike }
        }
        if let number = numbered.first, own == nil {
          reused[index] = known.name(of: number)
        }
        // A number and a SIRET that name two shops name neither.
        let found = Set([own].compactMap { $0 } + (own.map(named.contains) ?? false ? [] : named))
        guard let one = found.first else {
          open.append(index)
          continue
        }
        guard found.count == 1 else {
          unclear[index] = found.sorted().map(known.title)
          continue
        }
        keys[index] = one
        reused[index] = nil
      }
      taken.insert(keys[index])
    }
    settle(open, rows, known, &taken)
  }

  /// Rows that neither number nor SIRET names, by name and place.
  private mutating func settle(
    _ open: [Int], _ rows: [AdherentRow], _ known: KnownAdherents, _ taken: inout Set<String>
  ) {
    let isNumberedAnew = !reused.isEmpty
    let sameNames =
      isNumberedAnew ? Dictionary(grouping: rows, by: \.sketch.foldedName).mapValues(\.count) : [:]
    for index in open {
      let row = rows[index]
      let sketch = row.sketch
      var found = known.ids(nameAndPlaceOf: sketch).filter { !taken.contains($0) }
      if found.isEmpty, isNumberedAnew, row.ownID != nil, sameNames[sketch.foldedName] == 1 {
        // The only one of its name, here and there, has moved.
        let alone = known.ids(name: sketch.foldedName).filter { !taken.contains($0) }
        if alone.count == 1 { found = alone }
      }
      if found.count > 1 {
        unclear[index] = found.sorted().map(known.title)
        continue
      }
      if let one = found.first {
        keys[index] = one
        reused[index] = nil
      } else if reused[index] != nil {
        keys[index] = row.contentID
      }
      taken.insert(keys[index])
    }
  }
}

/// The establishments a list may be about, by what identifies them: what they are, and what a list said they were.
struct KnownAdherents {
  private var forms: [String: [Establishment]] = [:]
  private var bySIRET: [String: [String]] = [:]
  private var byName: [String: [String]] = [:]

  /// Metres within which two places of one name are one: an entrance or another.
  private static let reach = 30.0

  init(_ histories: [EstablishmentHistory]) {
    for history in histories where history.isPresent {
      // What became it names it, too; its present form comes last.
      let own = (history.allAbsorbed + [history]).flatMap { one in
        (one.isListedAlone ? [one.unmerged] : [one.listed, one.unmerged]).compactMap { $0 }
      }
      forms[history.id] = own
      if own.count == 1, let one = own.first {
        if let siret = one.siret { bySIRET[siret, default: []].append(history.id) }
        byName[one.foldedName, default: []].append(history.id)
        continue
      }
      for siret in Set(own.compactMap(\.siret)) { bySIRET[siret, default: []].append(history.id) }
      for name in Set(own.map(\.foldedName)) { byName[name, default: []].append(history.id) }
    }
  }

  func name(of id: String) -> String { forms[id]?.last?.name ?? "" }

  /// The name and the code by which people find it.
  func title(of id: String) -> String { "\(name(of: id)) (\(id.prefix(8)))" }

  func ids(siret: String?) -> [String] { siret.flatMap { bySIRET[$0] } ?? [] }

  func ids(name: String) -> [String] { byName[name] ?? [] }

  /// Those of the same name at the same place.
  func ids(nameAndPlaceOf one: Establishment) -> [String] {
    ids(name: one.foldedName).filter { id in
      (forms[id] ?? []).contains { KnownAdherents.isSamePlace(one, $0) }
    }
  }

  /// Whether an establishment that a number names has anything else of a row.
  func mayBe(_ one: Establishment, _ id: String) -> Bool {
    (forms[id] ?? []).contains { other in
      one.foldedName == other.foldedName
        || one.siret != nil && one.siret == other.siret
        || one.position != nil && one.position == other.position
        || KnownAdherents.line(one) != nil && KnownAdherents.line(one) == KnownAdherents.line(other)
    }
  }

  /// A postcode or a town that one of them lacks distinguishes nothing: a list may get these columns later.
  private static func isSamePlace(_ one: Establishment, _ other: Establishment) -> Bool {
    if let a = one.position, let b = other.position,
      Ground.ellipsoid.length(from: a, to: b) <= reach
    {
      return true
    }
    guard let line = line(one), line == self.line(other) else { return false }
    let (a, b) = (one.address, other.address)
    if let a = a.postcode, let b = b.postcode { return a == b }
    if let a = a.city, let b = b.city {
      return Establishment.folded(a) == Establishment.folded(b)
    }
    return true
  }

  private static func line(_ one: Establishment) -> String? {
    one.address.line.map { Establishment.folded($0) }.flatMap { $0.isEmpty ? nil : $0 }
  }
}

extension EstablishmentHistory {
  /// What lists said of it; `nil` where none did.
  var listed: Establishment? {
    if isListedAlone { return unmerged }
    let events = standing.filter { $0.kind == .imported }
    guard !events.isEmpty else { return nil }
    var result = Establishment(id: id)
    for event in events { result.apply(event.changes) }
    return result
  }

  /// Whether lists alone said anything of it, contacts aside.
  fileprivate var isListedAlone: Bool {
    standing.allSatisfy { $0.kind == .imported || $0.changes.isEmpty }
      && standing.contains { $0.kind == .imported }
  }
}
