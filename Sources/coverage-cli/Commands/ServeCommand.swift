import ArgumentParser
import Dispatch
import RelaisDesk
import RelaisReports
import RelaisTown
import RelaisWording
import Synchronization

/// `relais serve`: the desk, the street and the council's map in a browser.
struct ServeCommand: SpeakingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "serve", abstract: Help.words.serveAbstract,
      discussion: Help.words.serveDiscussion)
  }

  @Argument(help: ArgumentHelp(Help.words.serveTerritory, valueName: "dir"), completion: .directory)
  var folder: String?

  @Option(name: .long, help: ArgumentHelp(Help.words.serveAddress, valueName: "host:port"))
  var address = DeskSettings.usualAddress

  @Flag(name: .customLong("behind-proxy"), help: ArgumentHelp(Help.words.serveBehindProxy))
  var isBehindProxy = false

  @Option(name: .long, help: ArgumentHelp(Help.words.serveProxy, valueName: "address"))
  var proxy: [String] = []

  @OptionGroup var territory: TerritoryOption
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    guard let place = DeskSettings.Address(address) else {
      throw ValidationError(Help.words.badAddress(address))
    }
    if !place.isLoopback, !isBehindProxy { throw ValidationError(Help.words.proxyNeeded) }
  }

  func run(_ speaker: Speaker) throws {
    guard let place = DeskSettings.Address(address) else { return }
    var settings = DeskSettings(place, isBehindProxy: isBehindProxy)
    settings.proxies = proxy
    let named = folder.map { TerritorySearch(named: $0, from: "") }
    let desk = try Desk(of: (named ?? territory.search).find(), settings, in: speaker.words)
    let words = speaker.words
    let isAsked: @Sendable () -> Bool = { Interruption.signal != nil }
    try Serving.run(until: isAsked) {
      try await desk.run { start in
        Console.error(words.serving(at: start.address))
        if let link = start.setup { Console.error(words.setUpLink(link)) }
        Console.error(words.stopServing)
      }
    }
  }
}

/// Work that goes on until somebody asks it to stop.
private enum Serving {
  /// Waits for it.
  static func run(
    until isAsked: @escaping @Sendable () -> Bool,
    _ work: @escaping @Sendable () async throws -> Void
  ) throws {
    let end = DispatchSemaphore(value: 0)
    let outcome = Mutex<(any Error)?>(nil)
    Task {
      do {
        try await withThrowingTaskGroup(of: Void.self) { group in
          group.addTask { try await work() }
          group.addTask {
            while !isAsked() { try await Task.sleep(for: .milliseconds(50)) }
          }
          defer { group.cancelAll() }
          try await group.next()
        }
      } catch {
        outcome.withLock { $0 = error }
      }
      end.signal()
    }
    end.wait()
    if let error = outcome.withLock({ $0 }) { throw error }
    if isAsked() { throw Interrupted() }
  }
}
