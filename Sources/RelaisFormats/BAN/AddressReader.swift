public import RelaisGeo

/// Reads the national address base (BAN) in all its CSV forms, and local ones (BAL 1.1 to 1.5).
///
/// A table is one of addresses if it has a street's name, and a house number or a place's name. Positions
/// are `lon`/`lat` (`long` in a BAL); rows with only `x`/`y` are taken for the legal system of their
/// commune's part of France (Lambert-93 for most).
public struct AddressReader {
  public let table: CSVTable
  public let format: Format
  /// The columns it reads.
  public let uses: [ColumnUse]

  private let columns: Columns

  private struct Columns {
    var id, streetID, number, suffix, street, hamlet, postcode, cityCode, city: Int?
    var formerCity, longitude, latitude, x, y, kind: Int?
    var otherNames: [Int] = []
    var otherCities: [Int] = []
  }

  /// - Throws: ``FormatError``; `.missing` for a table that is no address base.
  public init(_ input: InputFile) throws(FormatError) {
    try self.init(CSVReader.read(input))
  }

  public init(_ table: CSVTable) throws(FormatError) {
    self.table = table
    var find = ColumnFinder(table.headers, as: .addressBase)
    var columns = Columns()
    columns.id = find(.id)
    if let id = columns.id, table.headers[id].isEmpty { columns.id = nil }
    columns.streetID = find(.streetID)
    columns.number = find(.houseNumber)
    columns.suffix = find(.suffix)
    columns.street = find(.street)
    columns.hamlet = find(.hamlet)
    columns.postcode = find(.postcode)
    columns.cityCode = find(.cityCode)
    columns.city = find(.city)
    columns.formerCity = find(.formerCity)
    columns.longitude = find(.longitude)
    columns.latitude = find(.latitude)
    columns.x = find(.x)
    columns.y = find(.y)
    columns.kind = find(.positionKind)
    columns.otherNames = find.all(.otherName)
    columns.otherCities = find.all(.otherCity)
    guard columns.street != nil,
      columns.number != nil || find.has(.street, in: .addressBasePlaces)
    else {
      throw .missing(file: table.file, what: ["numero", "nom_voie"], found: table.headers)
    }
    guard
      columns.longitude != nil && columns.latitude != nil || columns.x != nil && columns.y != nil
    else { throw .missing(file: table.file, what: ["lon", "lat"], found: table.headers) }
    self.columns = columns
    uses = find.uses
    let isLocal =
      find.has(.street, in: .addressBaseLocal) || find.has(.id, in: .addressBaseLocal)
    format = isLocal ? .local : .national
  }

  /// Whether a table is an address base, without reading its rows.
  public static func recognises(_ table: CSVTable) -> Bool {
    (try? AddressReader(table)) != nil
  }

  /// Calls `body` with every row that can be taken, in order.
  ///
  /// - Returns: The rows that cannot: no street, an invalid number, no position on earth; first
  ///   those whose cells the table could not separate.
  /// - Complexity: O(*n*).
  public func records(
    _ body: (AddressRecord) throws -> Void
  ) rethrows -> [DamagedRow] {
    var rejected = table.rejected
    var places = LegalSystems()
    for row in table.rows {
      switch record(row, &places) {
      case .success(let record): try body(record)
      case .failure(let rejection): rejected.append(rejection.row)
      }
    }
    return rejected
  }

  private struct Rejection: Error { var row: DamagedRow }

  private func record(
    _ row: CSVRow, _ places: inout LegalSystems
  ) -> Result<AddressRecord, Rejection> {
    let id = row.text(columns.id)
    func reject(_ defect: RowDefect) -> Result<AddressRecord, Rejection> {
      .failure(Rejection(row: DamagedRow(place: row.place, id: id, defect: defect)))
    }
    // A hamlet may be all the street there is, and a street may be named in the region's language alone.
    var otherNames = columns.otherNames.compactMap { known(row, $0) }
    let own = known(row, columns.street) ?? known(row, columns.hamlet)
    guard let street = own ?? otherNames.first else { return reject(.missingValue("nom_voie")) }
    if own == nil { otherNames.removeFirst() }
    var number: Int?
    var suffix = known(row, columns.suffix) ?? ""
    if let column = columns.number {
      guard let text = row.text(column) else { return reject(.missingValue("numero")) }
      guard let (value, rest) = AddressReader.number(text) else {
        return reject(.notANumber(text))
      }
      // The number a local base gives to places without one.
      number = value == 99_999 ? nil : value
      if suffix.isEmpty { suffix = rest }
    }
    let cityCode = padded(row.text(columns.cityCode))
    let position: Position
    if let x = row.number(columns.longitude), let y = row.number(columns.latitude) {
      position = Position(longitude: x, latitude: y)
    } else if row.isEmpty(columns.longitude) || row.isEmpty(columns.latitude),
      let x = row.number(columns.x), let y = row.number(columns.y),
      let found = places.position(x, y, cityCode: cityCode)
    {
      position = found
    } else {
      return reject(.notANumber(row.text(columns.longitude) ?? "lon"))
    }
    guard position.isGeographic else { return reject(.outOfRange("\(position.x) \(position.y)")) }
    return .success(
      AddressRecord(
        place: row.place, id: id ?? "", streetID: row.text(columns.streetID) ?? "", number: number,
        suffix: suffix, street: street,
        otherNames: otherNames,
        hamlet: known(row, columns.hamlet), postcode: padded(row.text(columns.postcode)),
        cityCode: cityCode, city: row.text(columns.city) ?? "",
        formerCity: known(row, columns.formerCity) ?? "",
        otherCities: columns.otherCities.compactMap { known(row, $0) }, position: position,
        kind: AddressRecord.Kind(row.text(columns.kind))))
  }

  /// A cell that says something: some exports write `NA` for nothing.
  private func known(_ row: CSVRow, _ column: Int?) -> String? {
    guard let text = row.text(column), text != "NA", text != "NULL" else { return nil }
    return text
  }

  /// Codes whose first zero a spreadsheet took away, and Corsica's in lower case.
  private func padded(_ code: String?) -> String {
    guard let code else { return "" }
    return code.utf8.count == 4 && Int(code) != nil ? "0" + code : CommuneCode.canonical(code)
  }

  /// `12`, or `12 bis` and `12.0` of careless exports.
  static func number(_ text: String) -> (Int, String)? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard let value = Int(digits), digits.utf8.count <= 6 else { return nil }
    var rest = text[digits.endIndex...]
    if rest == ".0" { rest = "" }
    let suffix = rest.drop { $0 == " " }
    guard suffix.allSatisfy({ $0.isLetter || $0.isNumber }), suffix.utf8.count <= 12 else {
      return nil
    }
    return (value, String(suffix))
  }
}
