import Foundation
import RelaisTestSupport
import Testing

private enum Python {
  static let path = ["/usr/bin/python3", "/usr/local/bin/python3"].first { Programs.has($0) }
}

/// What `--certificate` writes, judged by the checker, which is another program in another language.
@Suite(.enabled(if: Python.path != nil, "python3 is not installed"))
struct CertificateTests {
  private static let checker: String = {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    return root.path + "/Scripts/check_certificate.py"
  }()

  private func verdict(_ path: String) throws -> (status: Int32, output: String) {
    try Programs.run(Python.path ?? "", [Self.checker, path])
  }

  /// Sites and points in a square: a search of several parts.
  private func matrix(_ seed: UInt64) -> String {
    var random = SeededRandom(seed: seed)
    func places(_ count: Int) -> [(Int, Int)] {
      (0..<count).map { _ in
        (Int.random(in: 0...1000, using: &random), Int.random(in: 0...1000, using: &random))
      }
    }
    let points = places(90)
    let weights = points.map { _ in Int.random(in: 1...30, using: &random) }
    var text = ""
    for (index, weight) in weights.enumerated() { text += "demand d\(index) \(weight)\n" }
    for (index, site) in places(40).enumerated() {
      text += "candidate s\(index)"
      for (number, point) in points.enumerated() {
        let (x, y) = (point.0 - site.0, point.1 - site.1)
        if x * x + y * y <= 45_000 { text += " d\(number)" }
      }
      text += "\n"
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

  /// Each way of lying about one thing must be seen.
  @Test func tamperedCertificatesAreRefused() throws {
    let (folder, _) = try certificate(4)
    let original =
      try JSONSerialization.jsonObject(with: Data(folder.read("c.json"))) as? [String: Any] ?? [:]
    func whole(_ key: String) -> Int { (original[key] as? NSNumber)?.intValue ?? 0 }
    var lies: [(String, [String: Any])] = []
    func lie(_ what: String, _ key: String, _ value: Any) {
      var copy = original
      copy[key] = value
      lies.append((what, copy))
    }
    lie("more covered", "objective", whole("objective") + 1)
    lie("lower bound", "upper_bound", whole("upper_bound") - 1)
    var selected = original["selected"] as? [Int] ?? []
    lie("one too many", "selected", selected + [(0..<40).first { !selected.contains($0) } ?? 0])
    lie("one twice", "selected", Array(selected.dropLast() + [selected[0]]))
    selected[0] = 99
    lie("unknown one", "selected", selected)
    var atoms = original["atoms"] as? [[Int]] ?? []
    atoms[0][0] += 1000
    lie("heavier atom", "atoms", atoms)
    var nodes = original["nodes"] as? [[String: Any]] ?? []
    lie("no proof", "nodes", [Any]())
    var steps = nodes[0]["steps"] as? [[String: Any]] ?? []
    let multipliers = steps[0]["multipliers"] as? [Int] ?? []
    steps[0]["multipliers"] = multipliers.map { $0 * 2 + 1 }
    nodes[0]["steps"] = steps
    lie("multipliers too high", "nodes", nodes)
    steps[0]["multipliers"] = multipliers.map { _ in 0 }
    nodes[0]["steps"] = steps
    lie("multipliers that prove nothing", "nodes", nodes)
    lie("dominated by nobody", "dominated", [[0]])
    #expect(try verdict(folder.path("c.json")).status == 0)
    for (what, content) in lies {
      let path = try folder.write(JSONSerialization.data(withJSONObject: content), "lie.json")
      let (status, output) = try verdict(path)
      #expect(status == 1, "\(what): \(output)")
    }
    try folder.write("{}".utf8, "lie.json")
    #expect(try verdict(folder.path("lie.json")).status == 1)
  }
}
