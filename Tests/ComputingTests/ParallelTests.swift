import Computing
import Testing

@Suite struct ParallelTests {
  private struct Failure: Error, Equatable { var task: Int }

  @Test func ofTwoTasksThatFailTheFirstIsTold() throws {
    #expect(Parallel.both({ 1 }, { "2" }) == (1, "2"))
    #expect(throws: Failure(task: 1)) {
      try Parallel.both({ throw Failure(task: 1) }, { throw Failure(task: 2) })
    }
    #expect(throws: Failure(task: 2)) { try Parallel.both({ 1 }, { throw Failure(task: 2) }) }
  }

  @Test func eachOfTwoTasksMaySplitItsOwnWork() {
    for _ in 0..<20 {
      let (one, other) = Parallel.both(
        { Parallel.fill(10_000, grain: 100) { $0 } }, { Parallel.fill(10_000, grain: 100) { -$0 } })
      #expect(one == Array(0..<10_000) && other == one.map { -$0 })
    }
  }
}
