import RelaisTestSupport
import RelaisTown
import RelaisWording

/// A territory on earth with two streets and a relay, made and filled by the library itself.
struct OSMTerritory {
  let folder: TemporaryFolder
  let territory: Territory

  init() throws {
    folder = try TemporaryFolder()
    let path = folder.path("ville")
    try NewTerritory(in: path, name: "Ville").make(Wording(.french))
    territory = try Territory(at: path)
    let streets = """
      <?xml version="1.0"?>
      <osm version="0.6">
      <node id="1" version="1" lat="48.0" lon="6.0"/>
      <node id="2" version="1" lat="48.0" lon="6.005"/>
      <node id="3" version="1" lat="48.0" lon="6.01"/>
      <node id="4" version="1" lat="48.004" lon="6.005"/>
      <way id="10" version="1"><nd ref="1"/><nd ref="2"/><nd ref="3"/>
      <tag k="highway" v="residential"/><tag k="name" v="Rue A"/></way>
      <way id="11" version="1"><nd ref="2"/><nd ref="4"/>
      <tag k="highway" v="residential"/><tag k="name" v="Rue B"/></way>
      </osm>

      """
    try folder.write(streets.utf8, "streets.osm")
    try folder.write("id;nom;lon;lat\nR1;Boulangerie;6,0001;48,0001\n".utf8, "relays.csv")
  }

  /// With its files where a run finds them.
  static func filled() throws -> OSMTerritory {
    let town = try OSMTerritory()
    var streets = FileImport(.streets, into: town.territory)
    _ = try streets.add(town.folder.path("streets.osm"))
    try streets.take(SmallTown.work())
    var relays = FileImport(.adherents, into: town.territory)
    _ = try relays.add(town.folder.path("relays.csv"))
    try relays.take(SmallTown.work())
    return town
  }
}
