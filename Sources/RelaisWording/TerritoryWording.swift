package import CoverageEngine

/// What `relais init` writes and says.
extension Wording {
  /// The commented `relais.yml`.
  package func configuration(name: String, insee: String?) -> String {
    let name = yaml(name)
    let insee = yaml(insee ?? "")
    return say(
      "territory.configuration",
      [
        "name": .text(name), "insee": .text(insee), "languages": .list(Language.all.map(\.code)),
      ])
  }

  /// A text as a quoted YAML scalar.
  private func yaml(_ text: String) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    // YAML allows no control characters, and none belongs in a name.
    let printable = escaped.unicodeScalars.filter { $0.properties.generalCategory != .control }
    return "\"\(String(String.UnicodeScalarView(printable)))\""
  }

  /// Which files to put where, with their official names.
  package func whatToPutWhere(folder: String) -> String {
    var lines = [
      say("territory.whatToPutWhere.territoryMade", ["folder": .text(folder)]),
      say("territory.whatToPutWhere.nowPut"),
      "",
    ]
    for kind in InputKind.allCases {
      lines.append("  sources/\(kind.word)/")
      lines.append("      " + officialName(kind))
    }
    lines += [
      "",
      say("territory.whatToPutWhere.theStreets", ["folder": .text(folder)]),
    ]
    return lines.joined(separator: "\n")
  }

  /// The data set a kind of file is published as, and its publisher.
  package func officialName(_ kind: InputKind) -> String {
    switch kind {
    case .streets:
      say("territory.officialName.streets")
    case .boundary:
      say("territory.officialName.boundary")
    case .adherents:
      say("territory.officialName.adherents")
    case .addresses:
      say("territory.officialName.addresses")
    case .districts:
      say("territory.officialName.districts")
    case .priorityAreas:
      say("territory.officialName.priorityAreas")
    case .schools:
      say("territory.officialName.schools")
    case .catchments:
      say("territory.officialName.catchments")
    case .population:
      say("territory.officialName.population")
    case .candidates:
      say("territory.officialName.candidates")
    }
  }
}
