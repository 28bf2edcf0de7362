import RelaisGeo
import RelaisTestSupport
import Testing

@Suite struct EnvelopeIndexTests {
  @Test func itFindsWhatLookingAtAllBoxesFinds() {
    var random = SeededRandom(seed: 50)
    func box(_ most: Double) -> Envelope {
      let (x, y) = (
        Double.random(in: -2...2, using: &random), Double.random(in: -2...2, using: &random)
      )
      return Envelope(
        minX: x, minY: y, maxX: x + Double.random(in: 0...most, using: &random),
        maxY: y + Double.random(in: 0...most, using: &random))
    }
    let boxes = (0..<80).map { _ in box(0.4) }
    let index = EnvelopeIndex(boxes, size: 0.1)
    for most in [0, 0.05, 1, 5] {
      for _ in 0..<60 {
        let asked = box(most)
        #expect(index.touching(asked) == boxes.indices.filter { boxes[$0].intersects(asked) })
      }
    }
    #expect(index.touching(.empty) == [])
  }

  @Test func bordersBelongToABox() {
    let index = EnvelopeIndex([Envelope(minX: 0, minY: 0, maxX: 1, maxY: 1)], size: 0.25)
    #expect(index.holding(Position(x: 1, y: 0)) == [0])
    #expect(index.holding(Position(x: 1.0001, y: 0)) == [])
  }
}
