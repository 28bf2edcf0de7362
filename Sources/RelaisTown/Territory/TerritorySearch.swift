import Foundation
import RelaisFormats
import RelaisReports
public import RelaisWording

/// Which territory is meant: a folder that is named, else the first at or above one that holds `relais.yml`.
public struct TerritorySearch: Sendable {
  /// The folder a person named.
  public var named: String?
  /// Where to look from where none is named: the current folder.
  public var start: String

  public init(named: String? = nil, from start: String) {
    self.named = named
    self.start = start
  }

  /// - Throws: `TerritoryError`; `.notFound` without one.
  public func find() throws -> Territory {
    if let named { return try Territory(at: named) }
    guard let folder = TerritorySearch.folder(above: start) else {
      throw TerritoryError.notFound(folder: start)
    }
    return try Territory(at: folder)
  }

  /// The same, else the one a file lies in; `nil` without one.
  public func findIfAny(else file: String) throws -> Territory? {
    if let named { return try Territory(at: named) }
    let places = [start, URL(fileURLWithPath: file).deletingLastPathComponent().path]
    return try places.lazy.compactMap(TerritorySearch.folder(above:)).first.map {
      try Territory(at: $0)
    }
  }

  /// The language the territory writes in, also where the rest of its configuration is wrong, so that the
  /// mistake is told in it; `nil` without a territory or without a language in it.
  public func language() -> Language? {
    guard let folder = named ?? TerritorySearch.folder(above: start),
      let input = try? InputFile(path: folder + "/relais.yml", maximumSize: 1 << 20)
    else { return nil }
    for line in input.bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })
    where line.starts(with: "lang:".utf8) {
      let value = line.dropFirst(5).prefix { $0 != UInt8(ascii: "#") }
        .filter { !" \t\"'".utf8.contains($0) }
      return Language(code: String(decoding: value, as: UTF8.self))
    }
    return (try? find())?.language
  }

  /// The first folder at or above one that holds `relais.yml`.
  static func folder(above start: String) -> String? {
    var folder = URL(fileURLWithPath: start)
    while true {
      if FileManager.default.fileExists(atPath: folder.appendingPathComponent("relais.yml").path) {
        return folder.path
      }
      let above = folder.deletingLastPathComponent().standardizedFileURL
      guard above.path != folder.standardizedFileURL.path else { return nil }
      folder = above
    }
  }
}
