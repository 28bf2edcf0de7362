/// Who may know whom, and who may touch the world outside.
enum LayerRules {
  private static let system: Set = ["Foundation", "Dispatch", "Synchronization"]

  /// What each target may import anywhere in it.
  private static let imports: [String: Set<String>] = [
    "Computing": [],
    "Covering": ["Computing"],
    "RelaisGeo": [],
    "RelaisFormats": ["RelaisGeo"],
    "CoverageEngine": ["Covering", "RelaisGeo", "Computing", "HeapModule"],
    "RelaisRegistry": [
      "CoverageEngine", "Covering", "RelaisFormats", "RelaisGeo", "Computing", "GRDB",
    ],
    "RelaisWording": ["CoverageEngine", "Covering", "RelaisFormats", "RelaisGeo"],
    "RelaisReports": [
      "RelaisWording", "CoverageEngine", "Covering", "RelaisFormats", "RelaisGeo", "Computing",
    ],
    "RelaisTown": [
      "RelaisReports", "RelaisRegistry", "RelaisWording", "CoverageEngine", "Covering",
      "RelaisFormats", "RelaisGeo", "Computing", "Yams",
    ],
    "RelaisDesk": [
      "RelaisTown", "RelaisReports", "RelaisRegistry", "RelaisWording", "CoverageEngine",
      "RelaisFormats", "RelaisGeo", "Hummingbird", "HummingbirdCore", "HTTPTypes", "NIOCore",
      "Logging",
    ],
    "coverage-cli": [
      "RelaisDesk", "RelaisTown", "RelaisReports", "RelaisRegistry", "RelaisWording",
      "CoverageEngine",
      "Covering", "RelaisFormats", "RelaisGeo", "ArgumentParser",
    ],
  ]

  /// What only some places may import: the beginnings of their paths.
  private static let places: [String: [String]] = [
    "CGEOS": ["RelaisGeo/GEOS/"],
    "CPROJ": ["RelaisGeo/PROJ/", "RelaisGeo/Values/Ground.swift"],
    "COsmium": ["RelaisFormats/OSM/"],
    "CCrypto": ["RelaisGeo/Values/SHA256.swift", "RelaisGeo/Values/Scrypt.swift"],
    "CQREncode": ["RelaisGeo/Values/QRSymbol.swift"],
    "CZlib": ["RelaisFormats/Deflate/"],
    "CBuild": ["RelaisTown/Work/Program.swift"],
    "CEmbedded": [
      "RelaisReports/HTML/WebFile.swift", "RelaisFormats/Columns/",
      "RelaisWording/Sentences/Catalogue.swift", "RelaisDesk/Http/WebRoutes.swift",
    ],
    "GRDB": ["RelaisFormats/GeoPackage/"],
    "GRDBSQLite": ["RelaisFormats/GeoPackage/BulkInsert.swift"],
  ]

  /// Tables of words in both languages that people take over and edit, and of grammar.
  private static let tables: Set = [
    "RelaisRegistry/Import/Candidates/CategoryTable+Standard.swift",
    // Kinds of ways with their articles: what French does to names.
    "RelaisWording/Grammar/French.swift",
  ]

  /// Targets that open no file, read no clock and print nothing.
  private static let pure: Set = ["Computing", "Covering", "CoverageEngine"]

  /// Targets that speak to people: all they say is in the catalogue, in any language.
  private static let speaking: Set = [
    "RelaisWording", "RelaisReports", "RelaisTown", "RelaisDesk", "coverage-cli",
  ]

  /// What a precondition says of our own mistakes.
  private static let mistakes: Set = ["no trace was kept", "the clock is past the year 2999"]

  /// Marks of files, clocks and printing, none of which those have.
  private static let outside = [
    "FileManager", "FileHandle", "InputFile", "AtomicFile", "Data(contentsOf", "String(contentsOf",
    "fopen(", "open(", "Date()", "Date.now", "ContinuousClock", "SuspendingClock",
    "clock_gettime", "gettimeofday", "print(", "debugPrint(", "dump(", "Process(", "stderr",
    "stdout", "getenv", "URLSession", "UUID(", "SystemRandomNumberGenerator",
  ]

  /// Marks of clocks, terminals and chance, none of which RelaisTown has: it works with files, and all else is given to it.
  private static let interactive = [
    "Date()", "Date.now", "ContinuousClock", "SuspendingClock", "clock_gettime", "gettimeofday",
    "print(", "debugPrint(", "dump(", "stderr", "stdout", "getenv", "FileHandle.standard",
    "URLSession", "SystemRandomNumberGenerator", "exit(",
  ]

  /// - Parameter path: Below `Sources/`, for example `CoverageEngine/Model/Area.swift`.
  /// - Returns: A sentence for each rule the file breaks.
  static func violations(path: String, source: String) -> [String] {
    let text = SourceText(source)
    let target = path.split(separator: "/").first.map(String.init) ?? ""
    guard let allowed = imports[target] else { return ["\(path): no rules for this target"] }
    var found: [String] = []
    for module in text.imports where !system.contains(module) && !allowed.contains(module) {
      let isInPlace = places[module]?.contains { path.hasPrefix($0) } ?? false
      if !isInPlace { found.append("\(path) imports \(module)") }
    }
    let marks = pure.contains(target) ? outside : target == "RelaisTown" ? interactive : []
    for mark in marks where has(mark, in: text.code) {
      found.append("\(path) uses \(mark)")
    }
    if !tables.contains(path) {
      for sentence in text.texts
      where isFrench(sentence) || speaking.contains(target) && isSentence(sentence) {
        found.append("\(path) words: \(sentence.prefix(60))")
      }
    }
    return found
  }

  /// The mark, not as the end of a longer name.
  private static func has(_ mark: String, in code: String) -> Bool {
    var rest = Substring(code)
    while let range = rest.firstRange(of: mark) {
      let before =
        range.lowerBound == code.startIndex ? " " : code[code.index(before: range.lowerBound)]
      if !before.isLetter, !before.isNumber, before != "_" { return true }
      rest = rest[range.upperBound...]
    }
    return false
  }

  /// Four words and more in a row, outside of tags and of what is filled in.
  private static func isSentence(_ text: String) -> Bool {
    let bare = text.replacing(/\\\([^)]*\)/, with: "|").replacing(/<[^>]*>/, with: "|")
    return !mistakes.contains(text)
      && bare.firstMatch(of: /\p{L}{2,}(?:,? \p{L}{2,}){3,}/) != nil
  }

  /// Several words with an accent among them: a sentence for people, not a key or a letter.
  private static func isFrench(_ text: String) -> Bool {
    text.contains { "àâçéèêëîïôûùüœæÀÂÇÉÈÊËÎÏÔÛÙÜŒÆ«»’".contains($0) }
      && text.split { $0 == " " || $0 == "\n" }.count > 1
  }
}
