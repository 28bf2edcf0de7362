import Foundation
import RelaisTestSupport
import Testing

/// The walk through a quarter, as its document tells it: the commands are run as they stand there,
/// and every line below one is looked for in its answer.
@Suite struct QuarterTests {
  private struct Step {
    var command: String
    var facts: [String]
  }

  private static let root: String = {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    return root.path
  }()

  /// The blocks of a page that show a terminal.
  private func steps(_ page: String) -> [Step] {
    var steps: [Step] = []
    var isInside = false
    for line in page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("```") {
        isInside = line == "```console"
      } else if isInside, line.hasPrefix("$ ") {
        steps.append(Step(command: String(line.dropFirst(2)), facts: []))
      } else if isInside, !line.isEmpty {
        steps[steps.count - 1].facts.append(line)
      }
    }
    return steps
  }

  /// Text without the spaces that typography sets, and with single ones.
  private func plain(_ text: String) -> String {
    text.map { "\u{A0}\u{202F}".contains($0) ? " " : String($0) }.joined()
  }

  @Test func theQuarterGoesAsItsDocumentSays() throws {
    let folder = try TemporaryFolder()
    try DemoTown.copy(to: folder.path("demo"))
    let page = try String(
      contentsOfFile: Self.root + "/Documentation/Trimestre.md", encoding: .utf8)
    let steps = steps(page)
    #expect(steps.count >= 14)
    #expect(steps.count { !$0.facts.isEmpty } >= 11)
    let tools = (Tool.path as NSString).deletingLastPathComponent
    for step in steps {
      #expect(step.command.hasPrefix("relais "), "\(step.command)")
      let outcome = try Programs.run(
        "/bin/sh", ["-c", step.command], in: folder.path("demo"),
        environment: ["PATH": tools + ":/usr/bin:/bin"])
      #expect(outcome.status == 0, "\(step.command): \(outcome.errors)")
      let answer = plain(outcome.output)
      for fact in step.facts {
        #expect(answer.contains(plain(fact)), "\(step.command): \(fact)\n\(answer)")
      }
    }
    // What the council is told adds up, and every page says its day.
    let summary = try JSON(folder.read("demo/trimestre-1/summary.json"))
    #expect(summary["as_of"].text == "2026-03-31")
    let change = summary["trend"]["change"]
    #expect(change["since"].text == "2025-12-31")
    let effects = change["budgets"][0]
    func millimetres(_ key: String) -> Int64 {
      Int64(((effects[key].number ?? -1) * 1000).rounded())
    }
    #expect(millimetres("gained_m") - millimetres("lost_m") == millimetres("by_members_m"))
    let schools = try FileManager.default.contentsOfDirectory(
      atPath: folder.path("demo/trimestre-1/schools")
    ).map { "schools/" + $0 }
    // One of the twelve schools has too few homes to tell of.
    #expect(schools.count == 11)
    for name in ["council.html", "apprentice.html"] + schools {
      let text = String(decoding: try folder.read("demo/trimestre-1/" + name), as: UTF8.self)
      #expect(text.contains("situation au 31\u{A0}mars 2026"), "\(name)")
    }
    let points = summary["trend"]["points"].list
    #expect(points.count == 13)
    #expect(points.dropLast().last?["relays"]["count"].number == 81)
    #expect(points.last?["relays"]["count"].number == 81)
  }
}
