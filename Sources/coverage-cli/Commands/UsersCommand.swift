public import ArgumentParser
import RelaisDesk
public import RelaisRegistry
import RelaisReports
import RelaisTown
import RelaisWording

/// `relais users`: who may use the desk, and as what.
struct UsersCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "users", abstract: Help.words.usersAbstract,
      discussion: Help.words.usersDiscussion,
      subcommands: [
        UsersAddCommand.self, UsersListCommand.self, UsersRemoveCommand.self,
        UsersPasswordCommand.self,
      ])
  }
}

/// Whose accounts.
struct AccountsOption: ParsableArguments {
  @OptionGroup var territory: TerritoryOption

  /// - Throws: `TerritoryError`, `RegistryError`.
  func open() throws -> DeskStore {
    try DeskStore(path: Desk.accountsFile(try territory.find()))
  }
}

/// `relais users add`.
struct UsersAddCommand: SpeakingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "add", abstract: Help.words.usersAddAbstract)
  }

  @Argument(help: ArgumentHelp(Help.words.userName, valueName: "name"))
  var name: String

  @Option(name: .long, help: ArgumentHelp(Help.words.userRole, valueName: "role"))
  var role: [DeskRole] = []

  @OptionGroup var accounts: AccountsOption
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if role.isEmpty { throw ValidationError(Help.words.roleNeeded) }
    if !DeskAccount.isName(name) {
      throw ValidationError(Help.words.badUserName(most: DeskAccount.longestName))
    }
  }

  func run(_ speaker: Speaker) throws {
    let words = speaker.words
    let store = try accounts.open()
    defer { store.close() }
    let password = try PasswordPrompt(words).ask(of: name, speaker)
    let account = DeskAccount(name: name, roles: Set(role))
    guard try store.add(account, password) else {
      speaker.warn(words.userTaken(name))
      throw ExitStatus.couldNotFinish
    }
    let roles = DeskRole.allCases.filter(account.roles.contains).map { words.name($0) }
    if !global.quiet { try speaker.say(words.userAdded(name, roles)) }
  }
}

/// `relais users list`.
struct UsersListCommand: SpeakingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "list", abstract: Help.words.usersListAbstract)
  }

  @OptionGroup var accounts: AccountsOption
  @OptionGroup var global: GlobalOptions

  func run(_ speaker: Speaker) throws {
    let words = speaker.words
    let store = try accounts.open()
    defer { store.close() }
    let all = try store.accounts()
    if all.isEmpty {
      speaker.note(words.noUsers)
      return
    }
    try speaker.say(
      AlignedColumns.text(
        all.map { account in
          [
            account.name,
            DeskRole.allCases.filter(account.roles.contains).map(\.word)
              .joined(separator: ", "),
          ]
        }))
  }
}

/// `relais users remove`.
struct UsersRemoveCommand: SpeakingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "remove", abstract: Help.words.usersRemoveAbstract)
  }

  @Argument(help: ArgumentHelp(Help.words.userName, valueName: "name"))
  var name: String

  @OptionGroup var accounts: AccountsOption
  @OptionGroup var global: GlobalOptions

  func run(_ speaker: Speaker) throws {
    let words = speaker.words
    let store = try accounts.open()
    defer { store.close() }
    guard try store.remove(name) else {
      speaker.warn(words.userUnknown(name))
      throw ExitStatus.couldNotFinish
    }
    if !global.quiet { try speaker.say(words.userRemoved(name)) }
  }
}

/// `relais users password`.
struct UsersPasswordCommand: SpeakingCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "password", abstract: Help.words.usersPasswordAbstract)
  }

  @Argument(help: ArgumentHelp(Help.words.userName, valueName: "name"))
  var name: String

  @OptionGroup var accounts: AccountsOption
  @OptionGroup var global: GlobalOptions

  func run(_ speaker: Speaker) throws {
    let words = speaker.words
    let store = try accounts.open()
    defer { store.close() }
    let password = try PasswordPrompt(words).ask(of: name, speaker)
    guard try store.setPassword(password, of: name) else {
      speaker.warn(words.userUnknown(name))
      throw ExitStatus.couldNotFinish
    }
    if !global.quiet { try speaker.say(words.userPasswordChanged(name)) }
  }
}

extension DeskRole: ExpressibleByArgument {}
