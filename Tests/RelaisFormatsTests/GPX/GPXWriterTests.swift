import Foundation
import RelaisFormats
import RelaisGeo
import RelaisTestSupport
import Testing

/// GPX 1.1 as other programs read it.
@Suite struct GPXWriterTests {
  private let hostile = "<script>&\"'\u{1B}[31m\u{202E}\u{FFFF}\nPâté 🥖"

  private func sample() -> GPXWriter {
    let place = GPXWriter.Point(
      Position(x: 6.1834123, y: -48.5), name: hostile, description: hostile)
    let nowhere = GPXWriter.Point(Position(x: .nan, y: 91), name: "nowhere")
    var gpx = GPXWriter(name: hostile)
    gpx.waypoints = [place, nowhere]
    gpx.routes = [(hostile, [place, place])]
    gpx.tracks = [
      (hostile, [Position(x: 6, y: 48), Position(x: 6.5, y: 48.25), Position(x: 181, y: 0)])
    ]
    return gpx
  }

  @Test func textIsNeverMarkupAndKindsComeInOrder() {
    let text = String(decoding: sample().bytes(creator: hostile), as: UTF8.self)
    #expect(text.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gpx version=\"1.1\""))
    #expect(text.hasSuffix("</gpx>\n"))
    #expect(!text.contains("<script"))
    #expect(text.contains("&lt;script&gt;&amp;&quot;'[31m Pâté 🥖"))
    let controls = text.unicodeScalars.filter {
      ($0.value < 32 && $0 != "\n") || $0.value == 0xFFFF || $0.value == 0x202E
    }
    #expect(controls.isEmpty)
    let kinds = ["<metadata>", "<wpt", "<rte>", "<trk>"].compactMap {
      text.range(of: $0)?.lowerBound
    }
    #expect(kinds.count == 4 && kinds == kinds.sorted())
    // What is no place on earth is left out.
    #expect(text.components(separatedBy: "<wpt").count == 2)
    #expect(text.components(separatedBy: "<trkpt").count == 3)
    #expect(text.contains("lat=\"-48.5000000\" lon=\"6.1834123\""))
  }

  @Test(.needs(.ogrinfo))
  func anotherProgramReadsIt() throws {
    let folder = try TemporaryFolder()
    try folder.write(sample().bytes(creator: "Relais"), "round.gpx")
    let (status, output) = try Programs.run(
      Program.ogrinfo.path, ["-ro", "-so", "-al", folder.path("round.gpx")])
    #expect(status == 0, "\(output)")
    for (layer, count) in [("waypoints", 1), ("routes", 1), ("tracks", 1), ("track_points", 2)] {
      #expect(
        output.components(separatedBy: "Layer name: \(layer)\n").last?.contains(
          "Feature Count: \(count)\n") ?? false, "\(layer)")
    }
    #expect(!output.contains("ERROR") && !output.contains("Warning"))
  }
}
