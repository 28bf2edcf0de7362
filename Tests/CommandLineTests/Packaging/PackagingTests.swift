import Foundation
import RelaisTestSupport
import Testing

/// What is installed with the program, and how a release is made. The package itself is tried by `make check-package`.
@Suite struct PackagingTests {
  private static let root: String = {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    return root.path
  }()

  private func script(
    _ name: String, _ arguments: String..., in folder: TemporaryFolder,
    at root: String = Self.root, environment: [String: String] = [:]
  ) throws -> Programs.Outcome {
    try Programs.run(
      root + "/Scripts/" + name, arguments, in: folder.path, environment: environment)
  }

  private func files(_ folder: String) -> [String] {
    (try? FileManager.default.subpathsOfDirectory(atPath: folder))?.sorted() ?? []
  }

  @Test func versionSaysWhatTheProgramIsMadeOf() throws {
    let folder = try TemporaryFolder()
    let english = try Tool.run("--version", "--lang", "en", in: folder).output
    let lines = english.split(separator: "\n").map {
      $0.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
    }
    #expect(lines.first?.first == "Relais")
    for name in ["commit", "Swift", "GEOS", "PROJ", "SQLite", "ogr2ogr"] {
      #expect(lines.contains { $0.first == name && $0.count > 1 }, "\(name)")
    }
    // It is the part of `doctor` that is not about a territory, with the same facts.
    let doctor = try Tool.run("doctor", "--lang", "en", in: folder).output
    for line in english.split(separator: "\n") { #expect(doctor.contains(line), "\(line)") }
    let bare = try Tool.run(
      ["--version", "--lang", "en"], in: folder, environment: ["PATH": folder.path])
    #expect(bare.output.contains("apt install gdal-bin"))
    #expect(try Tool.run("run", "--version", in: folder).output.hasPrefix("Relais "))
  }

  @Test(.needs(.python3)) func everyCommandHasAManualPageInBothLanguages() throws {
    let folder = try TemporaryFolder()
    for name in ["one", "two"] {
      let made = try script("manual_pages", Tool.path, folder.path(name), in: folder)
      #expect(made.status == 0, "\(made.errors)")
    }
    let pages = files(folder.path("one")).filter { $0.hasSuffix(".1") }
    let english = pages.filter { $0.hasPrefix("man1/") }
    #expect(english.count > 40)
    #expect(pages.count == 2 * english.count)
    for page in english {
      let text = String(decoding: try folder.read("one/" + page), as: UTF8.self)
      let french = String(decoding: try folder.read("one/fr/" + page), as: UTF8.self)
      #expect(text != french, "\(page)")
      #expect(text.contains(".SH \"OPTIONS\"") && french.contains(".SH CODE DE RETOUR"), "\(page)")
      #expect(!french.contains("Show help"), "\(page)")
      #expect(try folder.read("two/" + page) == folder.read("one/" + page), "\(page)")
    }
    let run = String(decoding: try folder.read("one/man1/relais-run.1"), as: UTF8.self)
    #expect(run.contains("\\fB\\-\\-as\\-of\\fR"))
  }

  @Test(.needs(.python3), .needs(.gzip)) func whatIsInstalledIsTakenAwayAgain() throws {
    let folder = try TemporaryFolder()
    let staged = folder.path("stage")
    // Something of somebody else's stays.
    try FileManager.default.createDirectory(
      atPath: staged + "/usr/local/bin", withIntermediateDirectories: true)
    try folder.write("mine\n".utf8, "stage/usr/local/bin/other")
    let made = try script("install_files", Tool.path, "/usr/local", staged, in: folder)
    #expect(made.status == 0, "\(made.errors)")
    let found = Set(files(staged + "/usr/local"))
    for file in [
      "bin/relais", "share/bash-completion/completions/relais", "share/zsh/site-functions/_relais",
      "share/fish/vendor_completions.d/relais.fish", "share/man/man1/relais-run.1.gz",
      "share/man/fr/man1/relais-run.1.gz", "lib/systemd/system/relais.service",
      "share/relais/demo/relais.yml", "share/doc/relais/copyright",
    ] {
      #expect(found.contains(file), "\(file)")
    }
    #expect(!found.contains { $0.hasPrefix("share/relais/demo/out") })
    #expect(Set(found.map { $0.split(separator: "/")[0] }) == ["bin", "lib", "share"])
    let unit = String(
      decoding: try folder.read("stage/usr/local/lib/systemd/system/relais.service"), as: UTF8.self)
    #expect(unit.contains("ExecStart=/usr/local/bin/relais serve /var/lib/relais"))
    let runs = try Programs.run(staged + "/usr/local/bin/relais", ["--version"], in: folder.path)
    #expect(runs.status == 0, "\(runs.errors)")
    let gone = try script("install_files", "--remove", "/usr/local", staged, in: folder)
    #expect(gone.status == 0, "\(gone.errors)")
    #expect(
      files(staged + "/usr/local").filter { $0 != "share" && $0 != "lib" } == ["bin", "bin/other"])
  }

  @Test(.needs(.clone), .needs(.git), .needs(.python3), .needs(.sha256sum))
  func aReleaseIsOneCommandAndIsAllOrNothing() throws {
    let folder = try TemporaryFolder()
    let clone = folder.path("clone")
    let author = [
      "GIT_AUTHOR_NAME": "Test", "GIT_AUTHOR_EMAIL": "test@localhost", "GIT_COMMITTER_NAME": "Test",
      "GIT_COMMITTER_EMAIL": "test@localhost",
    ]
    func git(_ arguments: String...) throws -> String {
      let outcome = try Programs.run(
        Program.git.path, ["-C", clone] + arguments, in: folder.path, environment: author)
      #expect(outcome.status == 0, "\(arguments): \(outcome.errors)")
      return outcome.output.trimmingCharacters(in: .whitespacesAndNewlines)
    }
    let cloned = try Programs.run(
      Program.git.path, ["clone", "--quiet", "--no-hardlinks", Self.root, clone], in: folder.path)
    #expect(cloned.status == 0, "\(cloned.errors)")
    try FileManager.default.copyItem(
      atPath: Self.root + "/Package.resolved", toPath: clone + "/Package.resolved")
    let before = try git("rev-parse", "HEAD")

    func release(_ arguments: String...) throws -> Programs.Outcome {
      try Programs.run(
        clone + "/Scripts/release", arguments, in: folder.path, environment: author)
    }
    #expect(try release("9").status == 64)
    #expect(try release("0.0.1", "--without-packages").status == 1)
    try folder.write("x".utf8, "clone/stray")
    #expect(try release("98.0.0", "--without-packages").status == 1)
    try FileManager.default.removeItem(atPath: clone + "/stray")
    #expect(try git("rev-parse", "HEAD") == before)

    let made = try release("98.0.0", "--without-packages")
    #expect(made.status == 0, "\(made.errors)")
    #expect(try git("log", "-1", "--format=%s") == "Release 98.0.0")
    #expect(try git("rev-parse", "v98.0.0^{commit}") == git("rev-parse", "HEAD"))
    let program = try folder.read("clone/Sources/RelaisTown/Work/Program.swift")
    #expect(String(decoding: program, as: UTF8.self).contains("version = \"98.0.0\""))
    let changes = String(decoding: try folder.read("clone/CHANGELOG.md"), as: UTF8.self)
    #expect(changes.contains("## Unreleased\n\n## 98.0.0, "))

    let bill = try JSON(folder.read("clone/.build/packages/98.0.0/relais-98.0.0.cdx.json"))
    #expect(bill["bomFormat"].text == "CycloneDX")
    #expect(bill["metadata"]["component"]["version"].text == "98.0.0")
    let parts = bill["components"].list.map { $0["name"].text ?? "" }
    for part in ["swift", "grdb.swift", "hummingbird", "yams"] { #expect(parts.contains(part)) }
    #expect(bill["dependencies"][0]["dependsOn"].list.count == parts.count)
    let sums = try Programs.run(
      Program.sha256sum.path, ["--check", "--quiet", "SHA256SUMS"],
      in: clone + "/.build/packages/98.0.0")
    #expect(sums.status == 0, "\(sums.output)")

    // One that fails on the way, for want of an entry in the changelog here, changes nothing.
    let after = try git("rev-parse", "HEAD")
    #expect(try release("99.0.0", "--without-packages").status == 1)
    #expect(try git("rev-parse", "HEAD") == after)
    #expect(try git("status", "--porcelain") == "")
  }
}

extension Need {
  /// The sources as git knows them, with the versions of packages that the build chose.
  fileprivate static let clone = Need(
    "a clone made by git, built once", remedy: "git clone, then make build"
  ) {
    let root = URL(fileURLWithPath: #filePath).pathComponents.dropLast(4).joined(separator: "/")
    return [".git", "Package.resolved"].allSatisfy {
      FileManager.default.fileExists(atPath: root + "/" + $0)
    }
  }
}
