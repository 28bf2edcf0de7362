/// Lines as they are appended, each joined to the one before where it goes on from its end and says
/// the same: fewer, longer lines to draw.
struct LineChain {
  private(set) var lines: [Map.Line] = []

  mutating func append(_ line: Map.Line) {
    guard let last = lines.last, let end = last.path.last, end == line.path.first,
      last.name == line.name, last.targets == line.targets,
      (last.walk == nil) == (line.walk == nil)
    else {
      lines.append(line)
      return
    }
    lines[lines.count - 1].path += line.path.dropFirst()
    lines[lines.count - 1].length += line.length
    if let walk = line.walk { lines[lines.count - 1].walk = max(last.walk ?? walk, walk) }
  }
}
