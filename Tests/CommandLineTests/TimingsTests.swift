import RelaisTestSupport
import Testing

/// What `--timings` says: on stderr alone, each step once, in both languages, and no byte of the result is another.
@Suite struct TimingsTests {
  private struct Line {
    var step: String
    var seconds: Double
    var processor: Double
    var mebibytes: Int

    init?(_ text: Substring) {
      let numbers = text.split { !"0123456789.,".contains($0) }.compactMap {
        Double($0.replacing(",", with: "."))
      }
      guard numbers.count == 3, let colon = text.firstIndex(of: ":") else { return nil }
      step = text[..<colon].trimmingPrefix(" ").description
      // French has a no-break space before it.
      if step.last?.isWhitespace == true { step.removeLast() }
      (seconds, processor, mebibytes) = (numbers[0], numbers[1], Int(numbers[2]))
    }
  }

  @Test(arguments: [
    (
      "fr",
      [
        "Démarrage", "Lecture des rues", "Construction du réseau", "Lecture des lieux",
        "Distances à pied", "Examen du réseau", "En tout",
      ]
    ),
    (
      "en",
      [
        "Starting", "Reading streets", "Building the network", "Reading places",
        "Walking distances", "Judging the network", "In all",
      ]
    ),
  ])
  func stepsAddUp(language: String, steps: [String]) throws {
    let folder = try TemporaryFolder()
    try folder.write(SmallTown.streets.utf8, "streets.csv")
    try folder.write(SmallTown.relays.utf8, "relays.csv")
    let question =
      ["coverage"] + SmallTown.files + ["--json", "-", "--quiet", "--lang", language]
    let plain = try Tool.run(question, in: folder)
    let timed = try Tool.run(question + ["--timings"], in: folder)
    #expect(timed.status == 0)
    #expect(plain.errors == "")
    #expect(timed.output == plain.output)
    let lines = timed.errors.split(separator: "\n").compactMap { Line($0) }
    #expect(lines.map(\.step) == steps)
    guard let all = lines.last else { return }
    // Each number is rounded to a hundredth.
    let rounding = 0.005 * Double(lines.count + 1)
    let parts = lines.dropLast()
    #expect(abs(parts.reduce(0) { $0 + $1.seconds } - all.seconds) < rounding)
    #expect(abs(parts.reduce(0) { $0 + $1.processor } - all.processor) < rounding)
    #expect(all.processor > 0)
    #expect(lines.map(\.mebibytes) == lines.map(\.mebibytes).sorted())
    #expect(all.mebibytes > 1)
  }

  @Test func whatFailsIsTimedToo() throws {
    let folder = try TemporaryFolder()
    let outcome = try Tool.run(
      "coverage", "--streets", "none.csv", "--relays", "none.csv", "--timings", in: folder)
    #expect(outcome.status == 1)
    let last = outcome.errors.split(separator: "\n").last.flatMap { Line($0) }
    #expect(last?.step == "En tout")
  }
}
