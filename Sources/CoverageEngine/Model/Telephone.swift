/// A number to ring, as a telephone dials it.
public struct Telephone: Hashable, Sendable {
  /// Digits, after a plus where it is international.
  public let dialled: String

  /// - Parameter text: As people write it; of several numbers the first counts. `nil` for what is no number.
  public init?(_ text: String) {
    let first = text.prefix { !";,/".contains($0) }
    // `+33 (0)3 …`: the nought is dialled at home alone.
    let plain = first.replacing("(0)", with: "")
    var dialled = ""
    for scalar in plain.unicodeScalars {
      switch scalar {
      case "0"..."9": dialled.unicodeScalars.append(scalar)
      case "+" where dialled.isEmpty: dialled = "+"
      case " ", ".", "-", "(", ")", "\u{A0}", "\u{202F}", "\u{2011}", "\u{2013}": break
      default: return nil
      }
    }
    guard (4...15).contains(dialled.count { $0 != "+" }) else { return nil }
    self.dialled = dialled
  }
}
