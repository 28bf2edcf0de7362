import Testing

@testable import RelaisFormats
@testable import RelaisGeo

/// What damaged samples came to. Every one is taken or refused; a test says which it saw.
struct DamageTally {
  private(set) var taken = 0
  private(set) var refused = 0

  /// Reads one sample; a refusal must name the file and, where it gives a line, one there is.
  ///
  /// - Returns: What was read, `nil` for a sample that was refused.
  mutating func read<Value>(
    _ sample: [UInt8], file: String, location: SourceLocation = #_sourceLocation,
    by reader: ([UInt8]) throws -> Value
  ) -> Value? {
    do {
      let value = try reader(sample)
      taken += 1
      return value
    } catch let error as FormatError {
      refused += 1
      #expect(error.file == file, "\(error)", sourceLocation: location)
      if case .damaged(_, let place, let detail) = error {
        #expect(!detail.isEmpty, sourceLocation: location)
        if let place {
          #expect(place.isIn(sample), "\(error)", sourceLocation: location)
        }
      }
    } catch {
      refused += 1
      Issue.record("no error of a format: \(error)", sourceLocation: location)
    }
    return nil
  }
}

extension SourcePlace {
  /// Whether it is a line that a text of one byte a character has. The end of a file may count as
  /// the line past the last.
  func isIn(_ text: [UInt8]) -> Bool {
    guard case .line(let line) = self else { return false }
    let ends = text.count { $0 == 0x0A || $0 == 0x0D }
    return (1...ends + 2).contains(line)
  }
}

extension FormatError {
  /// The file it names; empty where it may name none.
  var file: String {
    switch self {
    case .notFound(let file), .isDirectory(let file), .empty(let file),
      .noCoverageMatrix(let file), .notReadable(let file, _), .notConverted(let file, _),
      .unknownFormat(let file, _), .noAnswers(let file, _),
      .damaged(let file, _, _), .archive(let file, _), .inflatesTooFar(let file, _),
      .tooMuch(let file, _, _),
      .notUnpacked(let file, _, _),
      .missing(let file, _, _),
      .incompleteRegister(let file, _), .unknownNomenclature(let file, _),
      .addressesAsPlaces(let file), .registerAsPlaces(let file), .unsupportedEncoding(let file, _),
      .unknownReferenceSystem(let file, _), .unknownSystem(let file, _),
      .layerAbsent(let file, _, _), .layerNotEvident(let file, _), .onlyViews(let file, _),
      .codeAbsent(let file, _, _), .areaNotEvident(let file, _, _), .elsewhere(let file, _, _),
      .notWritable(let file, _):
      file
    case .passwordInAddress: ""
    }
  }
}
