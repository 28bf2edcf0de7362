import COsmium
import Foundation
public import RelaisGeo

/// Pieces of an OpenStreetMap file, each an extract (PBF) of its own that holds what lies in a box.
///
/// What a ``OSMReader`` is asked of a piece, inside the piece's box, it answers as it would of the whole file inside
/// that box: the same objects, with all their tags, in the same order.
public struct OSMPieces {
  /// An extract to be made.
  public struct Piece: Hashable, Sendable {
    /// No file may be there yet.
    public var path: String
    /// Degrees.
    public var box: Envelope

    public init(_ path: String, _ box: Envelope) {
      self.path = path
      self.box = box
    }
  }

  /// Ways of each piece.
  public var wayCounts: [Int]
  /// Ways asked for that lie in no piece.
  public var beyond: Int

  /// Cuts a file, in three or four passes over it, whatever the number of pieces.
  ///
  /// - Parameters:
  ///   - questions: What the pieces will be asked.
  ///   - generator: The program that pieces name as their maker.
  /// - Throws: ``FormatError/damaged(file:place:detail:)`` with libosmium's message.
  public init(
    of file: OSMReader.File, into pieces: [Piece], for questions: [OSMReader.Question],
    generator: String
  ) throws(FormatError) {
    // What is gzip alone is inflated by libosmium.
    let extract = file.container == .xmlGzip ? nil : try PlainExtract.of(file.path)
    let place = extract?.path ?? file.path
    if file.container == .pbf { try PBFBlobs.check(place, named: file.path) }
    let ofWays = questions.flatMap { $0.keys.prefix($0.ofWays) }
    let ofPoints = questions.flatMap { $0.keys.prefix($0.ofPoints) }
    let texts =
      (ofWays + ofPoints + pieces.map(\.path) + [place, file.container.rawValue, generator])
      .map { strdup($0) }
    defer { for text in texts { free(text) } }
    let borrowed: [UnsafePointer<CChar>?] = texts.map { UnsafePointer($0) }
    let paths = ofWays.count + ofPoints.count
    let last = paths + pieces.count
    let made = pieces.enumerated().map { number, piece in
      relais_osm_piece(path: borrowed[paths + number], box: relais_osm_box(piece.box))
    }
    var source = relais_osm_file(path: borrowed[last], format: borrowed[last + 1])
    var message = [CChar](repeating: 0, count: Int(RELAIS_OSM_MESSAGE))
    var counts = [Int64](repeating: 0, count: pieces.count)
    var beyond: Int64 = 0
    let status = borrowed.withUnsafeBufferPointer { keys in
      var selection = relais_osm_selection(
        way_keys: keys.baseAddress, way_key_count: Int32(ofWays.count),
        point_keys: keys.baseAddress.map { $0 + ofWays.count },
        point_key_count: Int32(ofPoints.count), generator: borrowed[last + 2])
      return relais_osm_split(
        &source, made, Int64(made.count), &selection, &counts, &beyond, &message)
    }
    // −1 on failure, with a message.
    guard status == 0 else {
      throw OSMReader.refusal(
        of: file.path, OSMReader.text(message).replacing(place, with: file.path))
    }
    withExtendedLifetime(extract) {}
    wayCounts = counts.map { Int($0) }
    self.beyond = Int(beyond)
  }
}
