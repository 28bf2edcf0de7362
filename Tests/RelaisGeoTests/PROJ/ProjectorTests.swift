import RelaisGeo
import Testing

@Suite struct ProjectorTests {
  /// Nancy's control point, and points that follow from each system's definition alone: a natural
  /// origin, or a central meridian, where the northing is 0.9996 of the meridian's arc (4,984,944.378 m
  /// from the equator to 45° on GRS 80).
  @Test(arguments: [
    (2154, 6.183270, 48.693524, 934_235.941, 6_848_430.456),
    (2154, 3.0, 46.5, 700_000, 6_600_000),
    (32631, 3.0, 45.0, 500_000, 4_982_950.400),
    (32631, 3.0, 0.0, 500_000, 0),
    (32731, 3.0, -45.0, 500_000, 5_017_049.600),
    (5490, -63.0, 45.0, 500_000, 4_982_950.400),
    (2972, -51.0, 45.0, 500_000, 4_982_950.400),
    (2975, 57.0, -45.0, 500_000, 5_017_049.600),
    (4471, 45.0, -45.0, 500_000, 5_017_049.600),
    (4467, -57.0, 45.0, 500_000, 4_982_950.400),
  ])
  func agreesWithControlPoints(
    code: Int, longitude: Double, latitude: Double, easting: Double, northing: Double
  ) throws {
    var projector = try Projector(.epsg(code))
    let place = Position(longitude: longitude, latitude: latitude)
    let point = try projector.forward(place)
    #expect(abs(point.x - easting) < 0.001)
    #expect(abs(point.y - northing) < 0.001)
  }

  @Test func exchangedAxesGoElsewhere() throws {
    var projector = try Projector(.epsg(2154))
    let right = try projector.forward(Position(longitude: 6.183270, latitude: 48.693524))
    let wrong = try projector.forward(Position(longitude: 48.693524, latitude: 6.183270))
    #expect(abs(right.x - wrong.x) > 1_000_000)
    let area = projector.areaOfUse
    #expect(area?.contains(Position(x: 48.693524, y: 6.183270)) == false)
  }

  @Test(arguments: [
    (2154, 2.48, 48.90), (2154, -4.49, 48.39), (2154, 9.45, 42.70), (5490, -61.53, 16.24),
    (2972, -52.33, 4.93), (2975, 55.45, -20.88), (4471, 45.23, -12.78), (4467, -56.17, 46.78),
    (32632, 6.14, 46.20), (32629, -8.61, 41.15), (32756, 151.2, -33.87), (2056, 6.14, 46.20),
    (27572, 6.18, 48.69), (3857, 6.18, 48.69), (3948, 6.18, 48.69),
  ])
  func comesBackToTheMillimetre(code: Int, longitude: Double, latitude: Double) throws {
    var projector = try Projector(.epsg(code))
    let isMetric = projector.isMetric
    #expect(isMetric)
    let places = (0..<50).map {
      Position(longitude: longitude + Double($0) * 0.003, latitude: latitude - Double($0) * 0.002)
    }
    let back = projector.inverse(try projector.forward(places))
    let area = projector.areaOfUse
    for (place, found) in zip(places, back) {
      let found = try #require(found)
      // Another datum's ellipsoid has another height, and plane coordinates forget it both ways.
      let tolerance = code == 2056 ? 0.002 : 0.001
      #expect(Ground.ellipsoid.length(from: place, to: found) < tolerance)
      #expect(area?.contains(place) == true)
    }
  }

  @Test func theBatchAndTheSinglePointAgree() throws {
    var projector = try Projector(.epsg(2154))
    let places = (0..<20).map { Position(longitude: Double($0) * 0.3, latitude: 48) }
    let batch = try projector.forward(places)
    for (place, point) in zip(places, batch) {
      let single = try projector.forward(place)
      #expect(single == point)
      let back = projector.inverse(point)
      let batchBack = projector.inverse([point])
      #expect(back != nil && [back] == batchBack)
    }
    let nowhere = try projector.forward([])
    #expect(nowhere.isEmpty)
    let noPlace = projector.inverse([])
    #expect(noPlace.isEmpty)
  }

  @Test func thePositionWithoutImageIsNamed() throws {
    var projector = try Projector(.epsg(2154))
    let good = Position(longitude: 2, latitude: 48)
    for bad in [
      Position(longitude: 3, latitude: -90), Position(longitude: 3, latitude: 91),
      Position(longitude: 934_235, latitude: 6_848_430), Position(x: .infinity, y: 0),
    ] {
      do throws(ProjectionError) {
        _ = try projector.forward([good, good, bad, good])
        Issue.record("\(bad) has no image")
      } catch {
        #expect(error == .outOfDomain(.epsg(2154), index: 2, position: bad))
      }
    }
    // The projector still works after a failure.
    _ = try projector.forward(good)
  }

  @Test func inverseLeavesHolesForWhatLeadsNowhere() throws {
    var projector = try Projector(.epsg(2154))
    let found = projector.inverse([
      PlanarPoint(x: 934_235.941, y: 6_848_430.456), PlanarPoint(x: .nan, y: 0),
      PlanarPoint(x: 0, y: .infinity), PlanarPoint(x: 1e308, y: -1e308),
      PlanarPoint(x: 700_000, y: 6_600_000),
    ])
    #expect(found[0] != nil)
    #expect(found[1] == nil)
    #expect(found[2] == nil)
    #expect(found[4] != nil)
    var degrees = try Projector(.geographic)
    let asTheyAre = degrees.inverse([
      PlanarPoint(x: 6, y: 48), PlanarPoint(x: 934_235, y: 6_848_430),
      PlanarPoint(x: .nan, y: .nan),
    ])
    #expect(asTheyAre == [Position(x: 6, y: 48), nil, nil])
  }

  @Test func refusesWhatCannotBeProjected() throws {
    #expect(throws: ProjectionError.unknownCode(999_999)) { _ = try Projector(.epsg(999_999)) }
    #expect(throws: ProjectionError.unknownCode(-5)) { _ = try Projector(.epsg(-5)) }
    #expect(throws: ProjectionError.noPlaceOnEarth) { _ = try Projector(.local) }
    // 5720 is a system of heights, 4978 has its origin at the earth's centre.
    for code in [5720, 4978] {
      #expect {
        _ = try Projector(.epsg(code))
      } throws: { error in
        if case .notHorizontal = error as? ProjectionError { true } else { false }
      }
    }
  }

  @Test func metresAreNotAskedOfDegreesOrFeet() throws {
    // 2263: New York in US survey feet; 4275: NTF in degrees; 4326: degrees.
    for code in [2263, 4275, 4326] {
      var projector = try Projector(.epsg(code))
      let isMetric = projector.isMetric
      #expect(!isMetric)
      do throws(ProjectionError) {
        _ = try projector.forward(Position(x: 2, y: 48))
        Issue.record("\(code) does not count in metres")
      } catch {
        guard case .notMetric = error else {
          Issue.record(error)
          return
        }
      }
    }
  }

  @Test func theHorizontalPartOfACompoundSystemServes() throws {
    // 5698: RGF93 / Lambert-93 with NGF-IGN69 heights.
    var projector = try Projector(.epsg(5698))
    let point = try projector.forward(Position(longitude: 3, latitude: 46.5))
    #expect(abs(point.x - 700_000) < 0.001)
  }

  @Test func movesToAnotherTask() async throws {
    @concurrent func easting(by projector: consuming Projector) async throws -> Double {
      try projector.forward(Position(longitude: 3, latitude: 46.5)).x
    }
    let projector = try Projector(.epsg(2154))
    let found = try await easting(by: projector)
    #expect(abs(found - 700_000) < 0.001)
  }
}
