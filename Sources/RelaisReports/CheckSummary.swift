public import CoverageEngine
public import RelaisGeo
public import RelaisWording

/// What `relais check` says of one file.
public struct CheckSummary: Sendable {
  public var file: String
  public var kind: InputKind
  public var format: String
  public var rows: Int
  public var taken: Int
  /// Reasons of rejection with their counts, in the order of the reasons.
  public var reasons: [(RejectedRow.Code, Int)]
  /// The first few rejected rows.
  public var examples: [RejectedRow]
  public var findings: [Finding]
  public var facts: [CheckFact]
  /// The columns that are read, and what each is taken for.
  public var columns: [ColumnUse]

  public init(
    file: String, kind: InputKind, format: String, rows: Int, taken: Int,
    reasons: [(RejectedRow.Code, Int)], examples: [RejectedRow], findings: [Finding],
    facts: [CheckFact], columns: [ColumnUse] = []
  ) {
    self.file = file
    self.kind = kind
    self.format = format
    self.rows = rows
    self.taken = taken
    self.reasons = reasons
    self.examples = examples
    self.findings = findings
    self.facts = facts
    self.columns = columns
  }
}

/// Something a file turned out to hold.
public enum CheckFact: Sendable {
  case edges(Int)
  case nodes(Int)
  case components(Int)
  case length(Length)
  case envelope(Envelope)
  case areas([String])
  /// Rows that have an address and no position.
  case toPlace(Int)
}

extension Wording {
  public func check(_ summary: CheckSummary) -> String {
    var lines = [
      summary.file,
      "  " + say("format : ", "format: ") + summary.format + say(" ; contient ", "; holds ")
        + content(summary),
      "  " + say("lignes lues : ", "rows read: ") + integer(summary.rows)
        + say(" ; reprises : ", "; taken: ") + integer(summary.taken)
        + say(" ; écartées : ", "; left out: ") + integer(summary.rows - summary.taken),
    ]
    if !summary.columns.isEmpty { lines.append("  " + columns(summary.columns)) }
    for (reason, count) in summary.reasons {
      lines.append(
        "    " + integer(count) + " × " + self.reason(reason) + " [\(reason.rawValue)]")
    }
    for row in summary.examples where !row.code.isRule {
      lines.append("    " + place(row.place) + say(" : ", ": ") + sentence(row))
    }
    lines += summary.facts.compactMap { fact($0).map { "  " + $0 } }
    lines += summary.findings.map { "  " + sentence($0) }
    return lines.map(typographic).joined(separator: "\n")
  }

  /// What a file holds. Areas and points without columns of their own do not say what they are for.
  private func content(_ summary: CheckSummary) -> String {
    switch summary.kind {
    case .boundary:
      say(
        "des zones (limite, quartiers, carte scolaire…)", "areas (boundary, districts, catchments…)"
      )
    case .adherents: say("des lieux (relais, candidats…)", "places (relays, candidates…)")
    default: name(summary.kind)
    }
  }

  private func fact(_ fact: CheckFact) -> String? {
    switch fact {
    case .edges(let number): return count(number, ("arête", "arêtes"), ("edge", "edges"))
    case .nodes(let number): return count(number, ("nœud", "nœuds"), ("node", "nodes"))
    case .components(let number):
      return count(
        number, ("morceau relié", "morceaux reliés"), ("connected piece", "connected pieces"))
    case .length(let length): return distance(length) + say(" à pied", " to walk")
    case .envelope(let box):
      guard !box.isEmpty else { return nil }
      func number(_ value: Double) -> String { decimal(value, places: abs(value) > 360 ? 1 : 5) }
      return say("étendue : ", "extent: ") + "\(number(box.minX)) … \(number(box.maxX)), "
        + "\(number(box.minY)) … \(number(box.maxY))"
    case .toPlace(let number):
      guard number > 0 else { return nil }
      return integer(number)
        + say(
          " sans position : la base adresse du territoire les placera",
          " without a position: the territory’s address base will place them")
    case .areas(let names): return names.isEmpty ? nil : names.joined(separator: ", ")
    }
  }
}
