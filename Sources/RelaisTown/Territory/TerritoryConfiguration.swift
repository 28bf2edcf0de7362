import CoverageEngine
import Foundation
import RelaisFormats
import RelaisGeo
import RelaisRegistry
import RelaisReports
import RelaisWording
import Yams

/// What `relais.yml` says, checked key by key so that a slip is reported with its line.
struct TerritoryConfiguration {
  var name = ""
  /// INSEE codes: the town's own, or those of an intercommunality.
  var communes: [String] = []
  /// Whether they are a list, whose members are then reported each.
  var listsCommunes = false
  var referenceSystem: ReferenceSystem?
  var budgets = Budgets.standard
  var countsConnector = true
  var maximumSnap = 60.0
  var snapping = Snapping.streets
  var bufferRadius = 25.0
  /// By kind: paths relative to the territory; kinds not named take what lies in their folder.
  var files: [InputKind: [String]] = [:]
  var columns: [InputKind: ColumnMapping] = [:]
  var layers: [InputKind: String] = [:]
  /// What words of adherents' lists mean as states.
  var states: [String: AdherentState] = [:]
  /// Sources as the reports name them; `nil` to name those of the formats.
  var credits: [String]?
  /// Whom a relay calls.
  var numbers: [CallNumber] = []
  /// `nil` to take that of the département.
  var zone: SchoolZone?
  /// `nil` to take that of the INSEE code.
  var givenDepartment: Department?
  /// `nil` for those of schools of the zone.
  var givenWindows: [SchoolRunWindow]?
  /// `nil` to take the last school year the calendar knows.
  var period: SchoolPeriod?
  /// A day of the week reported hour by hour; `nil` to take the period's first whole school week.
  var week: CalendarDay?
  var calendarSource = CalendarSource.folder
  /// What results are written in; `nil` for what the command is run in.
  var language: Language?
  var candidates = CandidateSettings()
  var prospect = ProspectSettings()
  /// What streets count for in a prospection; `nil` for each metre as its source weighs it.
  var demand: DemandProfile?
  var costs = Costs()
  /// Metres a second.
  var childPace = ReportMaterial.usualPace

  private static let keys =
    [
      "name", "insee", "crs", "budgets", "connector", "max_snap", "snap", "buffer", "files",
      "columns",
      "layers", "states", "credits", "numbers", "lang", "child_pace",
    ] + timeKeys + prospectKeys + demandKeys + costKeys + candidateKeys

  /// The code of a territory of one commune.
  var insee: String? { communes.count == 1 ? communes[0] : nil }

  init(file: String) throws {
    // What is read into a tree takes fifty times its bytes.
    let input = try InputFile(path: file, maximumSize: 1 << 20)
    let text = String(decoding: input.bytes, as: UTF8.self)
    let root: Node?
    do { root = try Yams.compose(yaml: text) } catch let error as YamlError {
      throw TerritoryConfiguration.notYAML(file, error)
    }
    guard let mapping = root?.mapping else {
      throw TerritoryError.notYAML(file: file, line: nil, detail: "name: …")
    }
    for (key, value) in mapping {
      try read(key: key, value: value, file: file)
    }
  }

  private mutating func read(key node: Node, value: Node, file: String) throws {
    let key = node.string ?? ""
    func bad(_ expected: String) -> TerritoryError {
      .badValue(
        file: file, line: value.mark?.line ?? node.mark?.line ?? 0, key: key, expected: expected)
    }
    func slip(_ expected: String, _ place: Node?) -> TerritoryError {
      .badValue(
        file: file, line: (place ?? value).mark?.line ?? node.mark?.line ?? 0, key: key,
        expected: expected)
    }
    func number(_ range: ClosedRange<Double>) throws -> Double {
      guard let number = value.float, range.contains(number) else {
        throw bad("\(range.lowerBound)…\(range.upperBound) m")
      }
      return number
    }
    switch key {
    case "name":
      guard let text = value.scalar?.string else { throw bad("Nancy") }
      name = text
    case "insee":
      let codes = value.scalar.map { [$0.string] } ?? value.array().compactMap(\.scalar?.string)
      communes = value.null != nil ? [] : codes.filter { !$0.isEmpty }
      listsCommunes = value.sequence != nil
      guard value.scalar != nil || codes.count == value.array().count, value.mapping == nil,
        Set(codes).count == codes.count
      else { throw bad("\"54395\", [\"54395\", \"54547\"]") }
    case "crs":
      guard let text = value.scalar?.string else { throw bad("auto, EPSG:2154") }
      if text != "auto" {
        guard let system = try? ReferenceSystem(parsing: text), system != .local else {
          throw bad("auto, EPSG:2154")
        }
        referenceSystem = system
      }
    case "lang":
      guard let language = value.scalar.flatMap({ Language(code: $0.string) }) else {
        throw bad(Language.all.map(\.code).joined(separator: ", "))
      }
      self.language = language
    case "budgets":
      // What is no number is out of range.
      guard let asked = try? Budgets(metres: value.array().map { $0.float ?? .nan }) else {
        throw bad("[300, 500]")
      }
      budgets = asked
    case "connector":
      guard let text = value.string, ["straight", "none"].contains(text) else {
        throw bad("straight, none")
      }
      countsConnector = text == "straight"
    case "max_snap": maximumSnap = try number(0...10_000)
    case "snap":
      guard let chosen = value.string.flatMap(Snapping.init) else {
        throw bad(Snapping.allCases.map(\.rawValue).joined(separator: ", "))
      }
      snapping = chosen
    case "child_pace":
      guard let pace = value.float, (0.2...3).contains(pace) else { throw bad("0.2…3 m/s") }
      childPace = pace
    case "buffer": bufferRadius = try number(0.1...1000)
    case "files":
      for (kind, node) in try kinds(value, file, orElse: bad("{ streets: [a.osm.pbf] }")) {
        let names = node.scalar.map { [$0.string] } ?? node.array().compactMap(\.scalar?.string)
        guard node.scalar != nil || !names.isEmpty, names.count == max(1, node.array().count)
        else { throw bad("{ streets: [a.osm.pbf] }") }
        files[kind] = names
      }
    case "credits": credits = value.scalar.map { [$0.string] } ?? value.array().compactMap(\.string)
    case "layers":
      for (kind, node) in try kinds(value, file, orElse: bad("{ streets: troncon_de_route }")) {
        guard let name = node.scalar?.string else { throw bad("{ streets: troncon_de_route }") }
        layers[kind] = name
      }
    case "states":
      let expected = bad("{ OK: adherent }")
      guard value.null != nil || value.mapping != nil else { throw expected }
      for (word, node) in value.mapping ?? [:] {
        guard let word = word.scalar?.string,
          let state = node.scalar.flatMap({ AdherentWords.state($0.string) })
        else { throw expected }
        states[word] = state
      }
    case "columns":
      let expected = bad("{ streets: { name: NOM_RUE } }")
      for (kind, node) in try kinds(value, file, orElse: expected) {
        guard let named = node.mapping else { throw expected }
        var mapping = ColumnMapping()
        for (name, column) in named {
          guard let key = name.string, let column = column.scalar?.string else { throw expected }
          if let known = ColumnMapping.keys(of: kind), !known.contains(key) {
            throw TerritoryError.unknownKey(
              file: file, line: name.mark?.line ?? 0, key: key, known: known)
          }
          mapping.columns[key] = column
        }
        columns[kind] = mapping
      }
    case "numbers":
      let expected = bad("[{ name: Police municipale, phone: \"17\", hours: 6 h – 3 h }]")
      guard value.sequence != nil else { throw expected }
      numbers = try value.array().map { node in
        let known = ["name", "phone", "hours"]
        for (key, _) in node.mapping ?? [:] where !known.contains(key.string ?? "") {
          throw TerritoryError.unknownKey(
            file: file, line: key.mark?.line ?? 0, key: key.string ?? "", known: known)
        }
        guard let name = node.mapping?["name"]?.scalar?.string,
          let phone = node.mapping?["phone"]?.scalar?.string
        else { throw expected }
        return CallNumber(
          name: name, phone: phone, hours: node.mapping?["hours"]?.scalar?.string ?? "")
      }
    case _ where TerritoryConfiguration.timeKeys.contains(key):
      try readTime(key: key, value: value, bad: slip)
    case _ where TerritoryConfiguration.demandKeys.contains(key):
      try readDemand(value: value, file: file) { expected, at in
        .badValue(
          file: file, line: (at ?? value).mark?.line ?? node.mark?.line ?? 0, key: key,
          expected: expected)
      }
    case _ where TerritoryConfiguration.prospectKeys.contains(key):
      try readProspect(value: value, file: file, bad: slip)
    case _ where TerritoryConfiguration.costKeys.contains(key):
      try readCosts(value, bad: slip)
    case _ where TerritoryConfiguration.candidateKeys.contains(key):
      try readCandidates(value, bad: slip)
    default:
      throw TerritoryError.unknownKey(
        file: file, line: node.mark?.line ?? 0, key: key, known: TerritoryConfiguration.keys)
    }
  }

  /// A mapping by kind; nothing at all under the key is no slip.
  private func kinds(
    _ value: Node, _ file: String, orElse slip: TerritoryError
  ) throws -> [(InputKind, Node)] {
    guard let mapping = value.mapping else {
      if value.null != nil { return [] }
      throw slip
    }
    return try mapping.map { key, node in
      guard let kind = key.string.flatMap(InputKind.init(rawValue:)) else {
        throw TerritoryError.unknownKey(
          file: file, line: key.mark?.line ?? 0, key: key.string ?? "",
          known: InputKind.allCases.map(\.word))
      }
      return (kind, node)
    }
  }

  private static func notYAML(_ file: String, _ error: YamlError) -> TerritoryError {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      .notYAML(file: file, line: mark.line, detail: problem)
    case .duplicatedKeysInMapping(let keys, let context):
      .notYAML(
        file: file, line: context.mark.line,
        detail: keys.map { "\($0)" }.sorted().joined(separator: ", "))
    default: .notYAML(file: file, line: nil, detail: "\(error)")
    }
  }
}
