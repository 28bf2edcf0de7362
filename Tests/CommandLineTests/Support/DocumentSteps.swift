import Foundation
import RelaisTestSupport
import Testing

/// The commands of a page of the documentation, and what the page says they answer.
///
/// A block marked `console` is run: a line that begins with `$ ` is a command, each line below it is found in its answer. Blocks marked
/// otherwise are for reading.
struct DocumentSteps {
  struct Step {
    var command: String
    var facts: [String] = []
  }

  /// The folder of the sources.
  static let root: String = {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    return root.path
  }()

  let page: String
  private(set) var steps: [Step] = []

  /// - Parameter page: Below the folder of the sources.
  init(_ page: String) throws {
    self.page = page
    let text = try String(contentsOfFile: Self.root + "/" + page, encoding: .utf8)
    var isInside = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("```") {
        isInside = line == "```console"
      } else if isInside, line.hasPrefix("$ ") {
        steps.append(Step(command: String(line.dropFirst(2))))
      } else if isInside, !line.isEmpty {
        steps[steps.count - 1].facts.append(line)
      }
    }
  }

  /// Runs every command in a folder, the built tool under its name, what a package installs where the sources have it.
  func run(in folder: String, language: String? = nil) throws {
    let tools = (Tool.path as NSString).deletingLastPathComponent
    var environment = ["PATH": tools + ":/usr/bin:/bin"]
    environment["RELAIS_LANG"] = language
    for step in steps {
      let command = step.command
        .replacing("/usr/share/relais/demo_", with: Self.root + "/Scripts/demo_")
        .replacing(
          "cp -r /usr/share/relais/demo demo",
          with:
            "mkdir demo && cp -r \(Self.root)/geodata/demo/relais.yml \(Self.root)/geodata/demo/sources demo"
        )
        .replacing("/usr/share/relais/demo", with: Self.root + "/geodata/demo")
      let outcome = try Programs.run(
        "/bin/sh", ["-c", command], in: folder, environment: environment)
      #expect(outcome.status == 0, "\(page): \(step.command): \(outcome.errors)")
      let answer = Self.plain(outcome.output)
      for fact in step.facts {
        #expect(answer.contains(Self.plain(fact)), "\(page): \(step.command): \(fact)\n\(answer)")
      }
    }
  }

  /// Text without the spaces that typography sets.
  private static func plain(_ text: String) -> String {
    String(text.map { "\u{A0}\u{202F}".contains($0) ? " " : $0 })
  }
}
