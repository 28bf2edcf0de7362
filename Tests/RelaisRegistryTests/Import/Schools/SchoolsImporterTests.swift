import CoverageEngine
import RelaisFormats
import RelaisGeo
import RelaisRegistry
import RelaisTestSupport
import Testing

/// Schools in every shape the national directory has had.
@Suite struct SchoolsImporterTests {
  private let france = Surroundings(ground: .ellipsoid, projected: .epsg(2154))

  private func read(
    _ text: String, _ name: String = "schools.csv", in surroundings: Surroundings? = nil
  ) throws -> Imported<[School]> {
    let folder = try TemporaryFolder()
    return try SchoolsImporter.read(
      folder.write(text.utf8, name), in: surroundings ?? france)
  }

  private func levels(_ schools: [School]) -> [[SchoolLevel]] { schools.map(\.levels.all) }

  @Test func todaysDirectory() throws {
    let imported = try read(
      """
      identifiant_de_l_etablissement;nom_etablissement;type_etablissement;ecole_maternelle;\
      ecole_elementaire;latitude;longitude;etat;code_nature;libelle_nature
      0540001A;École A;Ecole;1;1;48.69;6.18;OUVERT;151;ECOLE DE NIVEAU ELEMENTAIRE
      0540002B;Collège B;Collège;;;48,70;6,19;A FERMER;340;COLLEGE
      0540003C;École C;Ecole;1;0;48.69;6.18;FERME;101;ECOLE MATERNELLE
      0540004D;Rectorat;Service Administratif;;;48.69;6.18;OUVERT;802;RECTORAT
      0540005E;École E;Ecole;1;0;;;OUVERT;101;ECOLE MATERNELLE
      0540001A;École A;Ecole;1;1;48.69;6.18;OUVERT;151;ECOLE DE NIVEAU ELEMENTAIRE
      """)
    #expect(imported.value.map(\.id) == ["0540001A", "0540002B"])
    #expect(imported.value.map(\.name) == ["École A", "Collège B"])
    #expect(levels(imported.value) == [[.nursery, .elementary], [.lowerSecondary]])
    #expect(imported.value[1].position == Position(longitude: 6.19, latitude: 48.70))
    #expect(
      imported.report.rejected.map(\.code)
        == [.notOpen, .notASchool, .missingValue, .duplicateID])
    #expect(imported.report.rejected.map(\.place) == [4, 5, 6, 7].map { .line($0) })
    #expect(imported.report.rows == imported.report.taken + imported.report.rejected.count)
    #expect(imported.report.defectCount == 2)
  }

  @Test func theDirectoryOf2016InLambert93() throws {
    let imported = try read(
      """
      numero_uai,appellation_officielle_uai,denomination_principale_uai,X,Y,etat_etablissement,\
      nature_uai,lib_nature
      1,Lycée H,LYCEE GENERAL,933907.8,6848138.1,1,302,LYCEE D ENSEIGNEMENT GENERAL
      2,Primaire P,ECOLE PRIMAIRE PUBLIQUE,933907.8,6848138.1,1,151,ECOLE DE NIVEAU ELEMENTAIRE
      3,Élémentaire E,ECOLE ELEMENTAIRE PUBLIQUE,933907.8,6848138.1,2,151,ECOLE DE NIVEAU ELEMENTAIRE
      4,SEGPA,SEGPA,933907.8,6848138.1,1,390,SECTION ENSEIGNT GEN. ET PROF. ADAPTE
      5,Future,ECOLE PRIMAIRE,933907.8,6848138.1,3,151,ECOLE DE NIVEAU ELEMENTAIRE
      """)
    #expect(imported.value.map(\.id) == ["1", "2", "3"])
    #expect(
      levels(imported.value) == [[.upperSecondary], [.nursery, .elementary], [.elementary]])
    let place = imported.value[0].position
    #expect(abs(place.x - 6.1825) < 0.01 && abs(place.y - 48.6909) < 0.01, "\(place)")
    #expect(imported.report.rejected.map(\.code) == [.notASchool, .notOpen])
    #expect(imported.report.defectCount == 0)
  }

  @Test func rowsSayTheirOwnSystem() throws {
    let imported = try read(
      """
      Code établissement;Appellation officielle;Coordonnee X;Coordonnee Y;EPSG;Code nature;\
      Nature;Code état établissement
      1;École R;338000;7690000;EPSG:2975;151;ECOLE;1
      2;Collège N;934235.941;6848430.456;2154;340;COLLEGE;1
      """)
    let places = imported.value.map(\.position)
    #expect(abs(places[0].y + 20.88) < 0.02, "\(places[0])")
    #expect(abs(places[1].x - 6.183270) < 1e-6 && abs(places[1].y - 48.693524) < 1e-6)
  }

  @Test func theDirectoryAsGeoJSON() throws {
    let imported = try read(
      """
      {"type":"FeatureCollection","features":[{"type":"Feature","properties":{\
      "identifiant_de_l_etablissement":"1","nom_etablissement":"M","ecole_maternelle":1,\
      "ecole_elementaire":0,"etat":"OUVERT","code_nature":101,"libelle_nature":"ECOLE MATERNELLE"},\
      "geometry":{"type":"Point","coordinates":[6.18,48.69]}},{"type":"Feature","properties":{\
      "identifiant_de_l_etablissement":"2","etat":"OUVERT","code_nature":"340"},"geometry":null}]}
      """, "schools.geojson")
    #expect(imported.value.map(\.id) == ["1"])
    #expect(levels(imported.value) == [[.nursery]])
    #expect(imported.report.rejected.map(\.code) == [.missingValue])
  }

  @Test func aListOfOnesOwn() throws {
    let imported = try read(
      "id,x,y,niveau\nA,10,20,école primaire\nB,1,2,collège\nC,3,4,\n",
      in: Surroundings(ground: .plane))
    #expect(
      levels(imported.value) == [[.nursery, .elementary], [.lowerSecondary], []])
    #expect(imported.value[0].position == Position(x: 10, y: 20))
    let bare = try read("id,x,y\nA,10,north\nB,1,2\n", in: Surroundings(ground: .plane))
    #expect(bare.value.map(\.id) == ["B"])
    #expect(bare.report.rejected.map(\.code) == [.notANumber])
  }

  @Test(
    .needs(.data("bondy/schools-2016.csv")))
  func theRealTownsAreReadWhole() throws {
    for (file, least) in [("bondy/schools-2016.csv", 90), ("nancy/schools-2016.csv", 180)] {
      let imported = try SchoolsImporter.read(SharedData.path(file), in: france)
      #expect(imported.value.count >= least)
      #expect(imported.report.rows == imported.value.count + imported.report.rejected.count)
      #expect(imported.report.defectCount == 0)
      #expect(imported.value.allSatisfy { !$0.levels.isEmpty && $0.name != nil })
    }
  }
}

/// Schools of OpenStreetMap.
@Suite struct OSMSchoolsTests {
  private func read(_ text: String) throws -> Imported<[School]> {
    let folder = try TemporaryFolder()
    return try SchoolsImporter.read(
      folder.write(text.utf8, "town.osm"), in: Surroundings(ground: .ellipsoid))
  }

  /// A school area of about 75 by 111 m with a gate and an emergency exit on its outline, one without
  /// any, a point, a crèche, and a way whose nodes are missing.
  private static let osm = """
    <?xml version="1.0"?><osm version="0.6">
    <node id="1" version="1" lat="48.0" lon="6.0"/>
    <node id="2" version="1" lat="48.0" lon="6.001"><tag k="barrier" v="gate"/></node>
    <node id="3" version="1" lat="48.001" lon="6.001"/>
    <node id="4" version="1" lat="48.001" lon="6.0"><tag k="entrance" v="emergency"/></node>
    <node id="5" version="1" lat="48.01" lon="6.0"><tag k="amenity" v="school"/>
    <tag k="name" v="Collège C"/><tag k="ref:UAI" v="0540001A"/></node>
    <node id="6" version="1" lat="48.02" lon="6.0"><tag k="amenity" v="kindergarten"/></node>
    <way id="10" version="1"><nd ref="1"/><nd ref="2"/><nd ref="3"/><nd ref="4"/><nd ref="1"/>
    <tag k="amenity" v="school"/><tag k="name" v="École G"/><tag k="school:FR" v="primaire"/></way>
    <way id="11" version="1"><nd ref="1"/><nd ref="3"/><nd ref="4"/><nd ref="1"/>
    <tag k="amenity" v="kindergarten"/><tag k="school:FR" v="maternelle"/></way>
    <way id="12" version="1"><nd ref="91"/><nd ref="92"/><nd ref="91"/>
    <tag k="amenity" v="school"/></way>
    <way id="13" version="1"><nd ref="1"/><nd ref="2"/><tag k="highway" v="residential"/></way>
    </osm>
    """

  @Test func areasAreEnteredByTheirGatesElseByTheirOutline() throws {
    let imported = try read(Self.osm)
    #expect(imported.value.map(\.id) == ["0540001A", "way/10", "way/11"])
    #expect(
      imported.value.map(\.levels.all)
        == [[.lowerSecondary], [.nursery, .elementary], [.nursery]])
    let gated = imported.value[1]
    #expect(gated.entrances == [Position(longitude: 6.001, latitude: 48.0)])
    #expect(!gated.entersNearest)
    #expect(abs(gated.position.x - 6.0005) < 1e-9 && abs(gated.position.y - 48.0005) < 1e-9)
    let open = imported.value[2]
    #expect(open.entersNearest)
    // Steps of 5 m at most round some 340 m of outline, each on it.
    #expect(open.entrances.count > 60)
    #expect(imported.report.rows == 5)
    #expect(imported.report.rejected.map(\.code) == [.notASchool, .noGeometry])
    #expect(imported.report.rejected.map(\.id) == ["node/6", "way/12"])
  }

  /// A relation of two halves of an outline, one drawn backwards, and a hole with a gate; one whose
  /// second half the file lacks; one whose outer way says itself that it is a school.
  private static let relations = """
    <?xml version="1.0"?><osm version="0.6">
    <node id="1" version="1" lat="48.0" lon="6.0"/>
    <node id="2" version="1" lat="48.0" lon="6.002"/>
    <node id="3" version="1" lat="48.002" lon="6.002"/>
    <node id="4" version="1" lat="48.002" lon="6.0"/>
    <node id="5" version="1" lat="48.0005" lon="6.0005"><tag k="barrier" v="gate"/></node>
    <node id="6" version="1" lat="48.0005" lon="6.001"/>
    <node id="7" version="1" lat="48.001" lon="6.001"/>
    <way id="20" version="1"><nd ref="1"/><nd ref="2"/><nd ref="3"/></way>
    <way id="21" version="1"><nd ref="1"/><nd ref="4"/><nd ref="3"/></way>
    <way id="22" version="1"><nd ref="5"/><nd ref="6"/><nd ref="7"/><nd ref="5"/></way>
    <way id="23" version="1"><nd ref="1"/><nd ref="2"/><nd ref="3"/><nd ref="1"/>
    <tag k="amenity" v="school"/></way>
    <way id="24" version="1"><nd ref="1"/><nd ref="91"/><nd ref="3"/><nd ref="1"/></way>
    <relation id="30" version="1"><member type="way" ref="20" role="outer"/>
    <member type="node" ref="1" role="label"/><member type="way" ref="22" role="inner"/>
    <member type="way" ref="21" role="outer"/><tag k="type" v="multipolygon"/>
    <tag k="amenity" v="school"/><tag k="name" v="Groupe R"/><tag k="school:FR" v="primaire"/></relation>
    <relation id="31" version="1"><member type="way" ref="20" role="outer"/>
    <member type="way" ref="99" role="outer"/><tag k="type" v="multipolygon"/>
    <tag k="amenity" v="school"/></relation>
    <relation id="32" version="1"><member type="way" ref="23" role=""/>
    <tag k="type" v="multipolygon"/><tag k="amenity" v="school"/></relation>
    <relation id="33" version="1"><member type="way" ref="24" role="outer"/>
    <tag k="type" v="multipolygon"/><tag k="amenity" v="school"/></relation>
    <relation id="34" version="1"><member type="way" ref="20" role="outer"/>
    <tag k="type" v="site"/><tag k="amenity" v="school"/></relation>
    </osm>
    """

  @Test func areasDrawnBySeveralWaysAreJoinedAndIncompleteOnesCounted() throws {
    let imported = try read(Self.relations)
    #expect(imported.value.map(\.id) == ["relation/30", "relation/32"])
    let joined = imported.value[0]
    #expect(joined.name == "Groupe R")
    #expect(joined.levels.all == [.nursery, .elementary])
    // The gate is on the hole.
    #expect(joined.entrances == [Position(longitude: 6.0005, latitude: 48.0005)])
    #expect(!joined.entersNearest)
    #expect(abs(joined.position.x - 6.001) < 1e-9 && abs(joined.position.y - 48.001) < 1e-9)
    #expect(imported.value[1].entersNearest)
    // The way that outlines relation 32, then the two that are not whole.
    #expect(imported.report.rejected.map(\.id) == ["way/23", "relation/31", "relation/33"])
    #expect(
      imported.report.rejected.map(\.code)
        == [.duplicateRow, .incompleteArea, .incompleteArea])
    #expect(imported.report.rows == 5)
  }

  @Test func ringsAreJoinedFromWaysInAnyOrderAndDirection() {
    #expect(OSMArea.rings(of: [[1, 2, 3], [4, 3], [4, 1]]) == [[1, 2, 3, 4, 1]])
    #expect(
      OSMArea.rings(of: [[1, 2], [5, 6, 7, 5], [2, 3, 1]]) == [[5, 6, 7, 5], [1, 2, 3, 1]])
    #expect(OSMArea.rings(of: [[1, 2], [2, 3]]) == nil)
    #expect(OSMArea.rings(of: [[1, 2, 1], []]) == nil)
    #expect(OSMArea.rings(of: [[1]]) == nil)
    #expect(OSMArea.rings(of: []) == [])
  }

  @Test func aDamagedExtractIsAnErrorAndSchoolsNeedTheEarth() throws {
    #expect(throws: FormatError.self) { try read(String(Self.osm.prefix(700))) }
    let folder = try TemporaryFolder()
    let path = try folder.write(Self.osm.utf8, "town.osm")
    #expect(throws: ProjectionError.noPlaceOnEarth) {
      try SchoolsImporter.read(path, in: Surroundings(ground: .plane))
    }
  }

  @Test(
    .needs(.data("redon-osm/redon-2019.osm.gz")))
  func theSchoolsOfARealTown() throws {
    let imported = try SchoolsImporter.read(
      SharedData.path("redon-osm/redon-2019.osm.gz"), in: Surroundings(ground: .ellipsoid))
    #expect(imported.value.count >= 5)
    #expect(imported.report.rows == imported.value.count + imported.report.rejected.count)
  }
}
