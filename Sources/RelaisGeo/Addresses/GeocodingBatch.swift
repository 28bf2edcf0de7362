import Dispatch
import Foundation

/// Matches many addresses on all cores; the number of cores never shows in the result.
public struct GeocodingBatch: ~Copyable {
  private var geocoders: [Geocoder]
  private var projector: Projector?

  /// The system of `x` and `y`, for where the base lies.
  public let system: ReferenceSystem?

  public init(_ base: AddressBase) throws(ProjectionError) {
    let geocoder = Geocoder(base)
    let cores = max(1, ProcessInfo.processInfo.activeProcessorCount)
    geocoders = [Geocoder](repeating: geocoder, count: cores)
    system = base.communes.first.map { .suited(to: $0.position) }
    projector = nil
    if let system { projector = try Projector(system) }
  }

  /// How many addresses keep all cores busy for some tenths of a second.
  public var size: Int { 1500 * geocoders.count }

  /// The matches, in the order of the addresses.
  public mutating func match(_ inputs: [AddressInput]) -> [GeocodingMatch] {
    let parts = max(1, min(geocoders.count, inputs.count / 50))
    guard parts > 1 else { return inputs.map { geocoders[0].match($0) } }
    var results = [[GeocodingMatch]](repeating: [], count: parts)
    geocoders.withUnsafeMutableBufferPointer { geocoders in
      results.withUnsafeMutableBufferPointer { results in
        // Each part has a geocoder and a place of its own.
        nonisolated(unsafe) let workers = geocoders.baseAddress.unsafelyUnwrapped
        nonisolated(unsafe) let places = results.baseAddress.unsafelyUnwrapped
        DispatchQueue.concurrentPerform(iterations: parts) { part in
          let range = (inputs.count * part / parts)..<(inputs.count * (part + 1) / parts)
          places[part] = inputs[range].map { workers[part].match($0) }
        }
      }
    }
    return results.flatMap { $0 }
  }

  /// A position in ``system``; `nil` where it has no image.
  public mutating func point(_ position: Position) -> PlanarPoint? {
    guard projector != nil else { return nil }
    return try? projector?.forward(position)
  }
}
