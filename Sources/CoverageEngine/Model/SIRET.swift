/// INSEE's number of an establishment.
public enum SIRET {
  /// The 14 digits of a text, spaces and points aside; `nil` for anything else.
  public static func digits(of text: String) -> String? {
    let digits = text.filter { !$0.isWhitespace && $0 != "." }
    return digits.count == 14 && digits.allSatisfy { $0.isASCII && $0.isNumber } ? digits : nil
  }
}
