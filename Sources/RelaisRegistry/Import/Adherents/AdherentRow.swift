import CoverageEngine
import RelaisGeo

/// One row of a spreadsheet, understood: facts, contact, and what is doubtful about it.
struct AdherentRow {
  var place: SourcePlace
  /// The row's own identifier, if its file gives one.
  var ownID: String?
  var values: [EstablishmentField: String] = [:]
  var contact: Contact?
  var doubts: [AdherentsReport.Doubt] = []
  /// Coordinates as they are in the file.
  var raw: PlanarPoint?

  /// - Throws: the ``RejectedRow`` of a row without a name, or with neither address nor position.
  init(_ row: CSVRow, _ columns: AdherentColumns, headers: [String]) throws(RejectedAdherent) {
    place = row.place
    let ownID = columns.text(.id, row)
    self.ownID = ownID
    func reject(_ reason: RejectedRow.Reason, _ found: String) -> RejectedAdherent {
      RejectedAdherent(
        row: RejectedRow(place: row.place, id: ownID, reason: reason, found: found))
    }
    guard columns.text(.field(.name), row) != nil else {
      throw reject(.missingValue, columns[.field(.name)].map { headers[$0] } ?? "nom")
    }
    for field in EstablishmentField.allCases where field != .position {
      take(field, row, columns, headers)
    }
    if let number = columns.text(.houseNumber, row), let street = values[.address] {
      values[.address] = number + " " + street
    }
    try takeCoordinates(row, columns, headers, reject)
    if raw == nil, values[.address] == nil {
      throw reject(
        .missingValue,
        [columns[.field(.address)], columns[.longitude] ?? columns[.x]].compactMap { $0 }
          .map { headers[$0] }.joined(separator: ", "))
    }
    takeContact(row, columns, headers)
  }

  private mutating func doubt(_ reason: AdherentsReport.Doubt.Reason, _ found: String = "") {
    doubts.append(.init(place: place, reason: reason, found: found))
  }

  private mutating func take(
    _ field: EstablishmentField, _ row: CSVRow, _ columns: AdherentColumns, _ headers: [String]
  ) {
    guard let column = columns[.field(field)], let text = row.text(column) else { return }
    var value: String?
    switch field.content {
    case .kind: value = AdherentWords.kind(text)?.rawValue
    case .state: value = AdherentWords.state(text)?.rawValue
    case .check: value = AdherentWords.check(text)?.rawValue
    default: value = field.canonical(text)
    }
    if value == nil, field == .postcode || field == .insee { value = text }
    if field == .postcode, let digits = value, digits.count == 4, Int(digits) != nil {
      value = "0" + digits
    }
    if let value { values[field] = value } else {
      doubt(.valueLeftOut, headers[column] + " = " + text)
    }
  }

  private mutating func takeCoordinates(
    _ row: CSVRow, _ columns: AdherentColumns, _ headers: [String],
    _ reject: (RejectedRow.Reason, String) -> RejectedAdherent
  ) throws(RejectedAdherent) {
    let pair = columns[.longitude] != nil && columns[.latitude] != nil
      ? (columns[.longitude], columns[.latitude]) : (columns[.x], columns[.y])
    guard let first = pair.0, let second = pair.1 else { return }
    let texts = (row.text(first), row.text(second))
    if texts.0 == nil, texts.1 == nil { return }
    guard let xText = texts.0 else { throw reject(.missingValue, headers[first]) }
    guard let yText = texts.1 else { throw reject(.missingValue, headers[second]) }
    guard let x = row.number(first) else { throw reject(.notANumber, xText) }
    guard let y = row.number(second) else { throw reject(.notANumber, yText) }
    raw = PlanarPoint(x: x, y: y)
  }

  private mutating func takeContact(
    _ row: CSVRow, _ columns: AdherentColumns, _ headers: [String]
  ) {
    var contact = Contact(
      establishment: "", name: columns.text(.contactName, row), phone: columns.text(.phone, row),
      email: columns.text(.email, row))
    if let phone = contact.phone {
      let (number, lostZero) = AdherentWords.phone(phone)
      contact.phone = number
      // What stands there is not repeated: it is a person's number.
      if lostZero { doubt(.phoneZeroRestored) }
      else if !AdherentWords.looksLikePhone(number) { doubt(.phoneUnreadable) }
    }
    if !contact.isEmpty { self.contact = contact }
  }

  /// The key the row's content gives, whatever was changed in the registry since.
  var derivedID: String {
    let name = Establishment.folded(values[.name] ?? "")
    if let ownID { return RegistryUUID.derived(from: ["id", ownID.lowercased()]) }
    if let siret = values[.siret] { return RegistryUUID.derived(from: ["siret", siret]) }
    let sketch = Establishment(id: "", values: values)
    let place = sketch.foldedAddress ?? values[.position] ?? ""
    return RegistryUUID.derived(from: ["name", name, place])
  }
}

/// A row that is not taken, as an error on the way out of its reading.
struct RejectedAdherent: Error {
  var row: RejectedRow
}
