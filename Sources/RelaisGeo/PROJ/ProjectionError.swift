/// Why coordinates could not be brought from one reference system to another.
public enum ProjectionError: Error, Hashable, Sendable {
  /// The text names no reference system; see ``ReferenceSystem/init(parsing:)`` for what does.
  case notRecognised(text: String)
  /// The registry of systems holds no such code.
  case unknownCode(Int)
  /// The code names something else than plane or geographic coordinates: heights, a globe's centre.
  case notHorizontal(ReferenceSystem, name: String)
  /// Metres were asked of a system that counts in something else: degrees, feet.
  case notMetric(ReferenceSystem, unit: String)
  /// A local plane has no place on earth, so nothing leads to it or from it.
  case noPlaceOnEarth
  /// No transformation between WGS 84 and the system is known here; `detail` is the library's word.
  case noTransformation(ReferenceSystem, detail: String)
  /// The position has no image in the system; `index` counts from 0 in the batch given.
  case outOfDomain(ReferenceSystem, index: Int, position: Position)
  /// The library itself does not work: out of memory, or its registry of systems is not installed.
  case unavailable(detail: String)
}
