public import RelaisGeo

/// How far around the study area streets are read, whatever the size of their files.
///
/// What is computed depends on what lies inside ``box`` alone. No walk of at most ``reach`` that starts in the study
/// area leaves the box, so such walks are those of the whole network; longer ones may be shorter in truth.
public struct ReadingArea: Hashable, Sendable {
  /// The least reach, metres: so far around a town everything is read.
  public static let leastReach = Length(metres: 2000)

  /// The box around the study area itself.
  public let core: Envelope
  /// From which distance on a walk may be shorter outside the box.
  public let reach: Length
  /// What is read, sides included.
  public let box: Envelope
  /// The part of the box where a street that is cut matters: the study area and the largest budget around it, at most
  /// half the reach.
  public let inner: Envelope

  /// The area around a study area.
  ///
  /// - Parameters:
  ///   - core: The box around it; not empty.
  ///   - budget: The largest.
  ///   - walk: The longest walk to school; zero where nobody walks to school.
  ///   - ground: What the coordinates stand on.
  public init(
    around core: Envelope, budget: Length, walk: Length = .zero, on ground: Ground
  ) {
    self.core = core
    reach = max(ReadingArea.leastReach, budget, walk)
    box = ReadingArea.widened(core, by: reach, on: ground)
    inner = ReadingArea.widened(
      core, by: min(budget, Length(millimetres: reach.millimetres / 2)), on: ground)
  }

  /// Whether streets that are asked for walks of a budget are read just so far: neither less far, nor farther.
  public func serves(_ budget: Length, walk: Length) -> Bool {
    reach == max(ReadingArea.leastReach, budget, walk)
  }

  /// Whether nothing of a shape may lie inside the box; a shape without a position lies nowhere, and is for others to
  /// judge.
  public func isBeyond(_ geometry: Geometry?) -> Bool {
    guard let shape = geometry?.envelope, !shape.isEmpty else { return false }
    return !box.intersects(shape)
  }

  /// The box widened on every side, by a thousandth more than asked: degrees are shorter at one side of it than at
  /// the other, and a box a little too large changes nothing.
  private static func widened(_ box: Envelope, by length: Length, on ground: Ground) -> Envelope {
    let metres = length.metres * 1.001
    guard ground == .ellipsoid else {
      return Envelope(
        minX: box.minX - metres, minY: box.minY - metres, maxX: box.maxX + metres,
        maxY: box.maxY + metres)
    }
    // A degree of latitude is shortest at the equator, one of longitude nearest to a pole.
    let north = metres / Ground.metresPerDegree(atLatitude: 0).y
    let minY = max(-90, box.minY - north)
    let maxY = min(90, box.maxY + north)
    let farthest = max(abs(minY), abs(maxY))
    let perDegree = Ground.metresPerDegree(atLatitude: farthest).x
    let east = perDegree > 1 ? min(360, metres / perDegree) : 360
    return Envelope(
      minX: max(-180, box.minX - east), minY: minY, maxX: min(180, box.maxX + east), maxY: maxY)
  }
}
