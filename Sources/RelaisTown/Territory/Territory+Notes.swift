import CoverageEngine
import Foundation
import RelaisFormats
import Yams

extension Territory {
  /// Notes which layer a run reads in `relais.yml`.
  ///
  /// - Throws: ``ImportRefusal/layersAreNamed(_:layer:)`` where the file says something else of it; `FormatError`.
  func note(layer: String, of kind: InputKind) throws {
    guard try note([(kind.word, layer)], under: "layers") else {
      throw ImportRefusal.layersAreNamed(kind, layer: layer)
    }
  }

  /// Notes what words of lists mean as states in `relais.yml`, so that the next list is not asked about them.
  ///
  /// - Returns: Whether the file could take them.
  /// - Throws: `FormatError`.
  func note(states: [String: AdherentState]) throws -> Bool {
    let new = states.filter { configuration.states[$0.key] != $0.value }
    if new.isEmpty { return true }
    return try note(new.sorted { $0.key < $1.key }.map { ($0.key, $0.value.word) }, under: "states")
  }

  /// Adds lines to a mapping of `relais.yml`; the rest of the file stays as people wrote it, comments and all.
  ///
  /// - Returns: `false`, with the file as it was, where the mapping has such a line already or stands in braces.
  private func note(_ entries: [(key: String, value: String)], under key: String) throws -> Bool {
    let file = folder + "/relais.yml"
    let text = String(decoding: try InputFile(path: file).bytes, as: UTF8.self)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let root = (try? Yams.compose(yaml: text))?.mapping
    let place = root?.first { $0.key.string == key }
    func written(indent: Int) -> [String] {
      entries.map { entry in
        String(repeating: " ", count: indent)
          + "\(Territory.quoted(entry.key)): \(Territory.quoted(entry.value))"
      }
    }
    if let place {
      guard let line = place.key.mark?.line, place.value.null != nil || place.value.mapping != nil
      else { return false }
      let first = place.value.mapping?.first?.key.mark
      // Entries in braces stand on the line of their key.
      if let first, first.line == line { return false }
      lines.insert(contentsOf: written(indent: (first?.column ?? 3) - 1), at: line)
    } else {
      if lines.last == "" { lines.removeLast() }
      lines += ["", "\(key):"] + written(indent: 2) + [""]
    }
    let result = lines.joined(separator: "\n")
    // A key may not stand twice, and the file has to stay what it was.
    guard let changed = (try? Yams.compose(yaml: result))?.mapping?[key]?.mapping,
      entries.allSatisfy({ changed[$0.key]?.string == $0.value })
    else { return false }
    try AtomicFile.write(Array(result.utf8), to: file)
    return true
  }

  /// A scalar of YAML between quotation marks, where one inside is doubled.
  private static func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "''").replacing("\n", with: " ") + "'"
  }
}
