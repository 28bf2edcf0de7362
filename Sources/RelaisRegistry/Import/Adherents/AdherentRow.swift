import CoverageEngine
import RelaisFormats
import RelaisGeo

/// One row of a spreadsheet, understood: facts, contact, and what is doubtful about it.
struct AdherentRow {
  var place: SourcePlace
  /// The row's own identifier, if its file gives one.
  var ownID: String?
  var values: [EstablishmentField: FactValue] = [:]
  var contact: Contact?
  var doubts: [AdherentDoubt] = []
  /// What the row says of its state, where nobody understands it.
  var unreadState: String?
  /// What its columns are called.
  private(set) var titles: [EstablishmentField: String] = [:]
  /// What no column could hold as what it is: kept, where people look.
  private var asides: [String] = []
  /// Coordinates as they are in the file.
  var raw: PlanarPoint?
  /// The position is that of the address, not the file's.
  var isGeocoded = false

  /// - Throws: the ``RejectedRow`` of a row without a name, or with neither address nor position.
  ///
  /// - Parameter states: What words mean that a person explained, by their folded form.
  init(
    _ cells: AdherentCells, states: [String: AdherentState] = [:]
  ) throws(RejectedAdherent) {
    place = cells.place
    let ownID = cells.texts[.id]
    self.ownID = ownID
    func reject(_ reason: RejectedRow.Reason) -> RejectedAdherent {
      RejectedAdherent(
        row: RejectedRow(place: cells.place, id: ownID, reason: reason))
    }
    guard cells.texts[.name] != nil else {
      throw reject(.missingValue(cells.titles[.name] ?? "nom"))
    }
    if let long = LongName(cells.texts[.name]) { throw reject(.nameTooLong(long)) }
    for field in EstablishmentField.allCases where field != .position { take(field, cells, states) }
    // Nothing but control characters.
    guard values[.name] != nil else {
      throw reject(.invalidText(cells.titles[.name] ?? "nom"))
    }
    let houseNumber = cells.texts[.houseNumber]
    if let title = cells.titles[.houseNumber], let houseNumber, !FactDoubts.isNumber(houseNumber) {
      setAside(
        .init(column: title, text: houseNumber), AdherentDoubt.Reason.numberInWords)
    }
    if !asides.isEmpty {
      let notes = [sketch.text(.notes)].compactMap { $0 } + asides
      values[.notes] = .text(notes.joined(separator: "\n"))
    }
    // The registry keeps both in one line.
    let address = PostalAddress(
      houseNumber: houseNumber.flatMap { FactDoubts.isNumber($0) ? $0 : nil },
      street: sketch.address.line)
    values[.address] = address.line.map { .text($0) }
    if let position = cells.position {
      values[.position] = .position(position)
      values[.positionSource] = values[.positionSource] ?? .source(.file)
    } else {
      try takeCoordinates(cells, reject)
    }
    if raw == nil, values[.position] == nil, values[.address] == nil {
      throw reject(
        .missingValue(
          [
            cells.titles[.address],
            cells.titles[.longitude] ?? cells.titles[.x] ?? cells.titles[.point]
              ?? cells.titles[.line],
          ]
          .compactMap { $0 }.joined(separator: ", ")))
    }
    takeContact(cells)
  }

  /// Looks the address up; what is found, how and how sure becomes facts, what is doubtful is said.
  mutating func geocode(_ geocoder: inout Geocoder?) {
    let address = sketch.address
    let input = AddressInput(address)
    guard address.line != nil, let match = geocoder?.match(input) else {
      doubt(.positionMissing(nil))
      return
    }
    guard let facts = AddressFacts.values(of: match, for: input) else {
      doubt(.positionMissing(match))
      return
    }
    isGeocoded = true
    values.merge(facts) { _, found in found }
    if !match.isSure { doubt(.positionDoubtful(match)) }
  }

  private mutating func doubt(_ reason: AdherentDoubt.Reason) {
    doubts.append(AdherentDoubt(place, reason))
  }

  /// Keeps what a cell says in the notes.
  private mutating func setAside(
    _ cell: AdherentDoubt.Cell, _ reason: (AdherentDoubt.Cell) -> AdherentDoubt.Reason
  ) {
    doubt(reason(cell))
    if cell.text.contains(where: { $0.isLetter || $0.isNumber }) {
      asides.append(cell.column + " = " + cell.text)
    }
  }

  /// Has somebody look at a position that lies elsewhere.
  mutating func doubtPosition(outside area: Envelope) {
    guard let position = sketch.position, !area.contains(position) else { return }
    doubt(.positionOutside(position))
  }

  private mutating func take(
    _ field: EstablishmentField, _ cells: AdherentCells, _ states: [String: AdherentState]
  ) {
    guard let term = field.column, let text = cells.texts[term] else { return }
    let cell = AdherentDoubt.Cell(column: cells.titles[term] ?? field.rawValue, text: text)
    titles[field] = cell.column
    // « à donner » is no number, and no row is lost for it.
    if FactDoubts.isInWords(text, in: field) {
      return setAside(cell, AdherentDoubt.Reason.numberInWords)
    }
    var value = AdherentWords.value(text, of: field)
    switch field.content {
    case .state:
      // What a person said a word means stands before what it usually means.
      if let state = states[Establishment.folded(text)] { value = .state(state) }
      if value == nil, AdherentWords.check(text) == .yes,
        AdherentColumns.saysYesOrNo(cells.titles[term] ?? "")
      {
        value = .state(.adherent)
      }
    case .day:
      if let written = cells.guessedDays[term] {
        doubt(.dateGuessed(.init(column: cell.column, text: written)))
      }
      if value == nil, let day = AdherentWords.guessedDay(text) {
        value = .day(day)
        doubt(.dateGuessed(cell))
      }
    case .kind, .check, .text, .position, .siret, .source, .quality: break
    }
    if field == .postcode, let digits = value?.text, digits.count == 4, Int(digits) != nil {
      value = .text("0" + digits)
    }
    if let value {
      values[field] = value
    } else {
      // Asked once for all rows that say it.
      guard field != .state else {
        unreadState = text
        return
      }
      setAside(cell, AdherentDoubt.Reason.valueLeftOut)
    }
  }

  private mutating func takeCoordinates(
    _ cells: AdherentCells, _ reject: (RejectedRow.Reason) -> RejectedAdherent
  ) throws(RejectedAdherent) {
    if let point = cells.point {
      raw = point
      return
    }
    if let title = cells.titles[.point], let text = cells.texts[.point] {
      doubt(.valueLeftOut(.init(column: title, text: text)))
    }
    let isDegrees = cells.titles[.longitude] != nil && cells.titles[.latitude] != nil
    let first: ColumnTerm = isDegrees ? .longitude : .x
    let second: ColumnTerm = isDegrees ? .latitude : .y
    guard let firstTitle = cells.titles[first], let secondTitle = cells.titles[second] else {
      return
    }
    if cells.texts[first] == nil, cells.texts[second] == nil { return }
    // A single coordinate is no position, nor are words; the address may still give one.
    if values[.address] != nil, cells.number(first) == nil || cells.number(second) == nil {
      let isFirst =
        cells.texts[first] != nil && (cells.texts[second] == nil || cells.number(first) == nil)
      let (title, text) =
        isFirst ? (firstTitle, cells.texts[first]) : (secondTitle, cells.texts[second])
      return doubt(.valueLeftOut(.init(column: title, text: text ?? "")))
    }
    guard let xText = cells.texts[first] else { throw reject(.missingValue(firstTitle)) }
    guard let yText = cells.texts[second] else { throw reject(.missingValue(secondTitle)) }
    guard let x = cells.number(first) else { throw reject(.notANumber(xText)) }
    guard let y = cells.number(second) else { throw reject(.notANumber(yText)) }
    raw = PlanarPoint(x: x, y: y)
  }

  private mutating func takeContact(_ cells: AdherentCells) {
    var contact = Contact(
      establishment: "",
      name: AdherentRow.joined([cells.texts[.firstName], cells.texts[.contact]], by: " "),
      email: cells.texts[.email])
    // What stands there is not repeated: it is a person's number.
    let numbers = [cells.texts[.phone], cells.texts[.secondPhone]].compactMap { $0 }
      .flatMap(AdherentWords.phones).map(AdherentWords.phone)
    contact.phone = AdherentRow.joined(numbers.map(\.number), by: " / ")
    if numbers.contains(where: \.lostZero) { doubt(.phoneZeroRestored) }
    for reason in FactDoubts.reasons(of: contact) { doubt(reason) }
    if !contact.isEmpty { self.contact = contact }
  }

  private static func joined(_ texts: [String?], by separator: String) -> String? {
    let texts = texts.compactMap { $0 }
    return texts.isEmpty ? nil : texts.joined(separator: separator)
  }

  /// The keys that the row's number may have given it, its own form first.
  var keysOfNumber: [String] { ownID.map { ListNumber.keys(of: $0) } ?? [] }

  /// The key the row's content gives, whatever was changed in the registry since.
  var derivedID: String {
    ownID.map(ListNumber.key) ?? contentID
  }

  /// The key without the row's own identifier.
  var contentID: String {
    let sketch = sketch
    if let siret = sketch.siret { return RegistryUUID.derived(from: ["siret", siret]) }
    let place = sketch.foldedAddress ?? sketch.text(.position) ?? ""
    return RegistryUUID.derived(from: ["name", sketch.foldedName, place])
  }

  /// The establishment the row describes, without a key.
  var sketch: Establishment { Establishment(id: "", facts: values) }
}

/// A row that is not taken, as an error on the way out of its reading.
struct RejectedAdherent: Error {
  var row: RejectedRow
}
