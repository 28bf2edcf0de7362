import Foundation
import RelaisGeo
import RelaisRegistry
import RelaisTown
import RelaisWording

/// What every request needs: the territory, the accounts, who listens, how often who may ask.
final class DeskState: Sendable {
  let territory: Territory
  let settings: DeskSettings
  /// The language of those who ask for none.
  let wording: Wording
  let accounts: DeskStore
  let feed = ChangeFeed()
  let limits = RateLimits()
  let delays = SignInDelays()
  let uploads = UploadFolder()
  let town: TownHolder
  let rounds = Rendered()
  let publicPage = Rendered()
  /// In each language.
  let streetPages = Dictionary(uniqueKeysWithValues: Language.all.map { ($0, Rendered()) })
  let links = OneTimeLinks()

  init(
    _ territory: Territory, _ settings: DeskSettings, _ wording: Wording, accounts: DeskStore
  ) {
    self.territory = territory
    self.settings = settings
    self.wording = wording
    self.accounts = accounts
    town = TownHolder(territory)
  }

  /// The only place where the desk reads a clock.
  var now: Date { Date() }
  var seconds: Int64 { Int64(now.timeIntervalSince1970) }

  /// What the library is given to work with for whoever asks.
  func work(for context: DeskContext) -> Work {
    work(by: context.session?.account.name ?? "", in: context.wording)
  }

  func work(by author: String, in wording: Wording? = nil) -> Work {
    Work(in: wording ?? self.wording, by: RegistryStamp(author: author, at: now))
  }

  /// - Parameter request: What whoever asks calls the request by; a change under it is made once.
  func registry(for context: DeskContext, _ request: String? = nil) -> TownRegistry {
    var work = work(for: context)
    work.request = request
    return TownRegistry(of: territory, work)
  }

  /// Changes the registry, writes down who did, and tells every page that is open.
  ///
  /// - Parameter request: What whoever asks calls the request by; the same one is done once.
  func changing<Value: Sendable>(
    _ context: DeskContext, _ deed: DeskLogEntry.Deed, of subject: String,
    request: String? = nil, _ body: @escaping @Sendable (TownRegistry) throws -> Value
  ) async throws -> Value {
    try await changing(context, deed, request: request, body, subject: { _ in subject })
  }

  /// The same where only what was done says of what: names stay out of the log, which is never erased.
  func changing<Value: Sendable>(
    _ context: DeskContext, _ deed: DeskLogEntry.Deed, request: String? = nil,
    _ body: @escaping @Sendable (TownRegistry) throws -> Value, subject: (Value) -> String
  ) async throws -> Value {
    let registry = registry(for: context, request)
    let value = try await Blocking.writing.run { try body(registry) }
    await note(deed, subject(value), context)
    await registryChanged()
    return value
  }

  /// Tells every page that is open, and has the map take up the relays of now.
  func registryChanged() async {
    await feed.tell(.registry)
    let work = work(by: "")
    Task { if await town.refresh(work) { await feed.tell(.coverage) } }
  }

  /// Asks the registry.
  func asking<Value: Sendable>(
    _ context: DeskContext, _ body: @escaping @Sendable (TownRegistry) throws -> Value
  ) async throws -> Value {
    let registry = registry(for: context)
    return try await Blocking.reading.run { try body(registry) }
  }

  /// Writes down who did what. What was done stands even where that fails.
  func note(_ deed: DeskLogEntry.Deed, _ subject: String = "", _ context: DeskContext) async {
    await note(deed, subject, by: context.session?.account.name ?? "")
  }

  func note(_ deed: DeskLogEntry.Deed, _ subject: String, by account: String) async {
    let entry = DeskLogEntry(
      at: now.formatted(.iso8601), account: account, deed: deed, subject: subject)
    try? await Blocking.reading.run { [accounts] in try accounts.log(entry) }
  }

  // MARK: Cookies

  var cookieName: String { settings.isBehindProxy ? "__Host-relais" : "relais" }

  /// A cookie that lasts as long as the browser, or on a telephone as long as its session.
  func cookie(_ secret: String, _ kind: DeskSession.Kind = .browser) -> String {
    let age = kind == .telephone ? "; Max-Age=15552000" : ""
    return "\(cookieName)=\(secret); Path=/; HttpOnly; SameSite=Strict\(age)" + secure
  }

  /// Takes the cookie away.
  var noCookie: String {
    "\(cookieName)=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0" + secure
  }

  private var secure: String { settings.isBehindProxy ? "; Secure" : "" }
}
