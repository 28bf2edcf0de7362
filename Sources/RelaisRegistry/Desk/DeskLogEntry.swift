/// Something somebody did at the desk. Entries are only ever added, and hold no secret and no contact.
public struct DeskLogEntry: Hashable, Sendable {
  /// What was done. Raw values are stable.
  public enum Deed: String, CaseIterable, Sendable {
    case signedIn = "signed-in"
    case signInRefused = "sign-in-refused"
    case signedOut = "signed-out"
    case accountMade = "account-made"
    case accountRemoved = "account-removed"
    case passwordChanged = "password-changed"
    case sessionsEnded = "sessions-ended"
    case telephoneAllowed = "telephone-allowed"
    case telephoneEnded = "telephone-ended"
    case establishmentAdded = "establishment-added"
    case factsChanged = "facts-changed"
    case eventRecorded = "event-recorded"
    case undone
    case merged
    case listImported = "list-imported"
    case answersTaken = "answers-taken"
    case contactsExported = "contacts-exported"
    case personLookedUp = "person-looked-up"
    case personErased = "person-erased"
    case copyMade = "copy-made"
    case copyFailed = "copy-failed"
    case scenarioKept = "scenario-kept"
  }

  /// `2026-11-30T09:30:00Z`.
  public var at: String
  /// The account's name; empty for nobody.
  public var account: String
  public var deed: Deed
  /// What it was done to: a code, a number, a file's name. Never a person.
  public var subject: String

  public init(at: String, account: String, deed: Deed, subject: String = "") {
    self.at = at
    self.account = account
    self.deed = deed
    self.subject = subject
  }
}
