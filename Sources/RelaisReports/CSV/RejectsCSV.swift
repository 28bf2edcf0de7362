package import CoverageEngine
import RelaisFormats
import RelaisGeo
package import RelaisWording

/// `rejects/<file>.csv`: the rows of an input that were not taken, with place and reason.
package enum RejectsCSV {
  /// In the order given; the reason by its stable code and in words.
  package static func bytes(_ rows: [RejectedRow], _ wording: Wording) -> [UInt8] {
    var writer = CSVWriter(headers: wording.rejectHeaders)
    for row in rows {
      writer.append([
        .text(wording.place(row.place)), .text(row.id ?? ""), .text(row.code.rawValue),
        .text(wording.reason(row.code)), .text(wording.found(row)),
      ])
    }
    return writer.bytes
  }
}
