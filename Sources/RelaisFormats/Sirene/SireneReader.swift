import Foundation
public import RelaisGeo

/// Reads INSEE's register of establishments: `StockEtablissement`, and the file of their positions,
/// of any length, one piece at a time.
///
/// Cells that say `[ND]` are kept out by their owner and count as empty.
public enum SireneReader {
  /// What a CSV file is of the two, by its column names; `nil` for another.
  ///
  /// - Throws: `FormatError`.
  public static func kind(ofFileAt path: String) throws(FormatError) -> Kind? {
    let blocks = try CSVBlocks(path: path, pieceSize: 1 << 16)
    return (try? blocks.columns()).flatMap { Kind($0) }
  }

  /// What a pass over a file met.
  public struct Pass: Sendable {
    /// Sound rows of the communes or establishments asked for.
    public var taken = 0
    /// Rows of others.
    public var elsewhere = 0
    /// Rows whose cells could not be separated, or without a SIRET; of the communes or
    /// establishments asked for, as far as that is known.
    public var rejected: [DamagedRow] = []
    /// A smaller file of the same kind where it was asked for: the header, and the rows of the
    /// communes, those rejected too.
    public var part: [UInt8]?
    /// The columns that are read.
    public var uses: [ColumnUse] = []

    /// All rows of the file.
    public var rows: Int { taken + elsewhere + rejected.count }
  }

  /// Communes as the register knows them: Paris, Lyon and Marseille by arrondissement.
  public static func withArrondissements(_ communes: Set<String>) -> Set<String> {
    communes.reduce(into: communes) { all, commune in
      all.formUnion(CommuneCode.arrondissements(of: commune) ?? [])
    }
  }

  /// Calls `body` with the establishments of some communes, in order.
  ///
  /// - Parameters:
  ///   - communes: INSEE codes; empty for all.
  ///   - keepsPart: Whether ``Pass/part`` is made.
  ///   - isWanted: Given whether it is open and its activity, says whether `body` is called; making a
  ///     record costs more than all else.
  /// - Throws: `FormatError`; `.incompleteRegister` without a needed column, `.unknownNomenclature` for an open
  ///   establishment whose activity is in one nobody knows.
  /// - Complexity: O(size); memory for the part alone.
  public static func establishments(
    _ path: String, in communes: Set<String>, keepsPart: Bool = false,
    where isWanted: (_ isOpen: Bool, _ activity: BusinessActivity?) -> Bool = { _, _ in true },
    _ body: (SireneRecord) throws -> Void
  ) throws -> Pass {
    try establishments(
      CSVBlocks(path: path), in: communes, keepsPart: keepsPart, where: isWanted, body)
  }

  static func establishments(
    _ blocks: consuming CSVBlocks, in communes: Set<String>, keepsPart: Bool = false,
    where isWanted: (_ isOpen: Bool, _ activity: BusinessActivity?) -> Bool = { _, _ in true },
    _ body: (SireneRecord) throws -> Void
  ) throws -> Pass {
    let header = try blocks.columns()
    try Kind.establishments.check(header)
    let columns = Columns(header)
    let sieve = CommuneSieve(communes, column: columns.cityCode, header.delimiter)
    var pass = Pass(part: keepsPart ? blocks.headerLine : nil, uses: columns.uses)
    var others = 0
    var systems = LegalSystems()
    while let (table, text) = try blocks.next(
      countingOthers: &others, where: { sieve.letsThrough($0) })
    {
      pass.part?.append(contentsOf: text)
      pass.rejected += table.rejected
      for row in table.rows {
        let code = columns.text(row, columns.cityCode)
        guard communes.isEmpty || code.map(communes.contains) ?? false else {
          others += 1
          continue
        }
        guard let siret = siret(row, columns.siret, &pass) else { continue }
        pass.taken += 1
        let isOpen = columns.text(row, columns.state) != "F"
        let activity = try activity(row, columns, isOpen: isOpen, file: header.file)
        if isWanted(isOpen, activity) {
          try body(record(row, siret, code, isOpen, activity, columns, &systems))
        }
      }
    }
    pass.elsewhere = others
    return pass
  }

  /// Positions of some establishments. Those INSEE put anywhere in their commune have none.
  ///
  /// - Parameters:
  ///   - sirets: Whom to look for; `nil` to look at every row and keep none.
  ///   - communes: INSEE codes; empty for all.
  ///   - keepsPart: Whether ``Pass/part`` is made.
  /// - Throws: `FormatError`; `.incompleteRegister` without a needed column.
  /// - Complexity: O(size); memory for those found and the part alone.
  public static func positions(
    _ path: String, of sirets: Set<String>?, in communes: Set<String> = [], keepsPart: Bool = false
  ) throws -> (positions: [String: SirenePosition], pass: Pass) {
    var blocks = try CSVBlocks(path: path)
    let header = try blocks.columns()
    try Kind.positions.check(header, forCommunes: !communes.isEmpty)
    var find = ColumnFinder(header.headers, as: .positions)
    let siretColumn = find(.siret)
    let longitude = find(.longitude)
    let latitude = find(.latitude)
    let quality = find(.positionQuality)
    let commune = find(.cityCode)
    let ofCommunes = CommuneSieve(communes, column: commune, header.delimiter)
    let ofSirets = SiretSieve(sirets, column: siretColumn, header.delimiter)
    var pass = Pass(part: keepsPart ? blocks.headerLine : nil, uses: find.uses)
    var others = 0
    var positions: [String: SirenePosition] = [:]
    while let (table, text) = try blocks.next(
      countingOthers: &others,
      where: { ofCommunes.letsThrough($0) && ofSirets.letsThrough($0) })
    {
      pass.part?.append(contentsOf: text)
      pass.rejected += table.rejected
      for row in table.rows {
        guard communes.isEmpty || row.text(commune).map(communes.contains) ?? false else {
          others += 1
          continue
        }
        guard let siret = siret(row, siretColumn, &pass) else { continue }
        guard let sirets else {
          pass.taken += 1
          continue
        }
        guard sirets.contains(siret) else {
          others += 1
          continue
        }
        pass.taken += 1
        // 33: anywhere in the commune; 12 and 22: anywhere in the street.
        let grade = row.text(quality)
        guard positions[siret] == nil, grade != "33", let x = row.number(longitude),
          let y = row.number(latitude)
        else { continue }
        let position = Position(longitude: x, latitude: y)
        guard position.isGeographic else { continue }
        positions[siret] = SirenePosition(
          position: position, isExact: grade.map { $0.hasSuffix("1") } ?? false)
      }
    }
    pass.elsewhere = others
    return (positions, pass)
  }

  private struct Columns {
    let siret, state, since, diffusion, activity, nomenclature, number, suffix, kind, street: Int?
    let postcode, city, cityCode, x, y: Int?
    let names: [Int?]

    let uses: [ColumnUse]

    init(_ table: CSVTable) {
      var find = ColumnFinder(table.headers, as: .establishments)
      siret = find(.siret)
      state = find(.state)
      since = find(.since)
      diffusion = find(.diffusion)
      activity = find(.activity)
      nomenclature = find(.nomenclature)
      number = find(.houseNumber)
      suffix = find(.suffix)
      kind = find(.streetType)
      street = find(.street)
      postcode = find(.postcode)
      city = find(.city)
      cityCode = find(.cityCode)
      x = find(.x)
      y = find(.y)
      names = [find(.sign), find(.usualName), find(.companyName)]
      uses = find.uses
    }

    /// A cell its owner does not keep out.
    func text(_ row: CSVRow, _ column: Int?) -> String? {
      row.text(column).flatMap { $0 == "[ND]" ? nil : $0 }
    }
  }

  /// What a row says of its activity; `nil` for nothing, or nothing of use: the closed of former times.
  private static func activity(
    _ row: CSVRow, _ columns: Columns, isOpen: Bool, file: String
  ) throws(FormatError) -> BusinessActivity? {
    guard let code = columns.text(row, columns.activity) else { return nil }
    guard let name = columns.text(row, columns.nomenclature) else { return BusinessActivity(code) }
    if let known = ActivityNomenclature(name) { return BusinessActivity(code, in: known) }
    guard !isOpen || ActivityNomenclature.isFormer(name) else {
      throw .unknownNomenclature(file: file, name: name)
    }
    return nil
  }

  private static func record(
    _ row: CSVRow, _ siret: String, _ code: String?, _ isOpen: Bool, _ activity: BusinessActivity?,
    _ columns: Columns, _ systems: inout LegalSystems
  ) -> SireneRecord {
    func text(_ column: Int?) -> String? { columns.text(row, column) }
    let isVeiled = text(columns.diffusion) != "O"
    var record = SireneRecord(
      place: row.place, siret: siret, isOpen: isOpen,
      since: text(columns.since), isVeiled: isVeiled, activity: activity,
      address: PostalAddress(city: text(columns.city), cityCode: code))
    if let x = row.number(columns.x), let y = row.number(columns.y) {
      record.position = systems.position(x, y, cityCode: code ?? "")
    }
    guard !isVeiled else { return record }
    record.name = columns.names.lazy.compactMap { text($0) }.first
    if let street = text(columns.street) {
      record.address.houseNumber = text(columns.number)
      record.address.suffix = text(columns.suffix)
      let kind = text(columns.kind).map { streetKinds[$0] ?? $0.lowercased() }
      record.address.street = [kind, street].compactMap { $0 }.joined(separator: " ")
    }
    record.address.postcode = text(columns.postcode)
    return record
  }

  /// A row's SIRET; the row is rejected where it has none.
  private static func siret(_ row: CSVRow, _ column: Int?, _ pass: inout Pass) -> String? {
    func isSiret(_ text: String) -> Bool {
      text.utf8.count == 14 && text.utf8.allSatisfy { (48...57).contains($0) }
    }
    let text = row.text(column)
    if let text {
      if isSiret(text) { return text }
      let digits = text.filter { $0 != " " }
      if isSiret(digits) { return digits }
    }
    pass.rejected.append(
      DamagedRow(
        place: row.place,
        defect: text.map { .malformedIdentifier($0) } ?? .missingValue("siret")))
    return nil
  }

  /// Kinds of street as the register shortens them.
  private static let streetKinds = [
    "ALL": "allée", "AV": "avenue", "BD": "boulevard", "CAR": "carrefour", "CHE": "chemin",
    "CITE": "cité", "COR": "corniche", "CRS": "cours", "DOM": "domaine", "DSC": "descente",
    "ECA": "écart", "ESP": "esplanade", "FG": "faubourg", "GR": "Grande Rue", "HAM": "hameau",
    "HLE": "halle", "IMP": "impasse", "LD": "lieu-dit", "LOT": "lotissement", "MAR": "marché",
    "MTE": "montée", "PAS": "passage", "PL": "place", "PLN": "plaine", "PLT": "plateau",
    "PRO": "promenade", "PRV": "parvis", "QUA": "quartier", "RES": "résidence", "RLE": "ruelle",
    "ROC": "rocade", "RPT": "rond-point", "RTE": "route", "SEN": "sente", "SQ": "square",
    "TPL": "terre-plein", "TRA": "traverse", "VLA": "villa", "VLGE": "village",
  ]
}
