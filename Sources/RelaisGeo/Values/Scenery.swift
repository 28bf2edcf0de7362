/// What a map shows under the streets so that people recognise their town: water, green, squares, buildings, railways.
///
/// Coordinates are those of the streets. No figure comes from it.
public struct Scenery: Hashable, Sendable {
  /// An area filled with one colour.
  public struct Area: Hashable, Sendable {
    /// In the order they are drawn.
    public enum Kind: String, CaseIterable, Sendable { case green, water, square, building }

    public var kind: Kind
    /// `nil` where it bears none.
    public var name: String?
    /// Rings end with their first position again.
    public var shape: Polygon

    /// An area of a kind.
    public init(kind: Kind, name: String? = nil, shape: Polygon) {
      self.kind = kind
      self.name = name
      self.shape = shape
    }
  }

  /// A line: a river may be an area, and is a line besides.
  public struct Line: Hashable, Sendable {
    /// In the order they are drawn.
    public enum Kind: String, CaseIterable, Sendable { case stream, river, railway }

    public var kind: Kind
    /// `nil` where it bears none.
    public var name: String?
    public var path: [Position]

    /// A line of a kind.
    public init(kind: Kind, name: String? = nil, path: [Position]) {
      self.kind = kind
      self.name = name
      self.path = path
    }
  }

  /// In the order of their sources.
  public var areas: [Area]
  /// In the order of their sources.
  public var lines: [Line]

  /// Nothing is known of it unless given.
  public init(areas: [Area] = [], lines: [Line] = []) {
    self.areas = areas
    self.lines = lines
  }

  /// Whether there is nothing to draw.
  public var isEmpty: Bool { areas.isEmpty && lines.isEmpty }
}
