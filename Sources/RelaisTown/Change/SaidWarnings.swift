import Foundation
import RelaisFormats
import RelaisGeo

/// What the last import of a list had somebody look at: said again, it comes after what is new.
///
/// Kept as fingerprints of the sentences in the territory's cache: without them all is new.
public struct SaidWarnings {
  private let path: String
  private let known: Set<String>

  init(of file: String, in territory: Territory) {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    path =
      territory.cacheFolder + "/import-\(Fingerprint.of(Array(name.utf8)).prefix(16)).said"
    let bytes = (try? InputFile(path: path).bytes) ?? []
    known = Set(bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) })
  }

  public func holds(_ sentence: String) -> Bool {
    known.contains(SaidWarnings.fingerprint(sentence))
  }

  /// Remembers the warnings of an import in place of the former ones; where the cache cannot be written, all are new the next
  /// time.
  public func keep(_ sentences: [String], in territory: Territory) {
    if sentences.isEmpty {
      try? FileManager.default.removeItem(atPath: path)
      return
    }
    guard (try? AtomicFile.createDirectory(territory.cacheFolder)) != nil else { return }
    let lines = Set(sentences.map(SaidWarnings.fingerprint)).sorted()
    try? AtomicFile.write(
      Array(lines.map { $0 + "\n" }.joined().utf8), to: path, for: .owner)
  }

  private static func fingerprint(_ sentence: String) -> String {
    Fingerprint.of(Array(sentence.utf8))
  }
}

extension TownRegistry {
  /// What the last import of a list of that name had somebody look at.
  public func warningsSaid(of file: String) -> SaidWarnings {
    SaidWarnings(of: file, in: territory)
  }
}
