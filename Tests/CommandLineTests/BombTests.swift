import Foundation
import RelaisTestSupport
import Testing

/// A small file that asks for far more than it is costs a command no more than its bound, through every command that reads its kind:
/// half a minute of processor, 2 GiB of memory, and a message below 2 KB that names the file.
///
/// The tool is built without optimisation here: it is given four times the time.
@Suite(.needs(.python3), .needs(.gzip), .needs(.bzip2)) struct BombTests {
  /// Runs a command with a limit on its processor time, and says what it took.
  private static let judge = """
    import resource, subprocess, sys
    limit = lambda: resource.setrlimit(resource.RLIMIT_CPU, (120, 125))
    done = subprocess.run(sys.argv[1:], capture_output=True, preexec_fn=limit)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    sys.stdout.buffer.write(done.stderr)
    print(f"\\n{done.returncode} {used.ru_utime + used.ru_stime:.1f} {used.ru_maxrss}")
    """

  private static func commands(_ bomb: Bomb) -> [[String]] {
    let file = bomb.name
    let check = ["check", file]
    let town = ["--streets", "s.osm", "--relays", "r.csv"]
    switch bomb.kind {
    case .table:
      return [
        check, ["coverage", "--streets", "s.osm", "--relays", file],
        ["prospect", "--candidates", file, "--count", "1"] + town,
        ["routes", "--addresses", file, "--schools", "r.csv"] + town,
        ["geocode", file, "--addresses", "r.csv"], ["geocode", "a.csv", "--addresses", file],
        ["hours", "--file", file, "--at", "2026-12-01T08:00"],
        ["adherents", "import", file], ["adherents", "answers", file],
      ]
        + ["addresses", "schools", "catchments", "candidates", "population"].map {
          ["import", $0, file]
        }
    case .shapes:
      return [
        check, ["coverage", "--streets", file, "--relays", "r.csv"],
        ["coverage", "--streets", "s.osm", "--relays", file],
        ["batch", "plan", "--streets", "s.osm", "--boundaries", file, "--out", "work"],
      ]
        + ["streets", "boundary", "districts", "priority-areas", "catchments"].map {
          ["import", $0, file]
        }
    case .map:
      return [
        check, ["coverage", "--streets", file, "--relays", "r.csv"],
        ["explain", "6,48", "--streets", file, "--relays", "r.csv"],
        ["import", "streets", file], ["import", "candidates", file], ["import", "schools", file],
        ["batch", "plan", "--streets", file, "--boundaries", "b.geojson", "--out", "work"],
      ]
    }
  }

  @Test(arguments: Bomb.allCases)
  func noCommandPaysMoreThanItsBound(bomb: Bomb) throws {
    let folder = try TemporaryFolder()
    try folder.write("name: Ville\n".utf8, "relais.yml")
    try folder.write(SmallTown.osm.utf8, "s.osm")
    try folder.write(SmallTown.osmRelays.utf8, "r.csv")
    try folder.write("id;adresse\n1;1 rue A\n".utf8, "a.csv")
    try folder.write(
      Array(
        #"{"type":"Feature","properties":{"insee":"54395","nom":"V"},"geometry":{"type":"Polygon","#
          .utf8)
        + Array(#""coordinates":[[[6,48],[6.1,48],[6.1,48.1],[6,48.1],[6,48]]]}}"#.utf8),
      "b.geojson")
    try bomb.write(in: folder)
    for command in Self.commands(bomb) {
      let outcome = try Programs.run(
        Program.python3.path,
        ["-c", Self.judge, Tool.path] + command + ["--quiet", "--lang", "en"], in: folder.path)
      let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
      let figures = try #require(lines.dropLast().last, "\(command)").split(separator: " ")
      let said = lines.dropLast(2).joined(separator: "\n")
      let status = try #require(Int(figures[0]))
      let memory = try #require(Int(figures[2]))
      #expect((0..<128).contains(status), "\(command): \(figures) \(said.prefix(300))")
      #expect(memory < 2 << 20, "\(command): \(memory) KiB")
      #expect(said.utf8.count < 2048, "\(command): \(said.prefix(2500))")
      if status == 1 {
        #expect(said.contains(bomb.name), "\(command): \(said)")
      } else {
        #expect(bomb.isSound || said.isEmpty || said.contains(bomb.name), "\(command): \(said)")
      }
    }
  }
}
