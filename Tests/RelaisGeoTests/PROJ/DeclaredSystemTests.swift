import RelaisGeo
import Testing

@Suite struct DeclaredSystemTests {
  /// As Esri's programs write Lambert-93, under a name of the town's own.
  static func lambert93(falseEasting: Int = 700_000) -> String {
    """
    PROJCS["Projection de la ville",GEOGCS["GCS_RGF_1993",DATUM["D_RGF_1993",\
    SPHEROID["GRS_1980",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],\
    UNIT["Degree",0.0174532925199433]],PROJECTION["Lambert_Conformal_Conic"],\
    PARAMETER["False_Easting",\(falseEasting).0],PARAMETER["False_Northing",6600000.0],\
    PARAMETER["Central_Meridian",3.0],PARAMETER["Standard_Parallel_1",44.0],\
    PARAMETER["Standard_Parallel_2",49.0],PARAMETER["Latitude_Of_Origin",46.5],UNIT["Meter",1.0]]
    """
  }

  @Test func aDefinitionOfARegisteredSystemIsIdentified() throws {
    let found = try #require(try DeclaredSystem.recognised(Self.lambert93()))
    #expect(found.system == .registered(.epsg(2154)))
    #expect(found.isIdentified)
  }

  @Test func aDefinitionNobodyRegisteredIsUsedAsItIs() throws {
    let found = try #require(try DeclaredSystem.recognised(Self.lambert93(falseEasting: 1_700_000)))
    #expect(!found.isIdentified)
    #expect(found.system.description == "Projection de la ville")
    var own = try Projector(found.system)
    var registered = try Projector(.epsg(2154))
    // A million metres east in its own system is the same place in Lambert-93.
    let place = own.inverse(PlanarPoint(x: 1_934_235.941, y: 6_848_430.456))
    let same = registered.inverse(PlanarPoint(x: 934_235.941, y: 6_848_430.456))
    #expect(Ground.ellipsoid.length(from: try #require(place), to: try #require(same)) < 0.001)
  }

  @Test(arguments: [
    """
    GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],\
    PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]
    """,
    """
    GEOGCS["GCS_RGF_1993",DATUM["D_RGF_1993",SPHEROID["GRS_1980",6378137.0,298.257222101]],\
    PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]
    """,
  ])
  func degreesWithoutACodeAreDegrees(definition: String) throws {
    let found = try #require(try DeclaredSystem.recognised(definition))
    #expect(found.system == .registered(.geographic))
  }

  @Test(arguments: ["IGNF:NOWHERE", "EPSG:999999", "EPSG:1", "Lambert de la ville", "PROJCS[", ""])
  func unknownNamesAreNoSystem(text: String) throws {
    #expect(try DeclaredSystem.recognised(text) == nil)
  }

  /// One place in the two systems of the old French datum, the one in degrees going through the grid.
  @Test func lambertIIGoesThroughTheFrenchGrid() throws {
    var lambert = try Projector(.epsg(27572))
    var degrees = try Projector(.epsg(4275))
    let a = try unwrapped(
      lambert.inverse(PlanarPoint(x: 883_207.838870318, y: 2_417_483.826555973)))
    let b = try unwrapped(degrees.inverse(PlanarPoint(x: 6.183838968457, y: 48.693594746763)))
    #expect(Ground.ellipsoid.length(from: a, to: b) < 0.1)
    let place = Position(longitude: 6.18327, latitude: 48.693524)
    #expect(Ground.ellipsoid.length(from: a, to: place) < 0.1)
    #expect(try unwrapped(lambert.lastAccuracy()) <= 1)
  }

  @Test(arguments: [4937, 4965, 4979])
  func heightsOfDegreesAreDropped(code: Int) throws {
    #expect(ReferenceSystem.epsg(code).isGeographic)
  }

  private func unwrapped<Value>(_ value: Value?) throws -> Value { try #require(value) }
}
