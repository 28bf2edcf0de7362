public import CoverageEngine
import RelaisFormats
import RelaisRegistry
import RelaisReports
import RelaisWording

extension TownRegistry {
  /// The establishments people name, each as it is now.
  ///
  /// - Throws: also `RegistryError.unknownCode` for one that is no more.
  public func establishments(named codes: [String]) throws -> [Establishment] {
    try named(codes) { codes in
      try reading { store in
        try codes.map { code in
          guard let one = try store.history(named: code).establishment() else {
            throw RegistryError.unknownCode(code)
          }
          return one
        }
      }
    }
  }

  /// The streets a kit draws its relay on; `nil` where the territory has none, or none that can be read: a kit is of use
  /// without.
  public func kitStreets() -> StreetNetwork? {
    let files = InputFiles(filesOf: territory)
    guard !files[.streets].isEmpty else { return nil }
    let area = try? StudyArea.read(
      StudyArea.Question(files), in: Surroundings(files.referenceSystem))
    return try? StreetInputs.read(files, around: area, progress: work.progress).network
  }

  /// The kits of some establishments as one page of HTML, a sheet each.
  ///
  /// - Parameter streets: Those around them; `nil` for none.
  public func kits(of establishments: [Establishment], on streets: StreetNetwork?) -> [UInt8] {
    AdherentKit.pages(
      for: establishments, territory: territory.configuration.name,
      numbers: territory.configuration.numbers, streets: streets, work.wording)
  }

  /// The same as a PDF, by Chromium.
  ///
  /// - Throws: `PrintError`.
  public func printedKits(
    of establishments: [Establishment], on streets: StreetNetwork?
  ) throws -> [UInt8] {
    try PagePrinter().pdf(of: kits(of: establishments, on: streets), named: "kits.html")
  }

  /// Puts the page of a kit beside the territory's results.
  ///
  /// - Returns: Its path.
  /// - Throws: `FormatError`.
  public func writeKit(_ page: [UInt8], of one: Establishment) throws -> String {
    let name = "kit-\(OutputName.part(of: one.code)).html"
    var target = try OutputFolder(of: territory)
    try target.claim([name])
    try target.write(as: name) { try AtomicFile.write(page, to: $0) }
    return target.path + "/" + name
  }
}
