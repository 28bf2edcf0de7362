import Foundation
import RelaisGeo

/// Passwords of the desk: what they must be, and what is kept of one.
///
/// Rules of OWASP ASVS 5.0, 6.2: length decides, common ones are refused, no characters are demanded. Kept is scrypt's key
/// (RFC 7914) with its salt and cost.
public struct DeskPassword: Hashable, Sendable {
  /// Why a password is not taken.
  public enum Refusal: Error, Hashable, Sendable {
    case short(least: Int)
    case long(most: Int)
    /// One that is among the first to be tried: a common word, a run of keys, the name of the account.
    case common
  }

  public static let least = 12
  public static let most = 200

  /// `scrypt$65536$8$2$salt$key`, in hexadecimal digits.
  var text: String

  /// - Parameter name: Of the account, which may not be its password.
  /// - Throws: ``Refusal``.
  public init(_ password: String, of name: String) throws(Refusal) {
    try DeskPassword.check(password, of: name)
    let salt = Secret.bytes(16)
    let cost = Scrypt.Cost.standard
    guard let key = Scrypt.key(of: DeskPassword.bytes(password), salt: salt, cost) else {
      fatalError("libcrypto: no memory for scrypt")
    }
    text =
      "scrypt$\(cost.n)$\(cost.r)$\(cost.p)$\(Secret.hexadecimal(salt))$\(Secret.hexadecimal(key))"
  }

  init(stored text: String) { self.text = text }

  /// One that no password matches, for names nobody bears: finding that out takes as long.
  static let ofNobody = DeskPassword(
    stored: "scrypt$65536$8$2$00000000000000000000000000000000$"
      + String(repeating: "0", count: 64))

  /// Whether a password is this one. Takes some tenths of a second.
  public func matches(_ password: String) -> Bool {
    let parts = text.split(separator: "$").map(String.init)
    guard parts.count == 6, parts[0] == "scrypt", let n = UInt64(parts[1]),
      let r = UInt64(parts[2]), let p = UInt64(parts[3]), n <= 1 << 20, r <= 16, p <= 16,
      let salt = DeskPassword.bytes(hexadecimal: parts[4]),
      let key = DeskPassword.bytes(hexadecimal: parts[5]),
      password.utf8.count <= DeskPassword.most * 4,
      let made = Scrypt.key(
        of: DeskPassword.bytes(password), salt: salt, Scrypt.Cost(n: n, r: r, p: p))
    else { return false }
    return Secret.areSame(made, key)
  }

  /// An accent typed in two ways is one.
  private static func bytes(_ password: String) -> [UInt8] {
    Array(password.precomposedStringWithCanonicalMapping.utf8)
  }

  private static func bytes(hexadecimal text: String) -> [UInt8]? {
    let digits = text.compactMap(\.hexDigitValue)
    guard digits.count == text.count, digits.count.isMultiple(of: 2) else { return nil }
    return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
  }

  private static func check(_ password: String, of name: String) throws(Refusal) {
    if password.count < least { throw .short(least: least) }
    if password.count > most { throw .long(most: most) }
    if isCommon(password, name) { throw .common }
  }

  /// Words passwords of this kind of program are made of, letters alone.
  private static let words: Set<String> = [
    "password", "passwort", "motdepasse", "motsdepasse", "monmotdepasse", "azerty", "azertyuiop",
    "azertyuiopqsdfghjklm", "qwerty", "qwertyuiop", "qwertyuiopasdfghjkl", "qwertz", "admin",
    "administrateur", "administrator", "administration", "welcome", "bienvenue", "bonjour",
    "soleil", "doudou", "loulou", "marseille", "chocolat", "iloveyou", "jetaime", "monamour",
    "letmein", "changeme", "changezmoi", "changeit", "default", "secret", "princesse", "princess",
    "football", "baseball", "superman", "dragon", "monkey", "sunshine", "master", "trustno",
    "pointrelais", "pointsrelais", "pointrelaissecurite", "relais", "relaissecurite", "mairie",
    "villedenancy", "nancy", "enfants", "enfant", "commune", "lettres", "abcdefghijkl",
    "abcdefghijklmnop", "abcdefghijklmnopqrstuvwxyz", "abcdefabcdef", "qsdfghjklm", "wxcvbn",
    "apprenti", "conseil", "agent", "council", "apprentice", "passwordpassword", "adminadmin",
    "correcthorsebatterystaple", "loremipsumdolor",
  ]

  private static func isCommon(_ password: String, _ name: String) -> Bool {
    let folded = Array(
      password.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
        .lowercased())
    if Set(folded).count < 5 { return true }
    let letters = String(folded.filter { $0.isLetter })
    let own = String(
      name.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil).lowercased()
        .filter { $0.isLetter })
    // A common word and what is put around it to reach the length: digits, a stop.
    if words.contains(letters) || !own.isEmpty && letters == own { return true }
    // Said twice.
    let half = letters.prefix(letters.count / 2)
    if half.count >= 4, letters == half + half, words.contains(String(half)) { return true }
    // Digits that count up or down.
    let steps = zip(folded, folded.dropFirst()).map { a, b in
      (b.unicodeScalars.first?.value ?? 0) &- (a.unicodeScalars.first?.value ?? 0)
    }
    let runs = steps.filter { $0 == 1 || $0 == UInt32.max || $0 == 0 }
    return runs.count * 10 >= steps.count * 8
  }
}
