import CoverageEngine
import RelaisGeo
import RelaisRegistry
import RelaisTestSupport
import RelaisTown
import RelaisWording

/// A town on a plane in files, small enough to work out by hand: rue A, 100 m; rue B, 80 m north from its end.
struct SmallTown {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let streets = """
      id,u,v,length,wkt,weight,name
      a,w,c,100,"LINESTRING (0 0, 100 0)",1,Rue A
      b,c,n,80,"LINESTRING (100 0, 100 80)",1,Rue B

      """
    try folder.write(streets.utf8, "streets.csv")
    // 10 m off rue A, at its 40th metre.
    try folder.write("id,x,y\nR1,40,10\n".utf8, "relays.csv")
  }

  var files: PlainFiles {
    var files = PlainFiles(
      streets: [folder.path("streets.csv")], relays: [folder.path("relays.csv")])
    files.referenceSystem = .local
    return files
  }

  /// Work of a fixed day.
  static func work(
    _ language: Language = .english, cancellation: Cancellation = .never
  ) -> Work {
    guard let today = CalendarDay("2026-11-20") else { preconditionFailure() }
    return Work(
      in: Wording(language),
      by: RegistryStamp(
        author: "test", recordedAt: "2026-11-20T09:30:00.000Z", today: today),
      cancellation: cancellation)
  }
}
