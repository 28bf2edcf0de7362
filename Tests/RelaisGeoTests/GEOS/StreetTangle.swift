import Foundation
import RelaisGeo

/// Lines made to be hard to buffer, around a point with the size of projected coordinates.
enum StreetTangle: String, CaseIterable, Sendable {
  case jitteredGrid, exactGrid, touchingGrid, collinearRuns, overlappingRuns, star, duplicates
  case parallels, tinySteps, loops, nearlyStraight, nearlyOverlapping, cornersOnSides, scatter
  case points, circleOfStreets, rotatedGrid, deadEnds

  /// SplitMix64 (Steele, Lea, Flood 2014): the seed says all.
  struct Random: RandomNumberGenerator {
    var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  func lines(seed: UInt64) -> [[PlanarPoint]] {
    var random = Random(seed: seed)
    let x0 = 530_000.0 + Double.random(in: 0..<1000, using: &random)
    let y0 = 4_555_000.0 + Double.random(in: 0..<1000, using: &random)
    func at(_ x: Double, _ y: Double) -> PlanarPoint { PlanarPoint(x: x0 + x, y: y0 + y) }
    func number(_ low: Double, _ high: Double) -> Double {
      Double.random(in: low...high, using: &random)
    }
    func walk(_ count: Int, _ step: Double, turn: Double) -> [PlanarPoint] {
      var x = number(-100, 100)
      var y = number(-100, 100)
      var angle = number(0, 6.3)
      return (0..<count).map { _ in
        x += step * cos(angle)
        y += step * sin(angle)
        angle += number(-turn, turn)
        return at(x, y)
      }
    }
    func grid(_ step: Double, jitter: Double, angle: Double = 0) -> [[PlanarPoint]] {
      var lines: [[PlanarPoint]] = []
      let corners = (0..<6).map { i in
        (0..<6).map { j in
          let x = Double(i) * step + number(-jitter, jitter)
          let y = Double(j) * step + number(-jitter, jitter)
          return at(x * cos(angle) - y * sin(angle), x * sin(angle) + y * cos(angle))
        }
      }
      for i in 0..<6 {
        for j in 0..<6 where number(0, 1) < 0.8 {
          if i < 5 { lines.append([corners[i][j], corners[i + 1][j]]) }
          if j < 5 { lines.append([corners[i][j], corners[i][j + 1]]) }
        }
      }
      return lines
    }
    switch self {
    case .jitteredGrid: return grid(80, jitter: 10)
    case .exactGrid: return grid(Double(Int.random(in: 3...9, using: &random)) * 10, jitter: 0)
    case .touchingGrid: return grid(50, jitter: 0)
    case .rotatedGrid: return grid(50, jitter: 0, angle: number(0, 6.3))
    case .collinearRuns:
      return (0..<4).map { run in
        let angle = number(0, 6.3)
        return (0..<12).map { k in
          at(Double(k) * 7 * cos(angle), Double(run) * 30 + Double(k) * 7 * sin(angle))
        }
      }
    case .overlappingRuns:
      return (0..<8).map { _ in
        let from = Double(Int.random(in: 0...20, using: &random)) * 10
        return [at(from, 0), at(from + Double(Int.random(in: 1...12, using: &random)) * 10, 0)]
      }
    case .star:
      return (0..<9).map { ray in
        let angle = Double(ray) * .pi / 4.5
        return [at(0, 0), at(number(1, 120) * cos(angle), number(1, 120) * sin(angle))]
      }
    case .duplicates:
      let line = walk(12, 20, turn: 1)
      return [line, line, line.reversed(), Array(line.dropFirst(4)), Array(line.dropLast(5))]
    case .parallels:
      return (0..<7).map { k in [at(0, Double(k) * number(1, 60)), at(200, Double(k) * 10)] }
    case .tinySteps: return (0..<3).map { _ in walk(60, number(1e-4, 0.5), turn: 2) }
    case .loops:
      return (0..<4).map { _ in
        let line = walk(9, 30, turn: 1.5)
        return line + [line[0]]
      }
    case .nearlyStraight:
      return (0..<3).map { _ in walk(20, 15, turn: pow(10, number(-13, -4))) }
    case .nearlyOverlapping:
      let line = walk(10, 25, turn: 0.3)
      let shift = pow(10, number(-8, -2))
      return [line, line.map { PlanarPoint(x: $0.x + shift, y: $0.y - shift) }]
    case .cornersOnSides:
      var lines = [[at(0, 0), at(300, 100)]]
      for _ in 0..<6 {
        let t = number(0, 1)
        lines.append([at(300 * t, 100 * t), at(number(0, 300), number(-100, 200))])
      }
      return lines
    case .scatter: return (0..<25).map { _ in walk(3, 20, turn: 2) }
    case .points:
      return (0..<12).map { _ in [at(number(-80, 80), number(-80, 80))] } + [walk(4, 20, turn: 1)]
    case .circleOfStreets:
      let count = Int.random(in: 5...40, using: &random)
      return (0..<count).map { k in
        let a = 2 * .pi * Double(k) / Double(count)
        let b = 2 * .pi * Double(k + 1) / Double(count)
        return [at(70 * cos(a), 70 * sin(a)), at(70 * cos(b), 70 * sin(b))]
      }
    case .deadEnds:
      return grid(60, jitter: 3).map { line in
        let t = number(0.05, 1)
        return [
          line[0],
          PlanarPoint(
            x: line[0].x + t * (line[1].x - line[0].x), y: line[0].y + t * (line[1].y - line[0].y)),
        ]
      }
    }
  }
}
