import RelaisTestSupport

/// Towns in files, small enough to work out by hand.
enum SmallTown {
  /// rue A, 100 m, from west to the crossing; rue B, 80 m, north from there; an island of 50 m.
  static let streets = """
    id,u,v,length,wkt,weight,name
    a,w,c,100,"LINESTRING (0 0, 100 0)",2,Rue A
    b,c,n,80,"LINESTRING (100 0, 100 80)",1,Rue B
    i,x,y,50,"LINESTRING (0 500, 50 500)",1,Île

    """

  /// R1 10 m off rue A at its 40th metre; far away from every street, R2.
  static let relays = "id,x,y\nR1,40,10\nR2,40,300\n"

  /// Both files in a folder.
  static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(streets.utf8, "streets.csv")
    try folder.write(relays.utf8, "relays.csv")
    return folder
  }

  static let files = ["--streets", "streets.csv", "--relays", "relays.csv", "--crs", "local"]

  /// Streets and relays on earth, as OpenStreetMap has them: rue A of about 746 m runs east from
  /// 6° E, 48° N; rue B north from its middle.
  static let osm = """
    <?xml version="1.0"?>
    <osm version="0.6">
    <node id="1" version="1" lat="48.0" lon="6.0"/>
    <node id="2" version="1" lat="48.0" lon="6.005"/>
    <node id="3" version="1" lat="48.0" lon="6.01"/>
    <node id="4" version="1" lat="48.004" lon="6.005"/>
    <node id="5" version="1" lat="48.01" lon="6.0"/>
    <node id="6" version="1" lat="48.01" lon="6.002"/>
    <way id="10" version="1"><nd ref="1"/><nd ref="2"/><nd ref="3"/>
    <tag k="highway" v="residential"/><tag k="name" v="Rue A"/></way>
    <way id="11" version="1"><nd ref="2"/><nd ref="4"/>
    <tag k="highway" v="residential"/><tag k="name" v="Rue B"/></way>
    <way id="12" version="1"><nd ref="1"/><nd ref="4"/><tag k="highway" v="motorway"/></way>
    <way id="13" version="1"><nd ref="5"/><nd ref="6"/>
    <tag k="highway" v="residential"/><tag k="name" v="Rue de l’Île"/></way>
    </osm>

    """

  static let osmRelays = "id;nom;lon;lat\nR1;Boulangerie;6,0001;48,0001\nR9;Bad;six;48\n"
}
