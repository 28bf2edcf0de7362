import RelaisTestSupport
import Testing

@testable import Covering

/// Who makes up for a refusal, against a count of every atom.
@Suite struct AlternativesTests {
  @Test(arguments: 0..<60 as Range<UInt64>)
  func refusalsAreMadeUpForByThoseWhoRegainMost(seed: UInt64) throws {
    var random = SeededRandom(seed: seed &+ 5)
    let matrix = Instances.random(&random)
    let list = (0..<matrix.candidateCount).filter { _ in Bool.random(using: &random) }.shuffled(
      using: &random)
    let limit = Int.random(in: 1...4, using: &random)
    let found = Alternatives(matrix, list: list, limit: limit)
    for (index, chosen) in list.enumerated() {
      let rest = list.filter { $0 != chosen }
      let before = matrix.covered(by: rest)
      #expect(found.lost[index] == matrix.covered(by: list) - before, "seed \(seed)")
      // What an atom no other of the list covers is worth, if the other candidate covers it too.
      let own = Set(matrix.atoms(of: chosen)).subtracting(rest.flatMap { matrix.atoms(of: $0) })
      let expected = (0..<matrix.candidateCount).filter { !list.contains($0) }.map { other in
        Alternative(
          candidate: other,
          regained: own.intersection(matrix.atoms(of: other)).reduce(0) {
            $0 + matrix.weights[Int($1)]
          }, gain: matrix.covered(by: rest + [other]) - before)
      }.filter { $0.regained > 0 }.sorted {
        if $0.regained != $1.regained { return $0.regained > $1.regained }
        if $0.gain != $1.gain { return $0.gain > $1.gain }
        return $0.candidate < $1.candidate
      }
      #expect(found.ofEach[index] == Array(expected.prefix(limit)), "seed \(seed)")
    }
  }
}
