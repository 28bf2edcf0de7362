import CoverageEngine
import RelaisFormats
import RelaisGeo

/// Candidates of a list somebody made: CSV, GeoJSON or GeoPackage points.
///
/// Mapping keys: those of relays, and `category`, `naf`, `address`, `postcode`, `city`, `siret`,
/// `acceptance`, `phone`. A list's own word for a category decides, else its tags, else its NAF code.
enum CandidateLists {
  private static let further: [ColumnTerm] = [
    .category, .activity, .address, .postcode, .city, .siret, .acceptance, .houseNumber, .street,
    .streetType, .suffix, .state, .diffusion, .phone,
  ]

  /// Words of the register and its public directories for an establishment that is closed.
  private static let closed: Set<String> = [
    "f", "ferme", "fermee", "etablissementferme", "c", "cesse", "cessee", "closed",
  ]
  /// Words for one whose owner lets its name and address be shown.
  private static let shown: Set<String> = ["o", "oui", "diffusible", "1", "true", "vrai", "yes"]

  static func read(
    _ path: String, layer: String? = nil, mapping: ColumnMapping, in surroundings: Surroundings,
    categories: CategoryTable
  ) throws -> Imported<CandidateSource> {
    let keys = categories.keys
    let tagColumns = keys.map {
      FacilitiesImporter.FurtherColumn(term: .tag, names: [mapping.columns[$0] ?? $0])
    }
    var rows = try FacilitiesImporter.rows(
      path, layer: layer, mapping, surroundings,
      further: further.map { .init(term: $0, names: mapping.names($0, in: .candidates)) }
        + tagColumns)
    var source = CandidateSource()
    var unreadSIRETs: [String] = []
    for row in rows.places {
      let cells = row.further
      func reject(_ reason: RejectedRow.Reason) {
        rows.rejected.append(
          RejectedRow(place: row.place, id: row.facility.id, reason: reason))
      }
      if let state = cells[11], closed.contains(ColumnName.foldedLetters(state)) {
        reject(.notOpen(""))
        continue
      }
      let isVeiled = cells[12].map { !shown.contains(ColumnName.foldedLetters($0)) } ?? false
      var acceptance: Double?
      if let text = cells[6] {
        guard let number = AcceptanceCell.share(text) else {
          reject(.notANumber(text))
          continue
        }
        guard number > 0, number <= 1 else {
          reject(.acceptanceOutOfRange(text))
          continue
        }
        acceptance = number
      }
      let tags = zip(keys, cells.dropFirst(further.count)).compactMap { key, value in
        value.map { (key: key, value: $0) }
      }
      // `genre` and `type` say a category too, where nothing else does.
      let words = [cells[0], row.facility.kind?.text].compactMap { $0 }
      let category =
        words.lazy.compactMap { categories.category(label: $0) }.first
        ?? tags.lazy.compactMap { categories.category(key: $0.key, value: $0.value) }.first
        ?? cells[1].flatMap { categories.category(activity: $0) }
      let word = words.first ?? tags.first.map { "\($0.key)=\($0.value)" } ?? cells[1]
      if let word, category == nil || category?.id == CandidateCategory.otherShop {
        source.otherKinds[word, default: 0] += 1
      }
      let siret = cells[5].flatMap { SIRET.digits(of: $0) }
      if siret == nil, let text = cells[5] { unreadSIRETs.append(text) }
      // A whole line says more than the parts of one.
      let street = cells[8].map { [cells[9], $0].compactMap { $0 }.joined(separator: " ") }
      let isInParts = cells[2] == nil && street != nil
      let address = PostalAddress(
        houseNumber: isInParts ? cells[7] : nil, suffix: isInParts ? cells[10] : nil,
        street: cells[2] ?? street, postcode: cells[3], city: cells[4])
      var facility = row.facility
      if isVeiled { facility.name = nil }
      facility.kind = facility.kind ?? word.map { FacilityKind($0) }
      var candidate = Candidate(
        facility, category: category?.id ?? (word == nil ? nil : CandidateCategory.otherShop),
        address: isVeiled ? PostalAddress(city: cells[4]) : address, siret: siret,
        acceptance: acceptance)
      if !isVeiled { candidate.telephone = cells[13].flatMap(Telephone.init) }
      source.candidates.append(SourcedCandidate(.list, candidate, isVeiled: isVeiled))
    }
    return Imported(
      source,
      ImportReport(
        file: path, format: .features(rows.container), rows: rows.rows, rejected: rows.rejected,
        findings: rows.findings
          + (unreadSIRETs.first.map { first in
            [Finding(.siretsNotRead(unreadSIRETs.count, example: first), file: path)]
          } ?? []), columns: rows.columns, understood: rows.understood))
  }
}
