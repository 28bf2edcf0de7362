import RelaisWording

extension ReportFormat {
  /// How well are our children covered, and where are the gaps.
  public static let council = ReportFormat(
    reader: "council", fileName: "council.html", isPublic: true,
    compose: { CouncilComposer(material: $0, wording: $1).document() },
    write: { HTMLWriter().write($0) })
}
