import CoverageEngine
import RelaisFormats
import RelaisGeo

/// Rows of a CSV, GeoJSON or GeoPackage file as features, whatever the container: attributes by
/// name, and a position where the file gives one.
struct PlaceRecords {
  var container: SourceFormat.Container
  /// CSV rows have no geometry as yet; those of the other formats are placed.
  var features: [Feature]
  var rejected: [RejectedRow]
  /// The columns of a CSV file.
  var headers: [String] = []
  /// What is strange about the file as a whole.
  var findings: [Finding] = []
  /// The layer, reference system and encoding that were read.
  var understood = Understood()

  var rowCount: Int { features.count + rejected.count }

  static func read(
    _ path: String, layer: String? = nil, for purpose: LayerPurpose, in surroundings: Surroundings
  ) throws -> PlaceRecords {
    let format = try InputFormat(ofFileAt: path)
    switch format.kind {
    case .features:
      let source = try FeatureSource.read(
        path, format: format, layer: layer, for: purpose, in: surroundings)
      try ChildData.check(source.features, file: path)
      return PlaceRecords(
        container: source.container, features: source.features, rejected: source.rejected,
        findings: source.findings, understood: source.understood)
    case .table:
      let table = try CSVReader.read(InputFile(path: path))
      try ChildData.check(table)
      let features = table.rows.map { row in
        var attributes: [String: AttributeValue] = [:]
        for (column, header) in table.headers.enumerated() where attributes[header] == nil {
          attributes[header] = row.text(column).map { .text($0) } ?? .null
        }
        return Feature(id: nil, geometry: nil, attributes: attributes, place: row.place)
      }
      return PlaceRecords(
        container: .csv, features: features, rejected: RejectedRow.rows(table.rejected),
        headers: table.headers, understood: Understood(encoding: table.encoding))
    case .openStreetMap:
      throw FormatError.missing(
        file: path, what: InputFormat.titlesOfPlaces, found: [format.rawValue])
    }
  }
}

/// Finds the attributes of features that all bear the same names, each name looked up once, by what they
/// stand for; keeps what it found.
struct AttributeNames {
  private let names: [String: String]
  private let input: ColumnInput
  private let mapping: ColumnMapping
  /// In the order they were asked for.
  private(set) var uses: [ColumnUse] = []

  init(
    _ records: PlaceRecords, as input: ColumnInput, _ mapping: ColumnMapping = ColumnMapping()
  ) {
    self.input = input
    self.mapping = mapping
    var names: [String: String] = [:]
    // Features of one file may lack some of its names.
    let known = records.features.prefix(50).flatMap { $0.attributes.keys.sorted() }
    for name in records.headers + known {
      let folded = ColumnName.folded(name)
      if names[folded] == nil { names[folded] = name }
    }
    self.names = names
  }

  /// The names that the features bear of those a term has, in order of preference; the configured one
  /// alone if there is one.
  mutating func callAsFunction(_ term: ColumnTerm) -> [String] {
    let found = known(mapping.names(term, in: input))
    for name in found where !uses.contains(ColumnUse(name, term)) {
      uses.append(ColumnUse(name, term))
    }
    return found
  }

  /// Whether the features bear a name of a term, whatever a configuration says.
  func has(_ term: ColumnTerm, in input: ColumnInput? = nil) -> Bool {
    !known(ColumnVocabulary.standard.names(term, in: input ?? self.input)).isEmpty
  }

  private func known(_ candidates: [String]) -> [String] {
    candidates.compactMap { names[ColumnName.folded($0)] }
  }
}

extension Feature {
  /// The first attribute of some exact names that is not empty, without spaces around it.
  func value(_ names: [String]) -> String? {
    for name in names {
      guard let text = attributes[name]?.text else { continue }
      let trimmed = text.trimmingSpaces()
      if !trimmed.isEmpty { return trimmed }
    }
    return nil
  }

  /// The same as a number, a decimal comma allowed; `nil` also where it is not a number.
  func number(_ names: [String]) -> Double? {
    for name in names {
      switch attributes[name] {
      case .integer(let number)?: return Double(number)
      case .real(let number)?: return number
      case .null, .bool, .text, nil: continue
      }
    }
    guard let text = value(names),
      let number = Double(String(text.map { $0 == "," ? "." : $0 })), number.isFinite
    else { return nil }
    return number
  }
}

extension String {
  fileprivate func trimmingSpaces() -> String {
    var text = Substring(self)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
