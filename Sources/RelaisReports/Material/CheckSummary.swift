public import CoverageEngine
public import RelaisFormats
public import RelaisGeo
package import RelaisWording

/// What `relais check` says of one file.
public struct CheckSummary: Sendable {
  /// The file's path, as it was given.
  public var file: String
  /// What it was read as.
  public var kind: InputKind
  /// As recognised by content.
  public var format: SourceFormat
  /// Rows of the file, taken or not.
  public var rows: Int
  /// Rows that importing it would take.
  public var taken: Int
  /// Reasons of rejection with their counts, in the order of the reasons.
  public var reasons: [(RejectedRow.Code, Int)]
  /// The first few rejected rows.
  public var examples: [RejectedRow]
  /// What the importer noticed, rejected rows apart.
  public var findings: [Finding]
  /// Those of them that the territory's last run said, too.
  public var known: Set<Finding> = []
  /// Figures of the content, such as the number of edges.
  public var facts: [CheckFact]
  /// The columns that are read, and what each is taken for.
  public var columns: [ColumnUse]
  /// The layer, reference system and encoding that were read.
  public var understood: Understood
  /// Of streets: whether their network can bear figures.
  public var health: NetworkHealth?

  /// The rest of the rows was rejected: `rows` − `taken`.
  public init(
    file: String, kind: InputKind, format: SourceFormat, rows: Int, taken: Int,
    reasons: [(RejectedRow.Code, Int)], examples: [RejectedRow], findings: [Finding],
    facts: [CheckFact], columns: [ColumnUse] = [],
    understood: Understood = Understood(), health: NetworkHealth? = nil
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
    self.understood = understood
    self.health = health
  }

  /// Which ways are walked and to cover, of a file of streets.
  package var rules: StreetRules? { StreetRules(format, columns: columns) }
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
  /// The lines `relais check` prints for one file.
  package func check(_ summary: CheckSummary) -> String {
    var lines = [summary.file]
    if let health = summary.health { lines += told(health).map { "  " + $0 } }
    lines += [
      "  "
        + say(
          "findings.check.format",
          ["format": .text(summary.format.code), "content": .text(content(summary))]),
      "  "
        + say(
          "findings.check.rowsRead",
          [
            "rows": .integer(summary.rows), "taken": .integer(summary.taken),
            "leftOut": .integer(summary.rows - summary.taken),
          ]),
    ]
    lines += reading(
      summary.understood, rules: summary.kind == .streets ? summary.rules : nil, summary.columns
    ).map { "  " + $0 }
    for (reason, count) in summary.reasons {
      lines.append(
        "    " + integer(count) + " × " + self.reason(reason) + " [\(reason.rawValue)]")
    }
    for row in summary.examples where !row.code.isRule {
      lines.append("    " + labelled(place(row.place), sentence(row)))
    }
    lines += summary.facts.compactMap { fact($0).map { "  " + $0 } }
    // What nobody was told yet comes first.
    let new = summary.findings.filter { $0.severity >= .error || !summary.known.contains($0) }
    lines += new.map { "  " + sentence($0) }
    let known = summary.findings.count - new.count
    if known > 0 { lines.append("  " + knownFindings(known)) }
    return lines.joined(separator: "\n")
  }

  /// The school calendar that applies in the territory of the files.
  package func checked(_ calendar: FrenchCalendar) -> String {
    labelled(doctorCalendarTitle, doctorCalendar(calendar))
  }

  /// The verdict, then each flaw with its first places.
  private func told(_ health: NetworkHealth) -> [String] {
    [verdict(health)]
      + health.problems.flatMap { problem in
        ["  " + counted(problem.flaw, problem.count, problem.length)]
          + problem.places.prefix(3).map { place in
            let x = decimal(place.position.x, places: 6)
            let y = decimal(place.position.y, places: 6)
            return "    "
              + labelled(
                "\(x) ; \(y)", sentence(problem.flaw, street: place.street, place.length))
          }
      }
  }

  /// What a file holds. Areas and points without columns of their own do not say what they are for.
  private func content(_ summary: CheckSummary) -> String {
    switch summary.kind {
    case .boundary:
      say("findings.content.boundary")
    case .adherents: say("findings.content.adherents")
    case .streets, .districts, .priorityAreas, .addresses, .schools, .catchments, .candidates,
      .population:
      name(summary.kind)
    }
  }

  private func fact(_ fact: CheckFact) -> String? {
    switch fact {
    case .edges(let number): return say("count.edges", ["number": .integer(number)])
    case .nodes(let number): return say("count.nodes", ["number": .integer(number)])
    case .components(let number):
      return say("count.connectedPieces", ["number": .integer(number)])
    case .length(let length): return say("findings.fact.length", ["length": .length(length)])
    case .envelope(let box):
      guard !box.isEmpty else { return nil }
      func number(_ value: Double) -> String { decimal(value, places: abs(value) > 360 ? 1 : 5) }
      return say(
        "findings.fact.envelope",
        [
          "west": .text(number(box.minX)), "east": .text(number(box.maxX)),
          "south": .text(number(box.minY)), "north": .text(number(box.maxY)),
        ])
    case .toPlace(let number):
      guard number > 0 else { return nil }
      return say("findings.fact.toPlace", ["number": .integer(number)])
    case .areas(let names): return names.isEmpty ? nil : names.joined(separator: ", ")
    }
  }
}
