import CoverageEngine
import RelaisFormats
import RelaisGeo

/// The columns of an adherents' spreadsheet, by what they stand for.
///
/// Of the vocabulary's names, the first that the list has. Beside case, accents, spaces, hyphens and
/// underscores, other punctuation does not count either, apostrophes of either shape.
struct AdherentColumns {
  /// What is looked for, in this order: a column serves once.
  private static let order: [ColumnTerm] = [
    .id, .name, .kind, .state, .category, .address, .houseNumber, .suffix, .streetType, .street,
    .postcode,
    .city, .cityCode,
    .longitude, .latitude, .x, .y, .point, .line, .groundFloor, .streetFront, .minorsAdmitted,
    .openingHours,
    .monday, .tuesday, .wednesday, .thursday, .friday, .saturday, .sunday,
    .siret, .sticker, .stickerOn, .charterOn, .followedUpOn, .callBackOn, .notes, .contact, .phone,
    .secondPhone, .firstName, .email,
  ]

  /// The place of each column that is known.
  let columns: [ColumnTerm: Int]
  /// Columns nobody knows, as the file writes them.
  let ignored: [String]
  /// In the order they are looked for.
  let uses: [ColumnUse]

  /// - Throws: ``RegistryError/childColumn(file:column:)``.
  init(of headers: [String], file: String, mapping: ColumnMapping) throws {
    if let column = headers.first(where: ChildData.isSuspect) {
      throw RegistryError.childColumn(file: file, column: column)
    }
    var named: [String: Int] = [:]
    for (index, header) in headers.enumerated()
    where named[Establishment.folded(header)] == nil {
      named[Establishment.folded(header)] = index
    }
    // What stands in brackets explains: « Adresse (n° et rue) ».
    for (index, header) in headers.enumerated() where header.contains("(") {
      let short = Establishment.folded(String(header.prefix { $0 != "(" }))
      if !short.isEmpty, named[short] == nil { named[short] = index }
    }
    var columns: [ColumnTerm: Int] = [:]
    var taken = Set<Int>()
    let personal = AdherentColumns.personal(named)
    let number = AdherentColumns.houseNumber(headers)
    for term in AdherentColumns.order {
      var names = mapping.names(term, in: .adherents)
      if term == .name { names.removeAll { personal.contains($0) } }
      if term == .contact { names += personal }
      // A column serves once: « numero » is an identifier or a house number, not both.
      var found = names.lazy.compactMap { named[Establishment.folded($0)] }.first { $0 != number }
      if term == .houseNumber { found = found ?? number }
      if term == .secondPhone {
        let folded = Set(names.map { Establishment.folded($0) })
        found = headers.indices.first {
          !taken.contains($0) && folded.contains(Establishment.folded(headers[$0]))
        }
      }
      guard let found, taken.insert(found).inserted else { continue }
      columns[term] = found
    }
    self.columns = columns
    uses = AdherentColumns.order.compactMap { term in
      columns[term].map { ColumnUse(headers[$0], term) }
    }
    ignored = headers.enumerated().filter {
      !taken.contains($0.offset) && !$0.element.isEmpty
    }
    .map(\.element)
  }

  private static func names(_ term: ColumnTerm, _ input: ColumnInput = .adherents) -> [String] {
    ColumnVocabulary.standard.names(term, in: input)
  }

  /// Whether a column's yes makes an adherent.
  static func saysYesOrNo(_ title: String) -> Bool {
    names(.state, .adherentsSayingYes).contains {
      Establishment.folded($0) == Establishment.folded(title)
    }
  }

  /// The names that mean a person where a first name stands next to them and the shop has another.
  private static func personal(_ named: [String: Int]) -> [String] {
    let person = names(.name, .adherentsNamingPersons)
    func isKnown(_ name: String) -> Bool { named[Establishment.folded(name)] != nil }
    guard names(.firstName, .adherentsNamingPersons).contains(where: isKnown),
      names(.name).contains(where: { !person.contains($0) && isKnown($0) })
    else { return [] }
    return person
  }

  /// The column « numéro » just before « rue », which is the number in the street.
  private static func houseNumber(_ headers: [String]) -> Int? {
    let folded = headers.map { Establishment.folded($0) }
    let streets = names(.street, .adherentsNumbered)
    guard let street = folded.firstIndex(where: { streets.contains($0) }), street > 0,
      !folded.contains(where: { $0.hasPrefix("adresse") && !$0.contains("mail") }),
      names(.houseNumber, .adherentsNumbered).contains(folded[street - 1])
    else { return nil }
    return street - 1
  }

  /// Whether a list of adherents could have these column names.
  static func areKnown(_ headers: [String], mapping: ColumnMapping) -> Bool {
    // Children's data are refused by whoever reads on.
    guard let columns = try? AdherentColumns(of: headers, file: "", mapping: mapping) else {
      return true
    }
    return columns.canPlace && columns[.name] != nil
  }

  /// Whether there is an address, or both coordinates.
  var canPlace: Bool {
    self[.longitude] != nil && self[.latitude] != nil || self[.x] != nil && self[.y] != nil
      || self[.address] != nil || self[.street] != nil || self[.point] != nil
      || self[.line] != nil
  }

  subscript(term: ColumnTerm) -> Int? { columns[term] }
}
