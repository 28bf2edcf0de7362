/// Reads GeoJSON (RFC 7946, and the `crs` of 2008): a collection, a feature, a bare geometry, or a
/// sequence of them (RFC 8142), a feature a line as a rule.
///
/// The text must be JSON throughout, else nothing is taken: a file cut short is no file. A feature
/// whose geometry is wrong is rejected alone. Members may come in any order; of two with the same
/// name the last counts. Heights are dropped, `NaN` among them.
public enum GeoJSONReader {
  /// - Throws: `FormatError.damaged` with the line where it is not JSON, `.unknownFormat` for JSON
  ///   that is not GeoJSON, `.empty`, `.unsupportedEncoding` (UTF-16).
  /// - Complexity: O(size).
  public static func read(_ input: InputFile) throws(FormatError) -> GeoJSONContent {
    try read(input.bytes, file: input.path)
  }

  /// Reads from memory; `file` is what errors name.
  public static func read(_ bytes: [UInt8], file: String) throws(FormatError) -> GeoJSONContent {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw .unsupportedEncoding(file: file, detail: "UTF-16")
    }
    var scanner = GeoJSONScanner(bytes)
    let outcome: Result<GeoJSONContent?, JSONProblem>
    do throws(JSONProblem) {
      outcome = .success(try scanner.content())
    } catch {
      outcome = .failure(error)
    }
    switch outcome {
    case .success(let content?):
      return content
    case .success(nil):
      throw .unknownFormat(file: file, looksLike: scanner.looksLike)
    case .failure(.syntax(let offset, let detail)):
      guard bytes.contains(where: { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }) else {
        throw .empty(file: file)
      }
      var lines = LineCounter()
      let line = lines.line(of: offset, in: bytes)
      throw .damaged(file: file, place: .line(line), detail: "JSON: \(detail)")
    case .failure(.shape(let defect)):
      throw .damaged(file: file, place: nil, detail: "GeoJSON: \(defect.found)")
    }
  }
}
