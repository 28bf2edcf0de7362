import RelaisWording

extension ReportFormat {
  /// Which doors to knock on this week, and why those.
  public static let apprentice = ReportFormat(
    reader: "apprentice", fileName: "apprentice.html", isPublic: false,
    compose: { ApprenticeComposer(material: $0, wording: $1).document() },
    write: { HTMLWriter().write($0) })
}
