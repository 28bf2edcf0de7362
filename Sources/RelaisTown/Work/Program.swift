/// The program and its version, as what it writes names them.
public enum Program {
  public static let version = "0.1.0"
  public static let name = "Relais \(version)"
}
