import CoverageEngine
import Foundation
import RelaisFormats
import Yams

extension Territory {
  /// Adds to the end of `relais.yml` which layer a run reads; the rest of the file stays as people wrote it.
  ///
  /// - Throws: ``ImportRefusal/layersAreNamed(_:layer:)`` where the file has layers of its own; `FormatError`.
  func note(layer: String, of kind: InputKind) throws {
    let file = folder + "/relais.yml"
    var bytes = try Array(InputFile(path: file).bytes)
    if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
    // A quoted scalar of YAML, in which a quotation mark is doubled.
    let name = layer.replacing("'", with: "''")
    bytes += Array("\nlayers:\n  \(kind.word): '\(name)'\n".utf8)
    // A key that stands there already, even without a value, may not stand twice.
    guard (try? Yams.compose(yaml: String(decoding: bytes, as: UTF8.self))) != nil else {
      throw ImportRefusal.layersAreNamed(kind, layer: layer)
    }
    try AtomicFile.write(bytes, to: file)
  }
}
