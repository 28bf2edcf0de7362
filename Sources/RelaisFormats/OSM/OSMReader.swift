import COsmium
import Foundation
public import RelaisGeo

/// What of OpenStreetMap files carries some keys, read through libosmium.
///
/// One pass, for all that is asked of a file; node locations met on the way are kept up to a limit, so
/// that an ordinary extract is inflated once. Ways and nodes may come in any order.
///
/// Several files are one map. An object known several times, by them or by one file, is taken in its
/// newest version, and not at all if it is no more; that takes two passes more.
public final class OSMReader {
  /// The container, recognised by content and not by the file's name.
  public enum Container: String, Sendable {
    case pbf
    case xml = "osm"
    case xmlGzip = "osm.gz"
    case xmlBzip2 = "osm.bz2"
  }

  /// A file to read.
  public struct File: Hashable, Sendable {
    public var path: String
    public var container: Container

    public init(_ path: String, _ container: Container) {
      self.path = path
      self.container = container
    }
  }

  /// 16 M nodes, 256 MB: beyond, locations are read in a second pass.
  private static let keptNodes: Int64 = 16 << 20

  let handle: OpaquePointer
  /// What the files that are compressed hold, for as long as they may be read.
  private let extracts: [PlainExtract]
  /// In the order that was asked for; ways and points bear their numbers.
  public let files: [File]
  public let keys: [String]

  /// The first of the files.
  public var file: String { files[0].path }

  /// What is asked of a file: the values of all keys, of ways and nodes that carry one of the first.
  public struct Question: Sendable {
    public var keys: [String]
    /// How many of the keys make a way wanted.
    public var ofWays: Int
    /// Of those that do so with one value only, that value.
    public var wayValues: [String: String]
    /// The same for a node; 0 for no nodes.
    public var ofPoints: Int
    /// Whether multipolygon relations are wanted by the same keys as ways.
    public var readsAreas: Bool
    /// Whether what crosses the side of a box is read whole: locations are then found beyond it too.
    public var keepsWhole: Bool

    public init(
      _ keys: [String], ofWays: Int = 1, wayValues: [String: String] = [:], ofPoints: Int = 0,
      readsAreas: Bool = false, keepsWhole: Bool = false
    ) {
      self.keys = keys
      self.ofWays = ofWays
      self.wayValues = wayValues
      self.ofPoints = ofPoints
      self.readsAreas = readsAreas
      self.keepsWhole = keepsWhole
    }
  }

  private init(
    _ handle: OpaquePointer, _ extracts: [PlainExtract], files: [File], keys: [String]
  ) {
    self.handle = handle
    self.extracts = extracts
    self.files = files
    self.keys = keys
  }

  /// Reads what one question asks one file for.
  ///
  /// - Parameter box: Degrees; nodes outside are as if the file lacked them, and ways without a node inside are left
  ///   out. `nil` for everything.
  /// - Throws: ``FormatError/damaged(file:place:detail:)`` with libosmium's message.
  public convenience init(
    file: String, container: Container, _ question: Question, inside box: Envelope? = nil
  ) throws(FormatError) {
    try self.init(files: [File(file, container)], question, inside: box)
  }

  /// Reads what one question asks for.
  ///
  /// - Parameters:
  ///   - files: At least one.
  ///   - box: As for one file.
  /// - Throws: ``FormatError/damaged(file:place:detail:)`` with libosmium's message.
  public convenience init(
    files: [File], _ question: Question, inside box: Envelope? = nil
  ) throws(FormatError) {
    let (handles, extracts) = try OSMReader.handles(files, [question], inside: box)
    self.init(handles[0], extracts, files: files, keys: question.keys)
  }

  /// Reads what several questions ask for, in the same pass; a reader for each.
  ///
  /// - Parameters:
  ///   - files: At least one.
  ///   - box: As for one question.
  /// - Throws: ``FormatError/damaged(file:place:detail:)`` with libosmium's message.
  public static func read(
    files: [File], _ questions: [Question], inside box: Envelope? = nil
  ) throws(FormatError) -> [OSMReader] {
    let (handles, extracts) = try handles(files, questions, inside: box)
    return zip(questions, handles).map {
      OSMReader($1, extracts, files: files, keys: $0.keys)
    }
  }

  private static func handles(
    _ files: [File], _ questions: [Question], inside box: Envelope?
  ) throws(FormatError) -> ([OpaquePointer], [PlainExtract]) {
    precondition(!files.isEmpty)
    var extracts: [PlainExtract?] = []
    // What is gzip alone is inflated by libosmium.
    for file in files {
      extracts.append(file.container == .xmlGzip ? nil : try PlainExtract.of(file.path))
    }
    let places = zip(files, extracts).map { $1?.path ?? $0.path }
    for (file, place) in zip(files, places) where file.container == .pbf {
      try PBFBlobs.check(place, named: file.path)
    }
    var message = [CChar](repeating: 0, count: Int(RELAIS_OSM_MESSAGE))
    let pointers = questions.flatMap(\.keys).map { strdup($0) }
    let values = questions.flatMap { question in
      question.keys.map { key in question.wayValues[key].map { strdup($0) } ?? nil }
    }
    let paths = zip(files, places).flatMap { [strdup($1), strdup($0.container.rawValue)] }
    defer { for pointer in pointers + values + paths { free(pointer) } }
    let sources = files.indices.map {
      relais_osm_file(path: paths[2 * $0], format: paths[2 * $0 + 1])
    }
    var failed: Int32 = 0
    let borrowed: [UnsafePointer<CChar>?] = (pointers + values).map { UnsafePointer($0) }
    var handles = [OpaquePointer?](repeating: nil, count: questions.count)
    let status = borrowed.withUnsafeBufferPointer { keys in
      var first = 0
      let asked = questions.map { question in
        defer { first += question.keys.count }
        return relais_osm_question(
          keys: keys.baseAddress.map { $0 + first }, key_count: Int32(question.keys.count),
          way_keys: Int32(question.ofWays),
          way_values: keys.baseAddress.map { $0 + pointers.count + first },
          point_keys: Int32(question.ofPoints),
          reads_areas: question.readsAreas ? 1 : 0, keeps_whole: question.keepsWhole ? 1 : 0)
      }
      func read(_ box: UnsafePointer<relais_osm_box>?) -> Int32 {
        relais_osm_read(
          sources, Int32(sources.count), asked, Int32(asked.count), Self.keptNodes, box, &handles,
          &failed, &message)
      }
      return box.map { withUnsafePointer(to: relais_osm_box($0), read) } ?? read(nil)
    }
    // −1 on failure, with a message and no handle.
    guard status == 0 else {
      let (file, place) = (files[Int(failed)].path, places[Int(failed)])
      throw OSMReader.refusal(of: file, OSMReader.text(message).replacing(place, with: file))
    }
    return (handles.compactMap { $0 }, extracts.compactMap { $0 })
  }

  deinit { relais_osm_free(handle) }

  /// The ways, borrowed from the reader for the time of the call.
  public func withWays<Result>(_ body: (OSMWays) throws -> Result) rethrows -> Result {
    let ways = relais_osm_ways_of(handle)
    return try body(
      OSMWays(
        ids: UnsafeBufferPointer(start: ways.way_ids, count: Int(ways.way_count)),
        firstNode: UnsafeBufferPointer(start: ways.first_node, count: Int(ways.way_count) + 1),
        nodeIDs: UnsafeBufferPointer(
          start: ways.node_ids, count: Int(ways.first_node[Int(ways.way_count)])),
        tags: UnsafeBufferPointer(start: ways.tags, count: Int(ways.way_count) * keys.count),
        keyCount: keys.count, textCount: Int(ways.text_count),
        beyondCounts: files.indices.map { Int(ways.beyond_counts[$0]) },
        files: UnsafeBufferPointer(
          start: ways.files, count: ways.files == nil ? 0 : Int(ways.way_count))))
  }

  /// All values, by number; 0 is the absent one. Invalid UTF-8 is repaired.
  public func texts() -> [String] {
    let count = relais_osm_ways_of(handle).text_count
    return (0..<count).map { number in
      var length: UInt32 = 0
      // Never NULL for a number below the count.
      guard let bytes = relais_osm_text(handle, number, &length) else { return "" }
      return bytes.withMemoryRebound(to: UInt8.self, capacity: Int(length)) {
        String(decoding: UnsafeBufferPointer(start: $0, count: Int(length)), as: UTF8.self)
      }
    }
  }

  /// What the server that made a file wrote of a failure, by file; `nil` where it wrote nothing.
  public var remarks: [String?] {
    files.indices.map { file in
      let text = String(cString: relais_osm_remark(handle, Int32(file)))
        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return text.isEmpty ? nil : text
    }
  }

  /// The nodes asked for, in file order.
  public func points() -> [OSMPoint] {
    let points = relais_osm_points_of(handle)
    return (0..<Int(points.count)).map { index in
      OSMPoint(
        id: points.ids[index],
        file: points.files == nil ? 0 : Int(points.files[index]),
        position: points.latitudes[index] == .max
          ? nil
          : Position(
            longitude: Double(points.longitudes[index]) / 1e7,
            latitude: Double(points.latitudes[index]) / 1e7),
        tags: (0..<keys.count).map { points.tags[index * keys.count + $0] })
    }
  }

  /// Locations of nodes, `nil` for those the file lacks.
  ///
  /// - Parameter ids: strictly increasing.
  public func locations(of ids: [Int64]) throws(FormatError) -> OSMLocations {
    var message = [CChar](repeating: 0, count: Int(RELAIS_OSM_MESSAGE))
    var longitudes = [Int32](repeating: 0, count: ids.count)
    var latitudes = [Int32](repeating: 0, count: ids.count)
    let found = relais_osm_locate(
      handle, ids, Int64(ids.count), &longitudes, &latitudes, &message)
    // −1 on failure, with a message.
    guard found >= 0 else {
      throw FormatError.damaged(file: file, place: nil, detail: OSMReader.text(message))
    }
    return OSMLocations(longitudes: longitudes, latitudes: latitudes, found: Int(found))
  }

  /// Why a file cannot be read; a sound one may be compressed as libosmium was not built to read here.
  static func refusal(of file: String, _ detail: String) -> FormatError {
    for compression in ["lz4", "zstd", "lzma"]
    where detail.contains("\(compression) blobs not supported") {
      return .unknownFormat(file: file, looksLike: "osm-pbf-\(compression)")
    }
    return .damaged(file: file, place: nil, detail: detail)
  }

  static func text(_ message: [CChar]) -> String {
    String(decoding: message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

/// A node with tags.
public struct OSMPoint: Hashable, Sendable {
  public var id: Int64
  /// The number of its file.
  public var file: Int
  /// `nil` where the file gives no location.
  public var position: Position?
  /// Text numbers in the order of the keys; 0 where the node lacks the key.
  public var tags: [UInt32]
}

/// Ways as flat arrays, in file order.
public struct OSMWays {
  public let ids: UnsafeBufferPointer<Int64>
  /// One per way and one more: where its nodes begin in `nodeIDs`.
  public let firstNode: UnsafeBufferPointer<UInt64>
  public let nodeIDs: UnsafeBufferPointer<Int64>
  /// `keyCount` text numbers per way, in the order of the keys; 0 where the way lacks the key.
  public let tags: UnsafeBufferPointer<UInt32>
  public let keyCount: Int
  public let textCount: Int
  /// One per file: ways asked for that have no node inside the box that was asked for, and are left
  /// out.
  public let beyondCounts: [Int]
  /// One per way where there are several files, else none.
  let files: UnsafeBufferPointer<Int32>

  public var count: Int { ids.count }

  /// The number of a way's file.
  public func file(_ way: Int) -> Int { files.isEmpty ? 0 : Int(files[way]) }
}

/// Node locations, in 1e-7 degrees.
public struct OSMLocations: Sendable {
  public let longitudes: [Int32]
  public let latitudes: [Int32]
  /// How many of the asked nodes the file has.
  public let found: Int

  /// The location of the node asked for at an index.
  @inlinable
  public func position(_ index: Int) -> Position? {
    latitudes[index] == .max
      ? nil
      : Position(
        longitude: Double(longitudes[index]) / 1e7, latitude: Double(latitudes[index]) / 1e7)
  }
}

extension relais_osm_box {
  /// The box in whole 1e-7 degrees, rounded outwards.
  init(_ box: Envelope) {
    func degrees(_ value: Double, _ limit: Double, _ rule: FloatingPointRoundingRule) -> Int32 {
      Int32((min(max(value, -limit), limit) * 1e7).rounded(rule))
    }
    self.init(
      min_longitude: degrees(box.minX, 180, .down), min_latitude: degrees(box.minY, 90, .down),
      max_longitude: degrees(box.maxX, 180, .up), max_latitude: degrees(box.maxY, 90, .up))
  }
}
