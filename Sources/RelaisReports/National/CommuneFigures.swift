package import CoverageEngine
import RelaisFormats
package import RelaisGeo

/// What is known of one commune among many.
package struct CommuneFigures: Hashable, Sendable {
  /// How far its figures are.
  package enum State: String, CaseIterable, Sendable {
    case done
    /// Its data cannot be computed.
    case failed
    /// Nobody has done it yet.
    case missing
  }

  package var insee: String
  package var name: String
  package var state: State
  /// Relays inside its outline.
  package var relays = 0
  /// Streets to cover inside its outline.
  package var streets = Length.zero
  /// Of these, what is covered at each budget, in the budgets' order; empty unless done.
  package var covered: [Length] = []
  /// What went wrong, in words; empty unless failed.
  package var problem = ""

  package init(insee: String, name: String, state: State) {
    self.insee = insee
    self.name = name
    self.state = state
  }

  /// The share covered at a budget, by its number; `nil` without streets or figures.
  package func share(_ budget: Int) -> Double? {
    guard streets > .zero, budget < covered.count else { return nil }
    return Double(covered[budget].millimetres) / Double(streets.millimetres)
  }
}

extension CommuneFigures {
  private static let schema = "relais.unit/1"

  /// `figures.json` of a unit.
  package static func bytes(
    of result: AnalysisResult, insee: String, name: String, relays: Int, system: ReferenceSystem,
    findings: [Finding]
  ) -> [UInt8] {
    var json = JSONWriter(capacity: 1 << 12)
    json.object { json in
      json.member("schema", schema)
      json.member("insee", insee)
      json.member("name", name)
      json.member("crs", system.description)
      json.member("relays", relays)
      json.key("network")
      CoverageJSON.write(result.network, to: &json)
      json.member("health", result.health.map(\.verdict.rawValue))
      json.key("budgets")
      json.array { json in
        for summary in result.summaries {
          json.breakLine()
          CoverageJSON.write(summary, to: &json)
        }
      }
      json.key("findings")
      json.object { json in
        for code in Finding.Code.allCases {
          let count = findings.count { $0.code == code }
          if count > 0 { json.member(code.rawValue, count) }
        }
      }
    }
    return json.finish()
  }

  /// Reads what ``bytes(of:insee:name:relays:system:findings:)`` wrote; `nil` for anything else, and where its budgets are
  /// others.
  package init?(_ bytes: [UInt8], budgets: Budgets) {
    guard case .object(let members)? = try? JSONValue(bytes),
      members["schema"] == .string(CommuneFigures.schema),
      case .string(let insee)? = members["insee"], case .string(let name)? = members["name"],
      case .number(let relays)? = members["relays"], case .array(let read)? = members["budgets"],
      read.count == budgets.count
    else { return nil }
    self.init(insee: insee, name: name, state: .done)
    self.relays = Int(relays)
    for (budget, value) in zip(budgets, read) {
      guard case .object(let summary) = value,
        case .number(let distance)? = summary["distance_m"],
        case .number(let streets)? = summary["streets_m"],
        case .number(let covered)? = summary["streets_covered_m"],
        Length(metres: distance) == budget.length
      else { return nil }
      // Metres with three decimals are whole millimetres again.
      self.streets = Length(metres: streets)
      self.covered.append(Length(metres: covered))
    }
  }
}
