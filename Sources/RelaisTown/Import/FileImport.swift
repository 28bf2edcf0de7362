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
  private var contents: [(name: String, file: String, part: [UInt8]?)] = []
  /// Whether a person should look at one of them.
  public private(set) var hasFindings = false

  /// - Parameter layers: Stand before the territory's own, each for its kind.
  public init(
    _ kind: InputKind, into territory: Territory, layers: [InputKind: String] = [:]
  ) {
    self.kind = kind
    self.territory = territory
    setting = CheckSetting(territory, layers: layers)
  }

  /// Looks at a further file; writes nothing.
  ///
  /// - Throws: what the importers throw.
  public mutating func add(_ file: String) throws -> CheckedFile {
    let checked = try CheckedFile.read(file, as: kind, in: setting)
    hasFindings = hasFindings || checked.hasFindings
    let part = checked.register?.part
    let name = name(of: file, isPart: part != nil)
    contents.append((name, file, part))
    return checked
  }

  /// Puts copies of the files where a run finds them.
  ///
  /// - Parameter each: Told the name of each file that is there.
  /// - Throws: `FormatError`; ``Interrupted`` between two files.
  public func take(_ work: Work, each: (String) throws -> Void = { _ in }) throws {
    let folder = territory.sourceFolder(kind)
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
  }

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
