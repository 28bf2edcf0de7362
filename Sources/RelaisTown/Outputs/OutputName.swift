/// What an output may be called, below the folder it is written to.
enum OutputName: Hashable, Sendable {
  /// One file: `gaps.csv`.
  case file(String)
  /// As many as there are things of a kind: `schools/` … `.html`.
  case files(beginning: String, ending: String)

  func matches(_ name: String) -> Bool {
    switch self {
    case .file(let own): name == own
    case .files(let beginning, let ending):
      name.hasPrefix(beginning) && name.hasSuffix(ending)
        && name.utf8.count > beginning.utf8.count + ending.utf8.count
        && !name.dropFirst(beginning.count).contains("/")
    }
  }

  /// The folder such outputs lie in, below that of the results; `nil` for those beside them.
  var folder: String? {
    switch self {
    case .file(let name), .files(beginning: let name, ending: _): OutputName.folder(of: name)
    }
  }

  static func folder(of name: String) -> String? {
    name.firstIndex(of: "/").map { String(name[..<$0]) }
  }

  /// Whether a name could be an output's: at most one folder deep, nothing hidden, one of the endings outputs have.
  static func isSound(_ name: String) -> Bool {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    return (1...2).contains(parts.count) && parts.allSatisfy { !$0.isEmpty && !$0.hasPrefix(".") }
      && !name.unicodeScalars.contains { $0.properties.generalCategory == .control }
      && endings.contains { name.hasSuffix($0) }
  }

  /// A part of a name made of a file's own name, whatever that holds: at most 180 bytes, nothing hidden.
  static func part(of file: String) -> String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let printable = name.unicodeScalars.map {
      $0.properties.generalCategory == .control ? "_" : String($0)
    }.joined()
    let visible = printable.hasPrefix(".") ? "_" + printable.dropFirst() : printable
    var short = visible
    while short.utf8.count > 180 { short.removeLast() }
    return short
  }

  private static let endings = [
    ".csv", ".json", ".geojson", ".html", ".gpkg", ".gpx", ".pdf", ".qgz",
  ]
}
