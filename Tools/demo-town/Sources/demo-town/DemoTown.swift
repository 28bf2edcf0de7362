import Foundation

/// Invents the demonstration town and writes it as the files a territory reads.
@main
struct DemoTown {
  /// The seed of the town kept with the sources.
  static let defaultSeed: UInt64 = 54_999

  private static let usage = """
    Usage: demo-town DIR [--seed N]

    Writes an invented town, \(TownSite.name), under DIR/sources, in the forms of the
    French national data sets. The same seed gives the same bytes; the default is \(defaultSeed).

    """

  static func main() {
    var seed = defaultSeed
    var directory: String?
    var arguments = CommandLine.arguments.dropFirst()
    while let argument = arguments.popFirst() {
      switch argument {
      case "--help", "-h":
        print(usage, terminator: "")
        return
      case "--seed":
        guard let text = arguments.popFirst(), let number = UInt64(text) else {
          stop("--seed needs a whole number", status: 64)
        }
        seed = number
      default:
        guard directory == nil, !argument.hasPrefix("-") else {
          stop("unexpected argument \(argument)\n\n\(usage)", status: 64)
        }
        directory = argument
      }
    }
    guard let directory else { stop(usage, status: 64) }
    do {
      for file in files(seed: seed) {
        let place = URL(fileURLWithPath: directory).appendingPathComponent(file.path)
        try FileManager.default.createDirectory(
          at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.text.utf8).write(to: place, options: .atomic)
      }
    } catch {
      stop("cannot write under \(directory): \(error.localizedDescription)", status: 1)
    }
  }

  /// The town's files, their paths relative to the territory.
  static func files(seed: UInt64) -> [(path: String, text: String)] {
    let boundary = TownPlan.boundary.map { LandWarp.bent($0) }
    var town = TownDrawer.draw(seed: seed)
    var namer = StreetNamer(seed: seed)
    let streets = namer.name(&town)
    var numberer = AddressPlanter(seed: seed, town: town, boundary: boundary)
    let addresses = numberer.plant(along: streets)
    let schools = School.place(in: town, addresses: addresses)
    var planter = ShopPlanter(seed: seed)
    let shops = planter.plant(659, at: addresses)
    let taken = shops.map(\.address.place)
    let others = planter.plant(40, at: addresses.filter { !taken.contains($0.place) })
    var selector = RelaySelector(seed: seed)
    let adherents = selector.select(shops: shops, addresses: addresses, town: town)
    let candidates = shops.indices.filter { !adherents.shops.contains($0) }.map { shops[$0] }
    let sirene = SireneWriter.text(
      listed: candidates, others: others, relays: adherents.relays, seed: seed)
    let cells = PopulationGrid.count(addresses, seed: seed)
    let territory = TerritoryWriter(
      land: LandPartition(town: town, boundary: boundary), boundary: boundary)
    var map = OSMWriter(town: town)
    return [
      (
        "sources/streets/valmeuse-sur-orle.osm",
        map.write(
          shops: shops, relays: adherents.relays, schools: schools, addresses: addresses,
          seed: seed)
      ),
      ("sources/boundary/limite.geojson", territory.commune),
      ("sources/districts/quartiers.geojson", territory.districts),
      ("sources/priority-areas/qpv.geojson", territory.priorityAreas),
      ("sources/addresses/adresses-\(TownSite.insee).csv", BANWriter.text(addresses)),
      ("sources/schools/annuaire-education.csv", SchoolRegisterWriter.text(schools)),
      ("sources/catchments/secteurs-scolaires.geojson", territory.catchments(of: schools)),
      ("sources/adherents/points-relais.csv", RegisterWriter.relays(adherents.relays)),
      ("sources/candidates/commerces.csv", RegisterWriter.candidates(candidates)),
      ("sources/candidates/StockEtablissement-\(TownSite.insee).csv", sirene.register),
      (
        "sources/candidates/GeolocalisationEtablissement-\(TownSite.insee).csv", sirene.positions
      ),
      ("sources/population/carreaux-200m.csv", TerritoryWriter.populationTable(cells)),
    ]
  }

  /// Says why to stderr and ends.
  private static func stop(_ message: String, status: Int32) -> Never {
    FileHandle.standardError.write(Data("demo-town: \(message)\n".utf8))
    exit(status)
  }
}
