extension ReportFormat {
  /// Every report there is.
  public static let all: [ReportFormat] = [.council, .apprentice, .agent, .public]
}
