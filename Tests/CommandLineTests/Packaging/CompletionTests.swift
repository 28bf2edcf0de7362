import Foundation
import RelaisTestSupport
import Testing

/// What a shell proposes for a line that is not finished.
@Suite struct CompletionTests {
  /// A registry with a name that a shell would run, one with quotes, one with a colon.
  private func town() throws -> RegistryTown {
    let town = try RegistryTown()
    for name in ["$(touch ran)", "L'Épi `touch ran`", "Bar: Le Port"] {
      try town.relais(
        "adherents", "add", name, "--kind", "shop", "--lon", "6.18", "--lat", "48.69", "--anyway")
    }
    return town
  }

  private func proposals(_ shell: String, in folder: TemporaryFolder) throws -> [String] {
    let outcome = try Tool.run(
      [
        "---completion", "adherents", "show", "--", "positional@0", "3", "0", "relais", "adherents",
        "show", "",
      ],
      in: folder, environment: ["SAP_SHELL": shell])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors == "")
    return outcome.output.split(separator: "\n").map(String.init)
  }

  @Test func codesAndNamesOfTheRegistryAreProposed() throws {
    let town = try town()
    let list = try Tool.run("adherents", "list", "--json", "-", in: town.folder).json
    let all = list["adherents"].list.map { ($0["code"].text ?? "", $0["name"].text ?? "") }
    #expect(all.count == 3)
    #expect(
      try proposals("fish", in: town.folder)
        == all.map { "\($0.0)\t\($0.1)" } + all.map { "\($0.1)\t\($0.0)" })
    let zsh = try proposals("zsh", in: town.folder)
    #expect(zsh.contains { $0.hasSuffix(#":Bar\: Le Port"#) })
    #expect(zsh.contains { $0.hasPrefix(#"Bar\: Le Port:"#) })
  }

  @Test func noNameIsRunByTheShellItIsProposedTo() throws {
    let town = try town()
    let script = try Tool.run("--generate-completion-script", "bash", in: town.folder).output
    try town.folder.write(script.utf8, "completions")
    let line = """
      source completions
      COMP_WORDS=('\(Tool.path)' adherents show ''); COMP_CWORD=3
      COMP_LINE='relais adherents show '; COMP_POINT=${#COMP_LINE}
      _relais relais '' show
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    let outcome = try Programs.run("/bin/bash", ["-c", line], in: town.folder.path)
    #expect(outcome.errors == "")
    let shown = outcome.output.split(separator: "\n").map(String.init)
    #expect(
      Set(shown).isSuperset(of: ["$(touch ran)", "L'Épi `touch ran`", "Bar: Le Port"]), "\(shown)")
    #expect(!FileManager.default.fileExists(atPath: town.folder.path("ran")))
  }

  @Test func nothingIsSaidWhereThereIsNoTerritory() throws {
    let folder = try TemporaryFolder()
    #expect(try proposals("fish", in: folder) == [])
    // A territory without a registry gets none.
    let town = try RegistryTown()
    #expect(try proposals("fish", in: town.folder) == [])
    #expect(!FileManager.default.fileExists(atPath: town.registry))
  }
}
