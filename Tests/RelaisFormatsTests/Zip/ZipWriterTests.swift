import RelaisTestSupport
import Testing

@testable import RelaisFormats

/// Archives that are written are those that are read.
@Suite struct ZipWriterTests {
  @Test func oneFileIsReadBack() throws {
    let text = Array("<qgis>été</qgis>".utf8)
    let folder = try TemporaryFolder()
    let path = try folder.write(ZipWriter.archive([("a.csv", text)]), "a.zip")
    #expect(try InputFile(path: path).bytes == text)
    #expect(ZipWriter.archive([("a.csv", text)]) == ZipWriter.archive([("a.csv", text)]))
  }

  @Test(.needs(.program(.python3))) func anotherProgramReadsSeveral() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      ZipWriter.archive([("été.txt", Array("un".utf8)), ("b/c.txt", [])]), "a.zip")
    let outcome = try Programs.run(
      Program.python3.path,
      [
        "-c",
        "import zipfile,sys; z=zipfile.ZipFile(sys.argv[1]); print(z.testzip(), z.namelist(), z.read('été.txt'))",
        folder.path("a.zip"),
      ])
    #expect(outcome.output == "None ['été.txt', 'b/c.txt'] b'un'\n", "\(outcome.output)")
  }
}
