extension ReportFormat {
  /// Where the relays are and when they are open, for the town's own site.
  public static let `public` = ReportFormat(
    reader: "public", fileName: "public.html", isPublic: true,
    compose: { PublicPage($0, $1).document() }, write: { HTMLWriter().write($0) },
    layOut: { PublicPage($0, $1).bytes() })
}
