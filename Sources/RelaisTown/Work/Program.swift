import CBuild

/// The program and its version, as what it writes names them.
public enum Program {
  public static let version = "0.1.0"
  public static let name = "Relais \(version)"

  /// The commit it was built from, with a plus sign where files had been changed since; `nil` where the build did not say.
  ///
  /// Nothing a run writes names it: the same inputs give the same bytes at every commit that computes the same.
  public static var commit: String? { said(relais_commit()) }

  /// The version of Swift it was built with; `nil` where the build did not say.
  public static var swift: String? { said(relais_swift()) }

  /// - Parameter text: Never NULL.
  private static func said(_ text: UnsafePointer<CChar>) -> String? {
    let text = String(cString: text)
    return text.isEmpty ? nil : text
  }
}
