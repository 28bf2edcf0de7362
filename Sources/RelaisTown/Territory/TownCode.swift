/// The official code of a French commune (INSEE): five characters, `2A` and `2B` for Corsica.
public enum TownCode {
  public static func isValid(_ code: String) -> Bool {
    let characters = Array(code.utf8)
    guard characters.count == 5 else { return false }
    return characters.enumerated().allSatisfy { index, byte in
      (48...57).contains(byte)
        || index == 1 && characters[0] == 50 && (byte == 65 || byte == 66)
    }
  }
}
