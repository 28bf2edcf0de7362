import Foundation
import RelaisTestSupport
import Testing

@testable import RelaisFormats

@Suite struct AtomicFileTests {
  @Test func replacesAFileAndLeavesNothingBeside() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("été.txt")
    try AtomicFile.write(bytes("one"), to: path)
    try AtomicFile.write(bytes("two"), to: path)
    #expect(try folder.read("été.txt") == bytes("two"))
    #expect(try folder.names == ["été.txt"])
  }

  @Test func whatIsClosedToOthersStaysClosed() throws {
    let folder = try TemporaryFolder()
    func mode(_ name: String) throws -> mode_t {
      var status = stat()
      try #require(stat(folder.path(name), &status) == 0)
      return status.st_mode & 0o7777
    }
    try AtomicFile.write(bytes("one"), to: folder.path("own"), for: .owner)
    #expect(try mode("own") == 0o600)
    try AtomicFile.write(bytes("two"), to: folder.path("own"))
    #expect(try mode("own") == 0o600)
    try AtomicFileStream.copy(folder.path("own"), to: folder.path("copy"))
    #expect(try mode("copy") == 0o600)
    try folder.write(bytes("old"), "open")
    chmod(folder.path("open"), 0o664)
    try AtomicFile.write(bytes("new"), to: folder.path("open"))
    #expect(try mode("open") == 0o664)
    try AtomicFileStream.copy(folder.path("own"), to: folder.path("open"))
    #expect(try mode("open") == 0o600)
  }

  @Test func writesThroughLinks() throws {
    let folder = try TemporaryFolder()
    try AtomicFile.createDirectory(folder.path("a/b"))
    try folder.write(bytes("old"), "a/b/real")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("a/link"), withDestinationPath: "b/real")
    try AtomicFile.write(bytes("new"), to: folder.path("a/link"))
    #expect(try folder.read("a/b/real") == bytes("new"))
    let link = try FileManager.default.destinationOfSymbolicLink(atPath: folder.path("a/link"))
    #expect(link == "b/real")
  }

  @Test func refusesWhatCannotBeWritten() throws {
    let folder = try TemporaryFolder()
    let absent = folder.path("absent/file")
    #expect(throws: FormatError.notWritable(file: absent, detail: "No such file or directory")) {
      try AtomicFile.write([1], to: absent)
    }
    #expect(throws: FormatError.notWritable(file: folder.path, detail: "Is a directory")) {
      try AtomicFile.write([1], to: folder.path)
    }
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("loop"), withDestinationPath: "loop")
    #expect(throws: FormatError.self) { try AtomicFile.write([1], to: folder.path("loop")) }
    #expect(throws: FormatError.self) { try AtomicFile.write([1], to: "") }
    #expect(throws: FormatError.notWritable(file: "/dev/full/x", detail: "Not a directory")) {
      try AtomicFile.write([1], to: "/dev/full/x")
    }
  }

  @Test func foldersAreMadeOnceAndNotOverFiles() throws {
    let folder = try TemporaryFolder()
    try AtomicFile.createDirectory(folder.path("x/y/z/"))
    try AtomicFile.createDirectory(folder.path("x/y/z"))
    #expect(try folder.names == ["x"])
    try folder.write([1], "file")
    #expect(throws: FormatError.self) { try AtomicFile.createDirectory(folder.path("file")) }
    #expect(throws: FormatError.self) { try AtomicFile.createDirectory(folder.path("file/in")) }
  }

  @Test func whatADeadRunLeftAsideIsRemovedAndNothingElse() throws {
    let folder = try TemporaryFolder()
    let dead = Process()
    dead.executableURL = URL(fileURLWithPath: "/bin/true")
    try dead.run()
    dead.waitUntilExit()
    let left = ".a.csv.\(dead.processIdentifier).9f.tmp"
    let kept = [
      ".a.csv.\(getpid()).9f.tmp", ".b.csv.\(dead.processIdentifier).9f.tmp",
      ".a.csv.x.9f.tmp", "a.csv.\(dead.processIdentifier).tmp",
    ]
    for name in kept + [left, left + "-journal"] { try folder.write([1], name) }
    try AtomicFile.write([2], to: folder.path("a.csv"))
    #expect(try folder.names.sorted() == (kept + ["a.csv"]).sorted())
  }
}
