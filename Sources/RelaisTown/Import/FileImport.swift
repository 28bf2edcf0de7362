public import CoverageEngine
import Foundation
import RelaisFormats
import RelaisGeo
import RelaisRegistry
import RelaisReports

/// Files on their way into a territory: all are looked at before any is taken.
public struct FileImport {
  public let kind: InputKind
  public let territory: Territory
  private let setting: CheckSetting
  /// The layer asked for, which later runs have to read too; `nil` for the territory's own.
  private let layer: String?
  private var contents: [(name: String, file: String, part: [UInt8]?)] = []
  /// Where the lines of street files begin and end.
  private var lineEnds: [LineEnds] = []
  /// Whether a person should look at one of them.
  public private(set) var hasFindings = false

  /// - Parameter layers: Stand before the territory's own, each for its kind.
  public init(
    _ kind: InputKind, into territory: Territory, layers: [InputKind: String] = [:]
  ) {
    self.kind = kind
    self.territory = territory
    setting = CheckSetting(territory, layers: layers)
    layer = layers[kind] == territory.configuration.layers[kind] ? nil : layers[kind]
  }

  /// Looks at a further file; writes nothing.
  ///
  /// - Throws: what the importers throw; ``ImportRefusal`` for a file of which nothing is taken.
  public mutating func add(_ file: String) throws -> CheckedFile {
    var checked = try CheckedFile.read(file, as: kind, in: setting)
    let rows = checked.register?.rows ?? checked.report.rows
    guard rows == 0 || (checked.register?.taken ?? checked.report.taken) > 0 else {
      throw ImportRefusal.nothingTaken(file: file, rows: rows)
    }
    checked.territoryPart = try territoryPart(of: file)
    if let part = checked.territoryPart, part.taken == 0 {
      throw ImportRefusal.nothingTaken(file: file, rows: part.rows)
    }
    hasFindings = hasFindings || checked.hasFindings
    let part = checked.register?.part ?? checked.territoryPart?.bytes
    let name = name(of: file, isPart: part != nil)
    contents.append((name, file, part))
    if let ends = checked.lineEnds { lineEnds.append(ends) }
    return checked
  }

  /// What the territory needs of a national or departmental file of schools; `nil` for all of it.
  private func territoryPart(of file: String) throws -> TablePart? {
    guard [.schools, .catchments].contains(kind) else { return nil }
    let communes = territory.configuration.communes
    let mapping = setting.mapping(kind)
    return try setting.reading { surroundings in
      if kind == .catchments {
        return try CatchmentsImporter.part(
          of: file, mapping: mapping, communes: communes, in: surroundings)
      }
      guard surroundings.ground == .ellipsoid, let box = TerritoryExtent.box(of: territory) else {
        return nil
      }
      return try SchoolsImporter.part(
        of: file, mapping: mapping, in: surroundings, box: box, communes: communes)
    }
  }

  /// Puts copies of the files where a run finds them.
  ///
  /// Streets that the territory has already, as an older extract of the same place, are not put next to it: it is replaced
  /// or the new ones are refused. Files of one import are one input and never replace each other.
  ///
  /// - Parameters:
  ///   - replacing: Whether files of the same streets are to go.
  ///   - each: Receives the name of each file that is there.
  /// - Returns: The names of the files that went.
  /// - Throws: ``ImportRefusal``, `FormatError`; ``Interrupted`` between two files.
  @discardableResult
  public func take(
    _ work: Work, replacing: Bool = false, each: (String) throws -> Void = { _ in }
  ) throws -> [String] {
    let folder = territory.sourceFolder(kind)
    guard territory.configuration.files[kind] == nil else {
      throw ImportRefusal.filesAreNamed(kind)
    }
    let older = try filesOfTheSameStreets(work)
    guard replacing || older.isEmpty else {
      throw ImportRefusal.sameStreets(
        incoming: contents.map(\.file), older: older.map(FileImport.fileName))
    }
    if let layer { try territory.note(layer: layer, of: kind) }
    try AtomicFile.createDirectory(folder)
    for (name, file, part) in contents {
      try work.cancellation.check()
      if FileKind(at: folder + "/" + name) == .link {
        throw OutputError.link(file: folder + "/" + name)
      }
      if let part {
        try AtomicFile.write(part, to: folder + "/" + name)
      } else {
        // What belongs to a shapefile goes with it, under its name.
        for other in ForeignFormat.parts(of: file).dropFirst() {
          let ending = ForeignFormat.ending(of: other, beside: file)
          try AtomicFileStream.copy(other, to: folder + "/" + ForeignFormat.stem(name) + ending)
        }
        try AtomicFileStream.copy(file, to: folder + "/" + name)
      }
      try each(name)
    }
    let names = Set(contents.map { folder + "/" + $0.name })
    let gone = older.filter { !names.contains($0) }
    for file in gone {
      for part in ForeignFormat.parts(of: file) { try FileManager.default.removeItem(atPath: part) }
    }
    return gone.map(FileImport.fileName)
  }

  /// Street files of the territory that mostly hold the lines of the new ones, or bear the name of one.
  ///
  /// - Throws: ``Interrupted``. A file that can no longer be read is replaced by one of its name alone.
  private func filesOfTheSameStreets(_ work: Work) throws -> [String] {
    guard kind == .streets else { return [] }
    let names = Set(contents.map(\.name))
    return try territory.files(.streets).filter { file in
      try work.cancellation.check()
      if names.contains(FileImport.fileName(file)) {
        return !contents.contains { content in
          content.name == FileImport.fileName(file)
            && FileManager.default.contentsEqual(atPath: content.file, andPath: file)
        }
      }
      guard let known = try? CheckedFile.lineEnds(ofStreetsAt: file, in: setting) else {
        return false
      }
      return lineEnds.contains { $0.areMostly(of: known) }
    }
  }

  private static func fileName(_ path: String) -> String { (path as NSString).lastPathComponent }

  /// Whether a run would not look at them: the territory's registry stands for these files.
  ///
  /// - Throws: `RegistryError`.
  public var isShadowedByRegistry: Bool {
    get throws { try kind == .adherents && RegistryStore.exists(at: territory.registryFile) }
  }

  /// A file's own name, that of CSV for a part of a compressed one; a second file of one name gets a
  /// number.
  private func name(of file: String, isPart: Bool) -> String {
    var own = (file as NSString).lastPathComponent as NSString
    if isPart, ["gz", "zip"].contains(own.pathExtension.lowercased()) {
      own = own.deletingPathExtension as NSString
      if own.pathExtension.lowercased() != "csv" { own = own.appending(".csv") as NSString }
    }
    let names = contents.map(\.name)
    var name = own as String
    var number = 2
    while names.contains(name) {
      name = "\(number)-\(own)"
      number += 1
    }
    return name
  }
}
