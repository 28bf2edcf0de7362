import RelaisWording

extension ReportFormat {
  /// Whether the adherents' file is right, and who is due.
  public static let agent = ReportFormat(
    reader: "agent", fileName: "agent.html", isPublic: false,
    compose: { AgentComposer(material: $0, wording: $1).document() },
    write: { HTMLWriter().write($0) })
}
