import RelaisGeo

/// Columns that look like personal data of children: no file that has one is taken.
enum ChildData {
  private static let whole: Set<String> = [
    "enfant", "enfants", "eleve", "eleves", "child", "children", "pupil", "pupils", "age", "neele",
    "nele",
  ]
  private static let parts = [
    "naissance", "birth", "nomenfant", "nomdelenfant", "nomeleve", "nomdeleleve", "childname",
    "nameofchild", "childsname", "pupilname",
  ]

  static func isSuspect(_ header: String) -> Bool {
    let folded = ColumnName.foldedLetters(header)
    return whole.contains(folded) || parts.contains { folded.contains($0) }
  }
}
