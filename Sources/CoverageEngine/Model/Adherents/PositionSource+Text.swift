import RelaisGeo

extension PositionSource {
  /// As the registry keeps it.
  public var text: String {
    switch self {
    case .file: "file"
    case .hand: "hand"
    case .map: "map"
    case .address(let kind): kind.rawValue
    case .words(let words): words
    }
  }

  public init(_ text: String) {
    switch text {
    case "file": self = .file
    case "hand": self = .hand
    case "map": self = .map
    default: self = GeocodingMatch.Kind(rawValue: text).map { .address($0) } ?? .words(text)
    }
  }
}

extension PositionQuality {
  /// What stands at the end of a quality that asks for a person's eye.
  private static let mark = "check"

  /// As the registry keeps it.
  public var text: String {
    switch self {
    case .score(let score, let isSure): "\(score)" + (isSure ? "" : " " + Self.mark)
    case .words(let words): words
    }
  }

  public init(_ text: String) {
    let isSure = !text.hasSuffix(" " + Self.mark)
    let number = Double(isSure ? text : String(text.dropLast(Self.mark.count + 1)))
    let score = number.map { PositionQuality.score($0, isSure: isSure) }
    self = score?.text == text ? score ?? .words(text) : .words(text)
  }

  /// Whether a person should look at it.
  public var needsCheck: Bool {
    switch self {
    case .score(_, let isSure): !isSure
    case .words(let words): words.hasSuffix(Self.mark)
    }
  }
}
