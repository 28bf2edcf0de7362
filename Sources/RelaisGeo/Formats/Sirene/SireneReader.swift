import Foundation

/// Reads INSEE's register of establishments: `StockEtablissement`, and the file of their positions,
/// of any length, one piece at a time.
///
/// Cells that say `[ND]` are kept out by their owner and count as empty.
public enum SireneReader {
  public enum Kind: String, Sendable {
    /// `siret`, `etatAdministratifEtablissement`, `activitePrincipaleEtablissement`…
    case establishments = "sirene"
    /// `siret;x;y;qualite_xy;…`.
    case positions = "sirene-positions"
  }

  /// What a CSV file is of the two, by its column names; `nil` for another.
  ///
  /// - Throws: `FormatError`.
  public static func kind(ofFileAt path: String) throws(FormatError) -> Kind? {
    let blocks = try CSVBlocks(path: path)
    guard let table = try? CSVReader.read(blocks.header, file: path) else { return nil }
    return kind(table)
  }

  private static func kind(_ table: CSVTable) -> Kind? {
    guard table.column(named: ["siret"]) != nil else { return nil }
    if table.column(named: ["etatAdministratifEtablissement"]) != nil,
      table.column(named: ["activitePrincipaleEtablissement"]) != nil
    {
      return .establishments
    }
    return table.column(named: ["qualite_xy"]) != nil ? .positions : nil
  }

  /// What a pass over a file met.
  public struct Pass: Sendable {
    /// All rows of the file.
    public var rows = 0
    /// Rows of other communes.
    public var elsewhere = 0
    /// Rows that could not be told apart, or have no SIRET.
    public var rejected: [RejectedRow] = []

    /// Says that rows were left aside for their commune.
    public func findings(_ file: String, _ communes: Set<String>) -> [Finding] {
      guard elsewhere > 0 else { return [] }
      return [
        Finding(
          .establishmentsElsewhere, severity: .note, file: file,
          facts: [String(elsewhere), communes.sorted().prefix(5).joined(separator: ", ")])
      ]
    }
  }

  /// Communes as the register knows them: Paris, Lyon and Marseille by arrondissement.
  public static func withArrondissements(_ communes: Set<String>) -> Set<String> {
    var all = communes
    for (commune, codes) in [
      ("75056", 75_101...75_120), ("69123", 69_381...69_389), ("13055", 13_201...13_216),
    ] where communes.contains(commune) {
      all.formUnion(codes.map { String($0) })
    }
    return all
  }

  /// Calls `body` with every establishment of some communes, in order.
  ///
  /// - Parameter communes: INSEE codes; empty for all.
  /// - Returns: What was met, taken rows aside.
  /// - Throws: `FormatError`.
  /// - Complexity: O(size); memory for the rows of the communes only.
  public static func establishments(
    _ path: String, in communes: Set<String>, _ body: (SireneRecord) throws -> Void
  ) throws -> Pass {
    try establishments(CSVBlocks(path: path), in: communes, body)
  }

  static func establishments(
    _ blocks: consuming CSVBlocks, in communes: Set<String>, _ body: (SireneRecord) throws -> Void
  ) throws -> Pass {
    var pass = Pass()
    var taken = 0
    let codes = communes.sorted().map { Array($0.utf8) }
    var systems = LegalSystems()
    while let table = try blocks.next(
      counting: &pass.rows, where: { row in codes.isEmpty || codes.contains { holds(row, $0) } })
    {
      let columns = Columns(table)
      pass.rejected += table.rejected
      for row in table.rows {
        let code = columns.text(row, columns.cityCode)
        guard communes.isEmpty || code.map(communes.contains) ?? false else { continue }
        guard let siret = siret(row, columns.siret) else {
          pass.rejected.append(
            RejectedRow(
              place: row.place, reason: .missingValue, found: row.text(columns.siret) ?? "siret"))
          continue
        }
        taken += 1
        try body(record(row, siret, code, columns, &systems))
      }
    }
    pass.elsewhere = pass.rows - taken - pass.rejected.count
    return pass
  }

  /// Positions of some establishments. Those INSEE put anywhere in their commune have none.
  ///
  /// - Parameter sirets: Whom to look for; `nil` to look at every row and keep none.
  /// - Throws: `FormatError`.
  /// - Complexity: O(size); memory for those found only.
  public static func positions(
    _ path: String, of sirets: Set<String>?
  ) throws -> (positions: [String: SirenePosition], pass: Pass) {
    var pass = Pass()
    var positions: [String: SirenePosition] = [:]
    var blocks = try CSVBlocks(path: path)
    var taken = 0
    let wanted = sirets.map { Set($0.compactMap { UInt64($0) }) }
    while let table = try blocks.next(
      counting: &pass.rows,
      where: { row in
        guard let wanted, let number = number(atStartOf: row) else { return true }
        return wanted.contains(number)
      })
    {
      let column = { (names: String...) in table.column(named: names) }
      let siretColumn = column("siret")
      let longitude = column("x_longitude", "longitude")
      let latitude = column("y_latitude", "latitude")
      let quality = column("qualite_xy")
      guard longitude != nil, latitude != nil else {
        throw FormatError.missing(
          file: path, what: ["x_longitude", "y_latitude"], found: table.headers)
      }
      pass.rejected += table.rejected
      for row in table.rows {
        guard let siret = siret(row, siretColumn) else {
          pass.rejected.append(
            RejectedRow(
              place: row.place, reason: .missingValue, found: row.text(siretColumn) ?? "siret"))
          continue
        }
        guard sirets?.contains(siret) ?? true else { continue }
        taken += 1
        // 33: anywhere in the commune; 12 and 22: anywhere in the street.
        let grade = row.text(quality)
        guard grade != "33", let x = row.number(longitude), let y = row.number(latitude) else {
          continue
        }
        let position = Position(longitude: x, latitude: y)
        guard position.isGeographic, sirets != nil, positions[siret] == nil else { continue }
        positions[siret] = SirenePosition(
          position: position, isExact: grade.map { $0.hasSuffix("1") } ?? false)
      }
    }
    pass.elsewhere = pass.rows - taken - pass.rejected.count
    return (positions, pass)
  }

  /// Writes the header and the rows a territory needs of a long file: those of its communes, or of
  /// its establishments.
  ///
  /// - Parameter words: Rows that hold one of them are kept; empty keeps all.
  /// - Returns: The bytes of a smaller file of the same kind, and how many rows it has of how many.
  /// - Throws: `FormatError`.
  public static func extract(
    _ path: String, holding words: Set<String>
  ) throws(FormatError) -> (bytes: [UInt8], kept: Int, rows: Int) {
    var blocks = try CSVBlocks(path: path)
    var bytes = blocks.header
    if bytes.last != 0x0A { bytes.append(0x0A) }
    let codes = words.sorted().map { Array($0.utf8) }
    var rows = 0
    var kept = 0
    while try blocks.pass(
      counting: &rows,
      { row, _ in
        guard codes.isEmpty || codes.contains(where: { holds(row, $0) }) else { return }
        bytes.append(contentsOf: row)
        if row.last != 0x0A { bytes.append(0x0A) }
        kept += 1
      })
    {}
    return (bytes, kept, rows)
  }

  private struct Columns {
    let siret, state, since, diffusion, activity, number, suffix, kind, street: Int?
    let postcode, city, cityCode, x, y: Int?
    let names: [Int?]

    init(_ table: CSVTable) {
      func column(_ name: String) -> Int? { table.column(named: [name + "Etablissement", name]) }
      siret = table.column(named: ["siret"])
      state = column("etatAdministratif")
      since = table.column(named: ["dateDebut"])
      diffusion = column("statutDiffusion")
      activity = column("activitePrincipale")
      number = column("numeroVoie")
      suffix = column("indiceRepetition")
      kind = column("typeVoie")
      street = column("libelleVoie")
      postcode = column("codePostal")
      city = column("libelleCommune")
      cityCode = column("codeCommune")
      x = column("coordonneeLambertAbscisse")
      y = column("coordonneeLambertOrdonnee")
      names = [
        column("enseigne1"), column("denominationUsuelle"),
        table.column(named: ["denominationUniteLegale"]),
      ]
    }

    /// A cell its owner does not keep out.
    func text(_ row: CSVRow, _ column: Int?) -> String? {
      row.text(column).flatMap { $0 == "[ND]" ? nil : $0 }
    }
  }

  private static func record(
    _ row: CSVRow, _ siret: String, _ code: String?, _ columns: Columns,
    _ systems: inout LegalSystems
  ) -> SireneRecord {
    func text(_ column: Int?) -> String? { columns.text(row, column) }
    let isVeiled = text(columns.diffusion).map { $0 != "O" } ?? false
    var record = SireneRecord(
      place: row.place, siret: siret, isOpen: text(columns.state) != "F",
      since: text(columns.since), isVeiled: isVeiled, activity: text(columns.activity),
      city: text(columns.city), cityCode: code)
    if let x = row.number(columns.x), let y = row.number(columns.y) {
      record.position = systems.position(x, y, cityCode: code ?? "")
    }
    guard !isVeiled else { return record }
    record.name = columns.names.lazy.compactMap { text($0) }.first
    let number = [text(columns.number), text(columns.suffix)].compactMap { $0 }
    let way: [String] = [
      text(columns.kind).map { streetKinds[$0] ?? $0.lowercased() }, text(columns.street),
    ].compactMap { $0 }
    if text(columns.street) != nil {
      record.street = (number + way).joined(separator: " ")
    }
    record.postcode = text(columns.postcode)
    return record
  }

  private static func siret(_ row: CSVRow, _ column: Int?) -> String? {
    guard let text = row.text(column) else { return nil }
    let digits = text.filter { $0 != " " }
    return digits.utf8.count == 14 && digits.utf8.allSatisfy { (48...57).contains($0) }
      ? digits : nil
  }

  /// The number a row begins with, quotes aside; `nil` where its first cell is none.
  private static func number(atStartOf row: UnsafeBufferPointer<UInt8>) -> UInt64? {
    var value: UInt64 = 0
    var digits = 0
    for byte in row {
      if byte == 0x22, digits == 0 { continue }
      guard byte >= 48, byte <= 57, digits < 18 else { break }
      value = value * 10 + UInt64(byte - 48)
      digits += 1
    }
    return digits > 0 ? value : nil
  }

  private static func holds(_ row: UnsafeBufferPointer<UInt8>, _ word: [UInt8]) -> Bool {
    guard let base = row.baseAddress, let first = word.first else { return true }
    var at = 0
    while at + word.count <= row.count {
      // memchr: NULL where the byte is not there.
      guard let hit = memchr(base + at, Int32(first), row.count - word.count - at + 1) else {
        return false
      }
      let place = UnsafeRawPointer(hit)
      if memcmp(place, word, word.count) == 0 { return true }
      at = place - UnsafeRawPointer(base) + 1
    }
    return false
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
