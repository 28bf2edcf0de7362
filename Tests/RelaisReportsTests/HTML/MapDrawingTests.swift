import Testing

@testable import RelaisReports

@Suite struct MapDrawingTests {
  private func drawing() -> MapDrawing { MapDrawing(map()) }

  private func map(_ lines: [[(Double, Double)]] = [[(0, 0), (100, 100)]]) -> Map {
    let lines = lines.map { line in
      Map.Line(path: line.map { PlanePoint(x: $0.0, y: $0.1) }, name: nil, length: 141)
    }
    return Map(
      id: "m", title: "", summary: "", outlines: [],
      background: .init(style: .walkable, label: "", lines: []),
      strands: [.init(styles: [.covered], lines: lines)], views: [], points: [])
  }

  private func points(_ path: [(Double, Double)]) -> [PlanePoint] {
    path.map { PlanePoint(x: $0.0, y: $0.1) }
  }

  /// Lines unpacked as the page's script does it, in decimetres.
  private func unpacked(_ text: String) -> [[(x: Int, y: Int)]] {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
    var numbers = text.map { letters.firstIndex(of: $0) ?? 0 }[...]
    func next() -> Int {
      var (value, shift) = (0, 0)
      while let bits = numbers.popFirst() {
        value |= (bits & 31) << shift
        shift += 5
        if bits < 32 { break }
      }
      return value
    }
    func step() -> Int {
      let value = next()
      return value.isMultiple(of: 2) ? value / 2 : -(value + 1) / 2
    }
    var lines: [[(x: Int, y: Int)]] = []
    var pen = (x: 0, y: 0)
    while !numbers.isEmpty {
      lines.append(
        (0..<next()).map { _ in
          pen = (pen.x + step(), pen.y + step())
          return (pen.x * PackedLines.unit, pen.y * PackedLines.unit)
        })
    }
    return lines
  }

  @Test func northIsUpAndUnitsAreDecimetres() {
    #expect(drawing().point(PlanePoint(x: 0, y: 100)) == (20, 20))
    #expect(drawing().point(PlanePoint(x: 100, y: 0)) == (1020, 1020))
  }

  @Test func packedLinesAreReadBackToTwoDecimetres() {
    let lines = [
      [(0.0, 0.0), (50, 80), (100, 0)], [(100, 0), (0, 100)], [(-300, 700), (12.3, 45.6)],
    ]
    let read = unpacked(drawing().packed(lines.map(points)))
    #expect(read.map(\.count) == [3, 2, 2])
    for (line, own) in zip(lines, read) {
      for (vertex, point) in zip(points(line), own) {
        let exact = drawing().point(vertex)
        #expect(abs(exact.x - point.x) < 2 && abs(exact.y - point.y) < 2)
      }
    }
    // Two letters a step of a street: 500 decimetres are 250 units, folded 500.
    #expect(drawing().packed([points([(0, 100), (50, 100)])]).utf8.count == 6)
  }

  @Test func verticesNoEyeMissesAreLeftOut() {
    func counts(_ y: Double) -> [Int] {
      unpacked(drawing().packed([points([(0, 0), (50, y), (100, 0)])])).map(\.count)
    }
    // Three decimetres off the line is not seen, four is; ends stay where they are.
    #expect(counts(0.3) == [2])
    #expect(counts(0.4) == [3])
    // A loop ends where it began, and still has its way.
    let loop = unpacked(drawing().packed([points([(0, 0), (50, 0), (50, 50), (0, 0)])]))
    #expect(loop.first?.map(\.x) == [20, 520, 520, 20])
  }

  @Test func aLineOfNoLengthOrBrokenNumbersStillHasItsPlace() {
    let here = PlanePoint(x: 0, y: 100)
    let lines = [[here, here], [], [here], [PlanePoint(x: .nan, y: 0), here]]
    #expect(unpacked(drawing().packed(lines)).count == 4)
  }

  @Test func aStillPictureGoesOnWithItsPenAndLeavesOutWhatNobodySees() {
    let whole = map([
      [(0, 0), (4000, 0)], [(4000, 0), (4000, 4000)], [(10.3, 10.3), (10.4, 10.4)],
    ])
    let drawing = MapDrawing(whole)
    let still = StillDrawing(whole, drawing)
    #expect(still.unit > 1)
    var bytes: [UInt8] = []
    still.pathData(whole.strands[0].lines.map(\.path), into: &bytes)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.count { $0 == "m" } == 1)
    #expect(text.split { !"0123456789".contains($0) }.count == 6)
  }

  @Test func aLargeTownsPictureStaysWithinItsBytes() {
    // Twenty thousand short streets that do not touch.
    let lines = (0..<20_000).map { number -> [(Double, Double)] in
      let (x, y) = (Double(number % 200) * 120, Double(number / 200) * 120)
      return [(x, y), (x + 50, y + 70)]
    }
    let town = map(lines)
    let still = StillDrawing(town, MapDrawing(town))
    var bytes: [UInt8] = []
    still.pathData(town.strands[0].lines.map(\.path), into: &bytes)
    #expect(bytes.count <= StillDrawing.budget && !bytes.isEmpty)
  }
}
