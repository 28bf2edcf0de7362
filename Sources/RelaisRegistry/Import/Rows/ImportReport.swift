public import CoverageEngine
public import RelaisFormats
import RelaisGeo

/// What an importer made of one file: rows = taken + rejected, always.
public struct ImportReport: Sendable {
  /// The file as the user named it.
  public var file: String
  public var format: SourceFormat
  public var rows: Int
  public var taken: Int
  /// In the order of the file.
  public var rejected: [RejectedRow]
  public var findings: [Finding]
  /// Rows beyond the area that was asked for: counted, and neither among `rows` nor judged. Results never show it: it
  /// depends on how large the file is.
  public var beyond = 0
  /// The columns that are read, and what each is taken for; none where a format has no columns.
  public var columns: [ColumnUse]
  /// The layer, reference system and encoding that were read.
  public var understood: Understood

  public init(
    file: String, format: SourceFormat, rows: Int, rejected: [RejectedRow],
    findings: [Finding] = [],
    columns: [ColumnUse] = [], understood: Understood = Understood()
  ) {
    self.file = file
    self.format = format
    self.rows = rows
    self.taken = rows - rejected.count
    self.rejected = rejected
    self.findings = findings
    self.columns = columns
    self.understood = understood
    if understood.system == nil {
      switch format {
      case .openStreetMap, .addresses:
        self.understood.system = ReadSystem(name: "\(ReferenceSystem.geographic)", origin: .format)
      case .streetLines, .network, .features, .schoolDirectory, .populationGrid, .register,
        .adherents, .schoolHolidays, .coverageMatrix, .registry:
        break
      }
    }
  }
}

extension ImportReport {
  /// How many rows were not taken for a defect of their own, and not by a rule.
  public var defectCount: Int { rejected.count { !$0.code.isRule } }

  /// The findings, with one where every row has a defect: most likely another file was meant.
  public var allFindings: [Finding] {
    rows > 0 && defectCount == rows
      ? findings + [Finding(.nothingTaken(of: rows), file: file)] : findings
  }
}

/// A value and how it was read.
public struct Imported<Value: Sendable>: Sendable {
  public var value: Value
  public var report: ImportReport

  public init(_ value: Value, _ report: ImportReport) {
    self.value = value
    self.report = report
  }
}
