import RelaisGeo
import Testing

@Suite struct ReferenceSystemTests {
  @Test(arguments: [
    ("EPSG:2154", "EPSG:2154"), ("epsg: 2154 ", "EPSG:2154"), ("2154", "EPSG:2154"),
    ("local", "local"), ("Local", "local"),
    ("urn:ogc:def:crs:EPSG::2154", "EPSG:2154"), ("urn:ogc:def:crs:EPSG:9.8:2154", "EPSG:2154"),
    ("urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326"), ("urn:ogc:def:crs:OGC::CRS84", "EPSG:4326"),
    ("http://www.opengis.net/def/crs/EPSG/0/2154", "EPSG:2154"),
    ("https://www.opengis.net/def/crs/OGC/1.3/CRS84", "EPSG:4326"),
    ("EPSG:4326", "EPSG:4326"), ("4258", "EPSG:4326"), ("EPSG:4171", "EPSG:4326"),
    ("CRS84", "EPSG:4326"), ("wgs84", "EPSG:4326"),
    ("IGNF:LAMB93", "EPSG:2154"), ("urn:ogc:def:crs:IGNF::LAMB93", "EPSG:2154"),
    ("IGNF:LAMBE", "EPSG:27572"), ("IGNF:RGF93G", "EPSG:4326"), ("ESRI:102110", "EPSG:2154"),
    ("EPSG:102100", "EPSG:3857"), ("102110", "EPSG:2154"), ("EPSG:4937", "EPSG:4326"),
    ("EPSG:4965", "EPSG:4326"),
  ])
  func readsTheWaysASystemIsNamed(text: String, printed: String) throws {
    let system = try ReferenceSystem(parsing: text)
    #expect(system.description == printed)
    #expect(try ReferenceSystem(parsing: system.description) == system)
  }

  @Test(arguments: [
    "", " ", ":", "EPSG:", "EPSG:0", "EPSG:-1", "EPSG:+2154", "2154.0", "EPSG:2154x", "Lambert",
    "99999999999999999999", "٢١٥٤", "urn:ogc:def:crs:EPSG:2154", "urn:ogc:def:crs:IGNF::NOWHERE",
    "http://www.opengis.net/def/crs/EPSG/2154", "http://example.org/EPSG/0/2154", "epsg:local",
    "a/urn:ogc:def:crs:EPSG::2154", "urn:ogc:def:crs:", "urn:ogc:def:crs:EPSG", "::::::::",
  ])
  func refusesWhatNamesNoSystem(text: String) {
    #expect(throws: ProjectionError.notRecognised(text: text)) {
      try ReferenceSystem(parsing: text)
    }
  }

  @Test func geographicCodesAreOneSystem() {
    #expect(ReferenceSystem.epsg(4326) == .geographic)
    #expect(Set([ReferenceSystem.epsg(4258), .epsg(4171), .geographic]).count == 1)
    #expect(ReferenceSystem.local != .geographic)
  }

  @Test(arguments: [
    (6.1833, 48.6935, "Nancy"), (7.75, 48.58, "Strasbourg"), (3.06, 50.63, "Lille"),
    (7.27, 43.70, "Nice"), (6.236, 46.194, "Annemasse"), (2.48, 48.90, "Bondy"),
    (-2.08, 47.65, "Redon"), (-4.49, 48.39, "Brest"), (2.89, 42.70, "Perpignan"),
    (8.74, 41.92, "Ajaccio"), (2.38, 51.03, "Dunkerque"), (7.50, 43.78, "Menton"),
    (-1.775, 43.359, "Hendaye"), (9.45, 42.70, "Bastia"), (9.16, 41.39, "Bonifacio"),
    (6.11, 46.256, "Ferney-Voltaire"), (6.08, 46.145, "Saint-Julien-en-Genevois"),
    (6.48, 46.37, "Thonon"), (6.87, 45.92, "Chamonix"), (6.64, 44.90, "Briançon"),
    (7.56, 47.585, "Saint-Louis"), (7.34, 47.75, "Mulhouse"), (7.36, 48.08, "Colmar"),
    (5.77, 49.52, "Longwy"), (6.17, 49.36, "Thionville"), (6.90, 49.19, "Forbach"),
    (7.95, 49.04, "Wissembourg"), (4.82, 50.14, "Givet"), (3.97, 50.28, "Maubeuge"),
    (3.16, 50.72, "Tourcoing"), (3.18, 50.69, "Roubaix"), (3.52, 50.36, "Valenciennes"),
    (-1.62, 49.64, "Cherbourg"), (1.85, 50.95, "Calais"), (-5.10, 48.46, "Ouessant"),
    (-1.16, 46.16, "La Rochelle"), (-1.56, 43.48, "Biarritz"), (-2.35, 46.70, "Île d'Yeu"),
    (-3.18, 47.33, "Belle-Île"), (6.20, 43.0, "Porquerolles"), (5.37, 43.30, "Marseille"),
    (3.13, 42.52, "Port-Vendres"), (0.59, 42.79, "Luchon"), (7.59, 44.09, "Tende"),
  ])
  func metropolitanTownsTakeLambert93(longitude: Double, latitude: Double, town: String) {
    let place = Position(longitude: longitude, latitude: latitude)
    #expect(ReferenceSystem.suited(to: place) == .epsg(2154), "\(town)")
  }

  @Test(arguments: [
    (6.14, 46.20, 32632, "Geneva"), (6.13, 49.61, 32632, "Luxembourg"),
    (7.69, 45.07, 32632, "Turin"), (2.17, 41.39, 32631, "Barcelona"),
    (4.35, 50.85, 32631, "Brussels"), (8.68, 50.11, 32632, "Frankfurt"),
    (7.59, 47.56, 32632, "Basel"), (6.63, 46.52, 32632, "Lausanne"),
    (-8.61, 41.15, 32629, "Porto"), (-1.98, 43.32, 32630, "San Sebastián"),
    (-2.10, 49.19, 32630, "Jersey"), (1.31, 51.13, 32631, "Dover"),
    (6.99, 49.24, 32632, "Saarbrücken"),
    (7.85, 47.99, 32632, "Freiburg"), (8.40, 49.01, 32632, "Karlsruhe"),
    (1.52, 42.51, 32631, "Andorra"),
    (3.95, 50.45, 32631, "Mons"), (5.81, 49.68, 32631, "Arlon"),
    (7.61, 43.79, 32632, "Ventimiglia"),
    (6.97, 45.79, 32632, "Courmayeur"), (6.08, 46.23, 32632, "Meyrin"),
    (6.24, 46.38, 32632, "Nyon"),
    (9.14, 41.24, 32632, "Santa Teresa Gallura"), (-61.39, 15.30, 32620, "Roseau"),
    (-55.17, 5.85, 32621, "Paramaribo"), (-51.07, 0.03, 32622, "Macapá"),
    (151.2, -33.87, 32756, "Sydney"), (0, -0.1, 32731, "equator, south"), (0, 0, 32631, "equator"),
    (180, 10, 32601, "antimeridian"), (-180, 10, 32601, "antimeridian"),
    (179.999_999_999_999_97, 10, 32660, "east end"), (190, 10, 32602, "wrapped"),
    (-190, 10, 32659, "wrapped"), (540, 10, 32601, "wrapped"), (3, 90, 32631, "pole"),
    (3, -90, 32731, "pole"),
  ])
  func elsewhereTakesTheZoneOfUTM(longitude: Double, latitude: Double, code: Int, town: String) {
    let place = Position(longitude: longitude, latitude: latitude)
    #expect(ReferenceSystem.suited(to: place) == .epsg(code), "\(town)")
  }

  @Test(arguments: [
    (-61.73, 16.0, 5490), (-61.53, 16.24, 5490), (-61.07, 14.61, 5490), (-63.05, 18.07, 5490),
    (-62.83, 17.90, 5490), (-52.33, 4.93, 2972), (-54.03, 5.49, 2972), (-51.81, 3.90, 2972),
    (55.45, -20.88, 2975), (55.48, -21.34, 2975), (45.23, -12.78, 4471), (-56.17, 46.78, 4467),
  ])
  func overseasTownsTakeTheirLegalSystem(longitude: Double, latitude: Double, code: Int) {
    let place = Position(longitude: longitude, latitude: latitude)
    #expect(ReferenceSystem.suited(to: place) == .epsg(code))
  }

  @Test func coordinatesThatAreNotFiniteCountAsZero() {
    for bad in [Double.nan, .infinity, -.infinity] {
      // Longitude 0 at the equator, then longitude 0 north and 6° E, 45° S.
      #expect(ReferenceSystem.suited(to: Position(x: bad, y: bad)) == .epsg(32631))
      #expect(ReferenceSystem.suited(to: Position(x: bad, y: 60)) == .epsg(32631))
      #expect(ReferenceSystem.suited(to: Position(x: 6, y: bad)) == .epsg(32632))
    }
  }

  @Test func longitudesBeyondHalfATurnAreTakenRoundTheEarth() {
    for (longitude, zone) in [(366.0, 32), (-354, 32), (540, 1), (-180, 1), (180, 1), (179.9, 60)] {
      #expect(
        ReferenceSystem.suited(to: Position(x: longitude, y: 60)) == .epsg(32600 + zone),
        "\(longitude)")
    }
    // 10³⁰⁰ has a remainder too; a zone there is, north or south.
    let far = ReferenceSystem.suited(to: Position(x: 1e300, y: -1e300))
    #expect((32701...32760).contains { far == .epsg($0) })
  }
}
