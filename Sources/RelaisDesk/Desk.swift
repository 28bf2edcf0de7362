import Foundation
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import RelaisRegistry
public import RelaisTown
public import RelaisWording

/// The desk: a territory's registry, rounds and coverage in a browser.
///
/// It calls the functions the commands call, and what it acknowledges is on the disk.
public struct Desk: Sendable {
  private let state: DeskState

  /// - Parameter wording: The language of those who ask for none.
  /// - Throws: `RegistryError` where the file of accounts cannot be made or read.
  public init(
    of territory: Territory, _ settings: DeskSettings, in wording: Wording
  ) throws {
    state = DeskState(
      territory, settings, wording, accounts: try DeskStore(path: Desk.accountsFile(territory)))
  }

  /// Where accounts and sessions are kept.
  public static func accountsFile(_ territory: Territory) -> String {
    territory.folder + "/desk.sqlite"
  }

  /// What is worth saying once requests are answered.
  public struct Start: Sendable {
    /// `http://127.0.0.1:8080/`
    public var address: String
    /// The link to make the first account; `nil` where there is one.
    public var setup: String?
  }

  /// Answers requests until the task is cancelled; those that were begun are then finished.
  ///
  /// - Parameter started: Called once, when requests are answered.
  public func run(started: @escaping @Sendable (Start) -> Void) async throws {
    let secret = try state.accounts.makeSetupSecret()
    let address = state.settings.address
    var server = HTTP1Channel.Configuration(idleTimeout: .seconds(90))
    server.httpDecoder = .init(
      maxHeaderFieldSize: 16 << 10, maxHeaderListSize: 32 << 10, maxHeaderFieldCount: 100)
    let application = Application(
      router: DeskRoutes(state: state).router(),
      server: .http1(configuration: server),
      configuration: ApplicationConfiguration(
        address: .hostname(address.host, port: address.port), serverName: nil),
      onServerRunning: { channel in
        let port = channel.localAddress?.port ?? address.port
        let base = "http://" + address.text(port: port) + "/"
        started(Start(address: base, setup: secret.map { base + "setup/" + $0 }))
      },
      logger: Logger(label: "relais", factory: { _ in SwiftLogNoOpLogHandler() }))
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        do {
          try await application.run()
        } catch let error as IOError
          where [EADDRINUSE, EADDRNOTAVAIL, EACCES].contains(error.errnoCode)
        {
          throw RequestError.addressNotFree(address.text(port: address.port))
        }
      }
      group.addTask { try await Upkeep(state: state).run() }
      defer { group.cancelAll() }
      do { try await group.next() } catch is CancellationError {}
      await state.feed.finish()
      await state.uploads.removeAll()
    }
  }
}
