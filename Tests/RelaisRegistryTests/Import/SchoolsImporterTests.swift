import CoverageEngine
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
      imported.report.rejected.map(\.reason)
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
    #expect(imported.report.rejected.map(\.reason) == [.notASchool, .notOpen])
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
    #expect(imported.report.rejected.map(\.reason) == [.missingValue])
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
    #expect(bare.report.rejected.map(\.reason) == [.notANumber])
  }

  @Test(
    .enabled(
      if: SharedData.has("bondy/schools-2016.csv"), "the shared data are not here"))
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
