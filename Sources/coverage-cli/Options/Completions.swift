public import ArgumentParser
import CoverageEngine
import Foundation
import RelaisTown
import RelaisWording

/// What a shell proposes where a command line is not finished.
enum Completions {
  /// The establishments of the registry in hand: codes, with their names where the shell shows explanations, then names.
  ///
  /// Nothing is said of a territory that is not there or cannot be read: somebody is typing.
  static let establishments = CompletionKind.custom { words, _, _ in
    let named = words.firstIndex(of: "--territory").flatMap { index in
      index + 1 < words.count ? words[index + 1] : nil
    }
    let search = TerritorySearch(named: named, from: FileManager.default.currentDirectoryPath)
    let work = Work(in: Wording(.french), by: .now())
    let all = (try? TownRegistry(of: search.find(), work).establishments()) ?? []
    // A name with a line break would be two proposals.
    let shown = all.filter { one in
      !one.name.isEmpty
        && !one.name.unicodeScalars.contains { $0.properties.generalCategory == .control }
    }
    return shown.map { proposal($0.code, meaning: $0.name) }
      + shown.map { proposal($0.name, meaning: $0.code) }
  }

  /// A proposal as the asking shell reads it.
  ///
  /// Bash expands what it is given, with commands in it, unless it is quoted; zsh and fish read an explanation after a colon
  /// or a tab.
  private static func proposal(_ text: String, meaning: String) -> String {
    switch CompletionShell.requesting {
    case .bash?: "'" + text.replacing("'", with: "'\\''") + "'"
    case .zsh?:
      [text, meaning].map { $0.replacing("\\", with: "\\\\").replacing(":", with: "\\:") }
        .joined(separator: ":")
    case .fish?: text + "\t" + meaning
    default: text
    }
  }
}
