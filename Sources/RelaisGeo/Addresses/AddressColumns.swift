/// Which columns of a table say an address, by their names.
public struct AddressColumns: Sendable {
  /// What is read of a row, with the columns it comes from.
  public enum Part: String, CaseIterable, Sendable {
    /// A whole address in one cell, or its street's line.
    case address
    case number
    case suffix
    case streetType = "street_type"
    /// Further lines: complement, hamlet.
    case further
    case postcode
    case city
    case cityCode = "city_code"
  }

  public private(set) var columns: [(part: Part, column: Int)] = []
  /// The street is in a column of its own, so that a number may be in another.
  private var isStreetOnly = false

  private static let whole = [
    "adresse_complete", "full_address", "address_full", "adresse_postale_complete", "q", "query",
    "requete", "recherche",
  ]
  private static let address = [
    "adresse", "address", "adresse_postale", "adresse_1", "adr", "adr1", "adr_1", "adresse_ligne_1",
    "ligne_1", "ligne_adresse", "libelle_adresse", "addr", "street_address", "siege_adresse",
  ]
  private static let street = [
    "nom_voie", "voie_nom", "libelle_voie", "libellevoieetablissement", "libelle_de_voie", "voie",
    "rue",
    "nom_rue", "nom_de_la_rue", "nom_de_voie", "street", "street_name", "libelle_rue",
    "nom_de_la_voie",
  ]
  private static let number = [
    "numero_voie", "num_voie", "numero_rue", "num_rue", "n°_rue", "n°_voie", "no_voie", "no_rue",
    "numero_de_voie", "numero_de_rue", "numero_dans_la_voie", "numerovoieetablissement",
    "housenumber",
    "house_number", "street_number", "numero", "num", "n°", "no", "nr",
  ]
  private static let suffix = [
    "rep", "suffixe", "indice_repetition", "indice_de_repetition", "indicerepetitionetablissement",
    "bis_ter", "btq", "repetition", "complement_numero", "bister",
  ]
  private static let streetType = [
    "type_voie", "type_de_voie", "typevoieetablissement", "nature_voie", "street_type",
  ]
  private static let further = [
    "adresse_2", "adr2", "adr_2", "adresse_ligne_2", "ligne_2", "adresse_3", "adr3", "adr_3",
    "complement",
    "complement_adresse", "complement_d'adresse", "complement_d’adresse", "complement_d_adresse",
    "complementadresseetablissement", "lieu_dit", "lieudit", "nom_ld", "adresse_suite",
  ]
  private static let postcode = [
    "code_postal", "cp", "postcode", "postal_code", "zip", "zipcode", "codepos", "code_post",
    "codepostaletablissement", "cpostal", "c_p", "c.p.",
  ]
  private static let city = [
    "commune", "ville", "nom_commune", "commune_nom", "city", "town", "localite", "nom_ville",
    "libellecommuneetablissement", "libelle_commune", "municipality", "acheminement",
    "libelle_acheminement", "bureau_distributeur", "ville_commune",
  ]
  private static let cityCode = [
    "code_insee", "insee", "citycode", "city_code", "code_commune", "commune_insee", "insee_com",
    "codecommuneetablissement", "code_commune_insee", "code_insee_commune", "depcom",
  ]

  /// The columns of a table; `nil` if none says an address.
  public init?(_ headers: [String]) {
    let folded = headers.map(ColumnName.folded)
    var taken = Set<Int>()
    func find(_ names: [String]) -> Int? {
      for name in names {
        if let column = folded.firstIndex(of: ColumnName.folded(name)),
          taken.insert(column).inserted
        {
          return column
        }
      }
      return nil
    }
    func find(like marks: [String]) -> Int? {
      let others = ["mail", "web", "site", "url", "ip", "courriel"]
      for mark in marks {
        let found = folded.indices.first { column in
          !taken.contains(column) && folded[column].contains(mark)
            && !others.contains { folded[column].contains($0) }
        }
        if let found {
          taken.insert(found)
          return found
        }
      }
      return nil
    }
    func add(_ part: Part, _ column: Int?) {
      if let column { columns.append((part, column)) }
    }
    add(.postcode, find(AddressColumns.postcode) ?? find(like: ["codepostal", "postal code"]))
    add(.cityCode, find(AddressColumns.cityCode) ?? find(like: ["insee"]))
    let whole = find(AddressColumns.whole)
    let address = whole ?? find(AddressColumns.address)
    let street = address == nil ? find(AddressColumns.street) : nil
    add(.city, find(AddressColumns.city) ?? find(like: ["commune", "ville"]))
    if let street {
      isStreetOnly = true
      add(.address, street)
      add(.streetType, find(AddressColumns.streetType))
    } else if let found = address ?? find(like: ["adresse", "address", "rue", "voie"]) {
      add(.address, found)
    } else if headers.count == 1 {
      add(.address, 0)
    } else {
      return nil
    }
    if whole == nil {
      add(.number, find(isStreetOnly ? AddressColumns.number : AddressColumns.number.dropLast(5)))
      add(.suffix, find(AddressColumns.suffix))
      while let column = find(AddressColumns.further) { add(.further, column) }
    }
  }

  /// Columns the user names: read one after the other as one address. What the others say of postcode and
  /// commune counts all the same.
  ///
  /// - Returns: `nil` where one is not among the headers.
  public init?(_ headers: [String], named names: [String]) {
    let folded = headers.map(ColumnName.folded)
    let found = names.compactMap { folded.firstIndex(of: ColumnName.folded($0)) }
    guard found.count == names.count, let first = found.first else { return nil }
    columns = [(.address, first)] + found.dropFirst().map { (.further, $0) }
    // An address column beside them, so that theirs is not looked for.
    let others = headers.enumerated().map { found.contains($0.offset) ? "" : $0.element }
    let towns = AddressColumns(others + ["adresse_complete"])
    for (part, column) in towns?.columns ?? []
    where [.postcode, .city, .cityCode].contains(part) && !found.contains(column) {
      columns.append((part, column))
    }
  }

  /// The column that says the street.
  public var main: Int { columns.first { $0.part == .address }?.column ?? 0 }

  /// The address a row gives.
  public func input(_ row: CSVRow) -> AddressInput {
    var parts: [Part: String] = [:]
    var lines: [String] = []
    for (part, column) in columns {
      guard let text = row.text(column), text != "NA", text != "NULL" else { continue }
      if part == .further { lines.append(text) } else { parts[part] = text }
    }
    var street = parts[.address] ?? ""
    if let type = parts[.streetType] { street = type + " " + street }
    if let number = parts[.number], number.utf8.count <= 12, number.first?.isNumber == true,
      street.first(where: { !$0.isWhitespace })?.isNumber != true
    {
      street = [number, parts[.suffix], street].compactMap { $0 }.joined(separator: " ")
    }
    if !street.isEmpty { lines.insert(street, at: 0) }
    return AddressInput(
      lines.joined(separator: "\n"), postcode: parts[.postcode], city: parts[.city],
      cityCode: parts[.cityCode].map { $0.utf8.count == 4 ? "0" + $0 : $0 })
  }
}
