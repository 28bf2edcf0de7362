public import RelaisWording

/// What a report declares: its reader, what file it makes, how it is composed and written.
///
/// A new report is one file that declares one of these, and its line in ``all``.
public struct ReportFormat: Sendable {
  /// What `relais report --for` calls its reader.
  public var reader: String
  /// The file's name in `out/`.
  public var fileName: String
  /// Whether the file may be published as it is.
  public var isPublic: Bool
  /// Lays the report out, without a format.
  public var compose: @Sendable (ReportMaterial, Wording) -> ReportDocument
  /// Makes bytes of what was laid out.
  public var write: @Sendable (ReportDocument) -> [UInt8]
  /// Makes the file of a report with a layout of its own, in place of ``write``.
  private let layOut: (@Sendable (ReportMaterial, Wording) -> [UInt8])?

  /// - Parameter layOut: Makes the file directly, in place of `write`.
  public init(
    reader: String, fileName: String, isPublic: Bool,
    compose: @escaping @Sendable (ReportMaterial, Wording) -> ReportDocument,
    write: @escaping @Sendable (ReportDocument) -> [UInt8],
    layOut: (@Sendable (ReportMaterial, Wording) -> [UInt8])? = nil
  ) {
    self.reader = reader
    self.fileName = fileName
    self.isPublic = isPublic
    self.compose = compose
    self.write = write
    self.layOut = layOut
  }

  /// The file's bytes, the same for the same material.
  public func file(of material: ReportMaterial, in language: Language) -> [UInt8] {
    let wording = Wording(language)
    if let layOut { return layOut(material, wording) }
    var document = compose(material, wording)
    document.subtitle += material.pastMark(wording)
    return write(document)
  }
}
