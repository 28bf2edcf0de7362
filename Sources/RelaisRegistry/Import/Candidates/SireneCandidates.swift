import CoverageEngine
import RelaisFormats
import RelaisGeo

/// Candidates of INSEE's register of establishments, with the positions of its geolocated file.
///
/// A row is an establishment of the communes asked for. Closed ones and those whose activity no
/// category names are set aside by rule. A position is, in this order: that of the geolocated file
/// where the number was found, the register's own, that of the address base, a point of the street in
/// the geolocated file; without any, the row is rejected.
enum SireneCandidates {
  struct Files {
    var establishments: [String] = []
    var positions: [String] = []
  }

  /// - Parameters:
  ///   - communes: INSEE codes; empty for all.
  ///   - addresses: Made when the first row needs it; `nil` where there is no address base.
  /// - Returns: One for each file, those of establishments first.
  static func read(
    _ files: Files, in communes: Set<String>, categories: CategoryTable,
    addresses: () throws -> AddressBase?
  ) throws -> [Imported<CandidateSource>] {
    let codes = SireneReader.withArrondissements(communes)
    var read: [(file: String, records: [SireneRecord], pass: SireneReader.Pass)] = []
    for file in files.establishments {
      var records: [SireneRecord] = []
      let pass = try SireneReader.establishments(file, in: codes) { records.append($0) }
      read.append((file, records, pass))
    }
    let sirets = Set(read.flatMap { $0.records.map(\.siret) })
    var positions: [String: SirenePosition] = [:]
    var ofPositions: [Imported<CandidateSource>] = []
    for file in files.positions {
      let (found, pass) = try SireneReader.positions(file, of: sirets)
      positions.merge(found) { first, _ in first }
      ofPositions.append(
        Imported(
          CandidateSource(),
          ImportReport(
            file: file, format: .register(.positions),
            rows: pass.rows - pass.elsewhere, rejected: RejectedRow.rows(pass.rejected),
            findings: pass.findings(file, communes), columns: pass.uses)))
    }
    var base: AddressBase??
    return try read.map { file, records, pass in
      var rows = Rows(categories: categories)
      var placed = records.map { position(of: $0, positions) }
      let unplaced = records.indices.filter {
        placed[$0] == nil && rows.isWanted(records[$0]) && records[$0].address.line != nil
      }
      if !unplaced.isEmpty {
        let known = try base ?? addresses()
        base = .some(known)
        if let known {
          for (index, match) in zip(unplaced, try matches(unplaced.map { records[$0] }, known)) {
            let input = AddressInput(records[index].address)
            if match.kind != .municipality, !match.mayBeElsewhere(asked: input) {
              placed[index] = match.position
            }
          }
        }
      }
      for (record, position) in zip(records, placed) {
        rows.add(record, position ?? positions[record.siret]?.position)
      }
      return Imported(
        CandidateSource(rows.candidates, closed: rows.closed, otherKinds: rows.otherKinds),
        ImportReport(
          file: file, format: .register(.establishments),
          rows: pass.rows - pass.elsewhere,
          rejected: RejectedRow.rows(pass.rejected) + rows.rejected,
          findings: pass.findings(file, communes), columns: pass.uses))
    } + ofPositions
  }

  private static func position(
    of record: SireneRecord, _ positions: [String: SirenePosition]
  ) -> Position? {
    let found = positions[record.siret]
    return found?.isExact ?? false ? found?.position : record.position
  }

  private static func matches(
    _ records: [SireneRecord], _ base: AddressBase
  ) throws -> [GeocodingMatch] {
    var batch = try GeocodingBatch(base)
    return batch.match(records.map { AddressInput($0.address) })
  }

  private struct Rows {
    let categories: CategoryTable
    var candidates: [SourcedCandidate] = []
    var closed: [ClosedEstablishment] = []
    var otherKinds: [String: Int] = [:]
    var rejected: [RejectedRow] = []
    private var seen = Set<String>()

    init(categories: CategoryTable) { self.categories = categories }

    /// Whether a position would be of use.
    func isWanted(_ record: SireneRecord) -> Bool {
      !record.isOpen || record.activity.flatMap { categories.category(activity: $0) } != nil
    }

    mutating func add(_ record: SireneRecord, _ position: Position?) {
      func reject(_ reason: RejectedRow.Reason) {
        rejected.append(
          RejectedRow(place: record.place, id: record.siret, reason: reason))
      }
      guard seen.insert(record.siret).inserted else { return reject(.duplicateID()) }
      guard record.isOpen else {
        closed.append(
          ClosedEstablishment(
            siret: record.siret, name: record.name, position: position,
            since: record.since.flatMap { CalendarDay($0) }))
        return reject(.notOpen(record.since ?? ""))
      }
      let activity = record.activity?.code ?? ""
      guard let category = record.activity.flatMap({ categories.category(activity: $0) }) else {
        return reject(.notAShop(activity))
      }
      if let long = LongName(record.name) { return reject(.nameTooLong(long)) }
      guard let position else { return reject(.noGeometry()) }
      if category.id == CandidateCategory.otherShop { otherKinds[activity, default: 0] += 1 }
      candidates.append(
        SourcedCandidate(
          .register,
          Candidate(
            Facility(
              id: record.siret, name: record.name, kind: record.activity.map { .other($0.code) },
              position: position),
            category: category.id, address: record.address, siret: record.siret),
          isVeiled: record.isVeiled))
    }
  }
}
