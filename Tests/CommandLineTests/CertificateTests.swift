import CoverageEngine
import Covering
import Foundation
import RelaisReports
import RelaisTestSupport
import Testing

/// What `--certificate` writes, judged by the checker, which is another program in another language.
@Suite(.needs(.python3)) struct CertificateTests {
  private static let checker: String = {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    return root.path + "/Scripts/check_certificate.py"
  }()

  private func verdict(_ path: String) throws -> (status: Int32, output: String) {
    try Programs.run(Program.python3.path, [Self.checker, path])
  }

  /// Sites and points in a square: a search of several parts. By site, the points it covers.
  private func square(_ random: inout SeededRandom) -> (weights: [Int], covers: [[Int]]) {
    func places(_ count: Int) -> [(Int, Int)] {
      (0..<count).map { _ in
        (Int.random(in: 0...1000, using: &random), Int.random(in: 0...1000, using: &random))
      }
    }
    let points = places(90)
    let weights = points.map { _ in Int.random(in: 1...30, using: &random) }
    let covers = places(40).map { site in
      points.indices.filter { number in
        let (x, y) = (points[number].0 - site.0, points[number].1 - site.1)
        return x * x + y * y <= 45_000
      }
    }
    return (weights, covers)
  }

  private func matrix(_ seed: UInt64) -> String {
    var random = SeededRandom(seed: seed)
    let (weights, covers) = square(&random)
    var text = ""
    for (index, weight) in weights.enumerated() { text += "demand d\(index) \(weight)\n" }
    for (index, points) in covers.enumerated() {
      text += "candidate s\(index)" + points.map { " d\($0)" }.joined() + "\n"
    }
    return text
  }

  private func certificate(_ seed: UInt64, _ more: [String] = []) throws -> (TemporaryFolder, JSON)
  {
    let folder = try TemporaryFolder()
    try folder.write(matrix(seed).utf8, "matrix.txt")
    let outcome = try Tool.run(
      ["prospect", "--coverage-matrix", "matrix.txt", "--count", "6", "--certificate", "c.json"]
        + ["--json", "-", "--quiet"] + more, in: folder)
    #expect(outcome.status == 0)
    return (folder, try outcome.json)
  }

  @Test(arguments: 0..<3 as Range<UInt64>)
  func whatIsProvenHolds(seed: UInt64) throws {
    let (folder, json) = try certificate(seed)
    #expect(json["optimality_gap"].number == 0)
    let (status, output) = try verdict(folder.path("c.json"))
    #expect(status == 0, "seed \(seed): \(output)")
    #expect(output.contains("gap 0.000000%"))
  }

  @Test func aGapIsProvenToo() throws {
    let (folder, _) = try certificate(2, ["--gap", "20"])
    #expect(try verdict(folder.path("c.json")).status == 0)
  }

  @Test func streetsHaveCertificatesAsWell() throws {
    let folder = try SmallTown.folder()
    try folder.write("id,x,y\nC1,100,40\nC2,95,0\nC3,10,500\n".utf8, "candidates.csv")
    let outcome = try Tool.run(
      ["prospect"] + SmallTown.files
        + ["--candidates", "candidates.csv", "--count", "2", "--distance", "30"]
        + ["--certificate", "c.json", "--quiet"], in: folder)
    #expect(outcome.status == 0)
    #expect(try verdict(folder.path("c.json")).output.hasPrefix("holds: 140.000 covered"))
  }

  @Test func uncertainCandidatesOfATownHaveThemToo() throws {
    let folder = try SmallTown.folder()
    try folder.write(
      "id,x,y,acceptation\nC1,100,40,0.5\nC2,95,0,0.8\nC3,10,500,0.1\n".utf8, "candidates.csv")
    func verdict(_ more: [String]) throws -> (status: Int32, output: String) {
      let outcome = try Tool.run(
        ["prospect"] + SmallTown.files
          + ["--candidates", "candidates.csv", "--count", "2", "--distance", "30"]
          + ["--certificate", "c.json", "--quiet"] + more, in: folder)
      #expect(outcome.status == 0)
      return try self.verdict(folder.path("c.json"))
    }
    // C1 covers 60 m, C2 95; of that 15 m both.
    #expect(try verdict([]).output.hasPrefix("holds: 100.000 covered, at most 100.000 possible"))
    #expect(try JSON(folder.read("c.json"))["chances"].list.map(\.number) == [500, 800, 100])
    // Stopped before it began.
    #expect(try verdict(["--time-limit", "1e-9"]).output.hasPrefix("holds: 100.000 covered"))
    #expect(try verdict(["--certain"]).output.hasPrefix("holds: 140.000 covered"))
    #expect(try JSON(folder.read("c.json"))["chances"].isNull)
  }

  /// A list of the sites of a square who say yes by chance: two that cover the same one time in two.
  private func average(
    _ seed: UInt64, _ effort: SearchEffort = SearchEffort()
  ) throws -> (TemporaryFolder, RecruitmentList) {
    var random = SeededRandom(seed: seed)
    let (weights, covers) = square(&random)
    let instance = CoverageInstance(
      candidates: (0...covers.count).map { "s\($0)" }, weights: weights.map { Double($0) },
      covers: [covers[0]] + covers, covered: [], count: 6)
    let chances: [Int64] =
      [500, 500] + covers.dropFirst().map { _ in Int64(Int.random(in: 1...1000, using: &random)) }
    let list = RecruitmentList(
      instance.matrix, count: 6, chances: chances, effort: effort, keepsTrace: true)
    let folder = try TemporaryFolder()
    try folder.write(
      CertificateJSON.bytes(
        instance.matrix, list, unit: instance.unit, count: 6, ids: instance.candidates), "c.json")
    return (folder, list)
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func averagesHoldToo(seed: UInt64) throws {
    for effort in [
      SearchEffort(), SearchEffort(gap: 0.01), SearchEffort(work: 3_000_000), SearchEffort(work: 0),
    ] {
      let (folder, list) = try average(seed, effort)
      #expect(list.measure == .expected)
      let (status, output) = try verdict(folder.path("c.json"))
      #expect(status == 0, "seed \(seed): \(output)")
    }
  }

  /// A certificate to be falsified.
  private struct Original {
    let folder: TemporaryFolder
    let content: [String: Any]
    private(set) var lies: [(what: String, content: [String: Any])] = []

    init(_ folder: TemporaryFolder) throws {
      self.folder = folder
      content =
        try JSONSerialization.jsonObject(with: Data(folder.read("c.json"))) as? [String: Any] ?? [:]
    }

    func whole(_ key: String) -> Int { (content[key] as? NSNumber)?.intValue ?? 0 }
    func list<Element>(_ key: String, of: Element.Type) -> [Element] {
      content[key] as? [Element] ?? []
    }

    mutating func lie(_ what: String, _ changes: [String: Any]) {
      lies.append((what, content.merging(changes) { $1 }))
    }
  }

  /// The original holds, and each lie about it is seen.
  private func judge(_ original: Original) throws {
    #expect(try verdict(original.folder.path("c.json")).status == 0)
    for (what, content) in original.lies {
      let path = try original.folder.write(
        JSONSerialization.data(withJSONObject: content), "lie.json")
      let (status, output) = try verdict(path)
      #expect(status == 1, "\(what): \(output)")
    }
  }

  @Test func tamperedCertificatesAreRefused() throws {
    var original = try Original(certificate(4).0)
    original.lie("more covered", ["objective": original.whole("objective") + 1])
    original.lie("lower bound", ["upper_bound": original.whole("upper_bound") - 1])
    var selected = original.list("selected", of: Int.self)
    let other = (0..<40).first { !selected.contains($0) } ?? 0
    original.lie("one too many", ["selected": selected + [other]])
    original.lie("one twice", ["selected": Array(selected.dropLast() + [selected[0]])])
    selected[0] = 99
    original.lie("unknown one", ["selected": selected])
    var atoms = original.list("atoms", of: [Int].self)
    atoms[0][0] += 1000
    original.lie("heavier atom", ["atoms": atoms])
    var nodes = original.list("nodes", of: [String: Any].self)
    original.lie("no proof", ["nodes": [Any]()])
    var steps = nodes[0]["steps"] as? [[String: Any]] ?? []
    let multipliers = steps[0]["multipliers"] as? [Int] ?? []
    for (what, changed) in [
      ("multipliers too high", multipliers.map { $0 * 2 + 1 }),
      ("multipliers that prove nothing", multipliers.map { _ in 0 }),
      ("a negative multiplier", [-1] + multipliers.dropFirst()),
    ] {
      steps[0]["multipliers"] = changed
      nodes[0]["steps"] = steps
      original.lie(what, ["nodes": nodes])
    }
    original.lie("dominated by nobody", ["dominated": [[0]]])
    original.lie("dominated by itself", ["dominated": [[39, -1]]])
    try judge(original)
    try original.folder.write("{}".utf8, "lie.json")
    #expect(try verdict(original.folder.path("lie.json")).status == 1)
  }

  /// Two that cover the same by chance are of use beside each other.
  @Test func tamperedAveragesAreRefused() throws {
    let (folder, list) = try average(4)
    #expect(list.optimality.isProven && list.parts > 1)
    var original = try Original(folder)
    let objective = original.whole("objective")
    original.lie("more covered", ["objective": objective + 1])
    original.lie("less covered", ["objective": objective - 1])
    original.lie("lower bound", ["upper_bound": original.whole("upper_bound") - 1])
    let selected = original.list("selected", of: Int.self)
    let other = (0..<40).first { !selected.contains($0) } ?? 0
    original.lie("another selection", ["selected": Array(selected.dropLast() + [other])])
    let lesser = list.recruits[selected.count - 2].cumulative
    original.lie(
      "a lesser selection called the best",
      ["selected": Array(selected.dropLast()), "objective": lesser, "upper_bound": lesser])
    let chances = original.list("chances", of: Int.self)
    for (what, end) in [("likelier", 1000), ("less likely", 0)] {
      var changed = chances
      changed[selected[0]] = (chances[selected[0]] + end) / 2
      original.lie(what, ["chances": changed])
    }
    original.lie("a chance above one", ["chances": Array(chances.dropLast() + [1001])])
    original.lie("a chance too few", ["chances": Array(chances.dropLast())])
    var atoms = original.list("atoms", of: [Int].self)
    let covered = atoms.firstIndex { $0.dropFirst().contains(selected[0]) } ?? 0
    atoms[covered][0] += 1000
    original.lie("heavier atom", ["atoms": atoms])
    let nodes = original.list("nodes", of: [String: Any].self)
    original.lie("a part less", ["nodes": Array(nodes.dropLast())])
    for (what, change) in [
      ("multipliers that prove nothing", { _ in 0 }), ("negative multipliers", { -1 - $0 }),
      ("multipliers too high", { 2 * $0 + 1 }),
    ] as [(String, (Int) -> Int)] {
      var changed = nodes
      for node in nodes.indices {
        var steps = nodes[node]["steps"] as? [[String: Any]] ?? []
        for step in steps.indices {
          steps[step]["multipliers"] = (steps[step]["multipliers"] as? [Int] ?? []).map(change)
        }
        changed[node]["steps"] = steps
      }
      original.lie(what, ["nodes": changed])
    }
    let dominated = original.list("dominated", of: [Int].self)
    original.lie("an uncertain one makes its like needless", ["dominated": dominated + [[1, 0]]])
    try judge(original)
    let last = try verdict(folder.path("lie.json")).output
    #expect(last.contains("a dominating candidate is not certain"), "\(last)")
  }
}
