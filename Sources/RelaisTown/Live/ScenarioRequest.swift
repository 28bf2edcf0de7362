import CoverageEngine
import RelaisFormats
public import RelaisGeo

/// What somebody wants to try: relays that come, relays that leave, how far, and when.
public struct ScenarioRequest: Sendable {
  public enum Place: Hashable, Sendable {
    /// Anywhere; without hours its hours are unknown, as those of a relay that gave none.
    case point(Position, openingHours: String? = nil)
    /// A candidate by its identifier, in whichever source.
    case candidate(String)
  }

  public var added: [Place] = []
  /// Present relays by their codes; a code that stands twice counts once.
  public var removed: [String] = []
  /// Candidates among those who come.
  public var candidates: Set<String> {
    Set(
      added.compactMap { place in
        if case .candidate(let id) = place { id } else { nil }
      })
  }
  /// Metres, the first the main one; none for those of the territory.
  public var distances: [Double] = []
  /// `nil` for whatever the hours.
  public var moment: TimeRequest.Moment?

  public init() {}

  /// Places a request may add, and relays it may name.
  public static let placeLimit = 500
  /// Metres that may be asked for.
  public static let distances = 1...5000

  /// Reads the body of a request:
  ///
  /// ```
  /// {"add": [{"lon": 6.18, "lat": 48.69, "opening_hours": "Mo-Sa 08:00-19:00"}, {"candidate": "node/1"}],
  ///  "remove": ["12"], "distance_m": 300, "at": "2026-11-23T08:00"}
  /// ```
  ///
  /// Every member may be missing; `"window": "morning"` may stand for `at`. No other member is known, and none is
  /// passed over.
  ///
  /// - Throws: ``RequestError``.
  public init(json bytes: [UInt8]) throws(RequestError) {
    let value: JSONValue
    do { value = try JSONValue(bytes) } catch { throw .notJSON(at: error.offset) }
    guard case .object(let members) = value else { throw .notJSON(at: 0) }
    var time: (at: String?, window: String?)
    for (name, value) in members.sorted(by: { $0.key < $1.key }) {
      switch (name, value) {
      case (_, .null): continue
      case ("add", .array(let places)):
        added = []
        for place in places { added.append(try Place(place)) }
      case ("remove", .array(let codes)):
        removed = []
        for code in codes {
          guard case .string(let code) = code else { throw .badMember(name) }
          removed.append(code)
        }
      case ("distance_m", .number(let metres)): distances = [metres]
      case ("at", .string(let text)): time.at = text
      case ("window", .string(let text)): time.window = text
      default: throw .badMember(name)
      }
    }
    moment = try TimeRequest.Moment(at: time.at, window: time.window)
  }
}

extension ScenarioRequest.Place {
  fileprivate init(_ value: JSONValue) throws(RequestError) {
    guard case .object(let members) = value else { throw .badMember("add") }
    let known: Set = ["lon", "lat", "opening_hours", "candidate"]
    if let other = members.keys.filter({ !known.contains($0) }).min() { throw .badMember(other) }
    switch (members["candidate"], members["lon"], members["lat"], members["opening_hours"]) {
    case (.string(let id), nil, nil, nil): self = .candidate(id)
    case (nil, .number(let lon), .number(let lat), let hours):
      let position = Position(longitude: lon, latitude: lat)
      guard position.isGeographic else { throw .badMember("lon, lat") }
      switch hours {
      case nil, .null: self = .point(position)
      case .string(let text) where text.utf8.count <= 1000:
        self = .point(position, openingHours: text)
      default: throw .badMember("opening_hours")
      }
    default: throw .badMember("add")
    }
  }
}
