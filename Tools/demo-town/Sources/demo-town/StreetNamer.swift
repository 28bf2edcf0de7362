/// A street as people know it: one name over one or several lines, in order.
struct NamedStreet {
  /// One line of the street, and whether it is gone along against its drawing.
  struct Piece {
    let line: Int
    let isReversed: Bool
  }

  let name: String
  let pieces: [Piece]
}

/// Gives the streets their names, one to each continuous street.
///
/// Where two unnamed lines end at one node and go nearly straight on, they are one street
/// (a *stroke*: Thomson and Richardson, 1999); a name never serves twice.
struct StreetNamer {
  private var random: SeededGenerator
  private var used: Set<String> = []
  private var queues: [(style: ZoneStyle, subjects: [String])] = []

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed, stream: 6)
  }

  /// Names every line that awaits a name.
  ///
  /// - Returns: All the town's named streets, planned ones first.
  mutating func name(_ town: inout Town) -> [NamedStreet] {
    for line in town.graph.lines { if let name = line.name { used.insert(name) } }
    let strokes = strokes(of: town.graph)
    for stroke in strokes {
      let length = stroke.reduce(0) {
        $0 + Polyline.length(town.graph.geometry(of: $1.line))
      }
      let first = town.graph.lines[stroke[0].line]
      let isDeadEnd = stroke.count == 1 && !first.isStructural
      if isDeadEnd, length < 42 || (first.kind == .pedestrian && random.chance(0.3)) { continue }
      let middle = Polyline.place(
        on: town.graph.geometry(of: stroke[stroke.count / 2].line), at: length / 4
      ).point
      let style = Zone.at(middle).style
      let types = StreetNamePool.types(
        of: first.kind, style: style, isDeadEnd: isDeadEnd, length: length)
      let name =
        isDeadEnd
        ? parentName(of: stroke[0].line, types: types, in: town) ?? freshName(types, style: style)
        : freshName(types, style: style)
      used.insert(name)
      for piece in stroke { town.graph.lines[piece.line].name = name }
    }
    return Self.streets(of: town.graph)
  }

  /// A dead end often has the name of the street it leaves.
  private mutating func parentName(of line: Int, types: [String], in town: Town) -> String? {
    guard random.chance(0.45), let mouth = town.graph.nodes(of: line).first else { return nil }
    for segment in town.graph.incident[mouth] {
      guard let parent = town.graph.lines[town.graph.segments[segment].line].name,
        let subject = ["Rue ", "Avenue "].first(where: { parent.hasPrefix($0) })
      else { continue }
      let name = types[0] + " " + parent.dropFirst(subject.count)
      if !used.contains(name) { return name }
    }
    return nil
  }

  /// The next unused name of a quarter.
  private mutating func freshName(_ types: [String], style: ZoneStyle) -> String {
    if !queues.contains(where: { $0.style == style }) {
      queues.append((style, random.shuffled(StreetNamePool.subjects(of: style))))
    }
    guard let queue = queues.firstIndex(where: { $0.style == style }) else { return types[0] }
    let subjects = queues[queue].subjects
    for type in types {
      for position in subjects.indices {
        let name = type + " " + subjects[position]
        guard !used.contains(name) else { continue }
        // The subject goes to the end, so that its next use is far away.
        queues[queue].subjects.append(queues[queue].subjects.remove(at: position))
        return name
      }
    }
    preconditionFailure("no name is left for \(style)")
  }

  // MARK: Strokes

  /// The unnamed lines joined to continuous streets, none longer than some 800 m.
  private func strokes(of graph: StreetGraph) -> [[NamedStreet.Piece]] {
    let lines = graph.lines.indices.filter {
      graph.lines[$0].awaitsName && !graph.lines[$0].segments.isEmpty
    }
    var endings = [[(line: Int, atStart: Bool)]](repeating: [], count: graph.points.count)
    for line in lines {
      let nodes = graph.nodes(of: line)
      guard nodes.count > 1, nodes[0] != nodes[nodes.count - 1] else { continue }
      endings[nodes[0]].append((line, true))
      endings[nodes[nodes.count - 1]].append((line, false))
    }
    // The line that continues each line, beyond its start and beyond its end.
    var next = [[(line: Int, atStart: Bool)?]](
      repeating: [nil, nil], count: graph.lines.count)
    for ends in endings where ends.count > 1 {
      var pairs: [(straightness: Double, first: Int, second: Int)] = []
      for first in ends.indices {
        for second in ends.indices where second > first {
          let (a, b) = (ends[first], ends[second])
          guard a.line != b.line, graph.lines[a.line].kind.isStreet,
            graph.lines[b.line].kind.isStreet
          else { continue }
          let turn = heading(from: a, in: graph).dot(heading(from: b, in: graph))
          if turn < -0.86 { pairs.append((turn, first, second)) }
        }
      }
      pairs.sort { ($0.straightness, $0.first, $0.second) < ($1.straightness, $1.first, $1.second) }
      var taken: [Int] = []
      for pair in pairs where !taken.contains(pair.first) && !taken.contains(pair.second) {
        taken += [pair.first, pair.second]
        let (a, b) = (ends[pair.first], ends[pair.second])
        next[a.line][a.atStart ? 0 : 1] = b
        next[b.line][b.atStart ? 0 : 1] = a
      }
    }
    return follow(lines, next: next, in: graph)
  }

  /// The direction in which a line leaves one of its ends.
  private func heading(
    from end: (line: Int, atStart: Bool), in graph: StreetGraph
  ) -> Point {
    let points = graph.geometry(of: end.line)
    let ordered = end.atStart ? points : points.reversed()
    let place = Polyline.place(on: ordered, at: 20).point
    return (place - ordered[0]).direction
  }

  private func follow(
    _ lines: [Int], next: [[(line: Int, atStart: Bool)?]], in graph: StreetGraph
  ) -> [[NamedStreet.Piece]] {
    var taken = [Bool](repeating: false, count: graph.lines.count)
    var strokes: [[NamedStreet.Piece]] = []
    for line in lines where !taken[line] {
      taken[line] = true
      var stroke = [NamedStreet.Piece(line: line, isReversed: false)]
      var length = Polyline.length(graph.geometry(of: line))
      for isForward in [true, false] {
        var here = next[line][isForward ? 1 : 0]
        while let step = here, !taken[step.line], length < 800 {
          taken[step.line] = true
          length += Polyline.length(graph.geometry(of: step.line))
          let piece = NamedStreet.Piece(
            line: step.line, isReversed: step.atStart != isForward)
          if isForward { stroke.append(piece) } else { stroke.insert(piece, at: 0) }
          here = next[step.line][step.atStart ? 1 : 0]
        }
      }
      strokes.append(stroke)
    }
    return strokes
  }

  // MARK: Streets by name

  /// All named streets, their lines in the order of house numbers: from the end nearest to the
  /// market square, each time to the nearest line left.
  private static func streets(of graph: StreetGraph) -> [NamedStreet] {
    var order: [String] = []
    var groups: [String: [Int]] = [:]
    for index in graph.lines.indices {
      guard let name = graph.lines[index].name, graph.lines[index].kind.isStreet,
        !graph.lines[index].segments.isEmpty
      else { continue }
      if groups[name] == nil { order.append(name) }
      groups[name, default: []].append(index)
    }
    return order.map { name in
      var left = groups[name] ?? []
      var pieces: [NamedStreet.Piece] = []
      var here = Point(0, 0)
      while !left.isEmpty {
        var best = (position: 0, isReversed: false, distance: Double.infinity)
        for (position, line) in left.enumerated() {
          let points = graph.geometry(of: line)
          for (end, isReversed) in [(points[0], false), (points[points.count - 1], true)]
          where end.distance(to: here) < best.distance {
            best = (position, isReversed, end.distance(to: here))
          }
        }
        let line = left.remove(at: best.position)
        pieces.append(NamedStreet.Piece(line: line, isReversed: best.isReversed))
        let points = graph.geometry(of: line)
        here = best.isReversed ? points[0] : points[points.count - 1]
      }
      return NamedStreet(name: name, pieces: pieces)
    }
  }
}
