import RelaisRegistry
import RelaisTestSupport
import RelaisTown
import RelaisWording
import Testing

@testable import RelaisDesk

/// The desk's own tables, without a server.
enum DeskFixture {
  /// Every address.
  static func routes() throws -> [DeskRoute] {
    let folder = try TemporaryFolder()
    try folder.write(Array("name: Essai\n".utf8), "relais.yml")
    let address = try #require(DeskSettings.Address("127.0.0.1:0"))
    let state = DeskState(
      try Territory(at: folder.path), DeskSettings(address), Wording(),
      accounts: try DeskStore(path: folder.path("desk.sqlite")))
    return DeskRoutes(state: state).all
  }
}
