import CoverageEngine
public import RelaisGeo

/// One input of a run, as `summary.json` lists it.
public struct InputSummary: Hashable, Sendable {
  public var kind: String
  public var file: String
  public var format: String
  public var rows: Int
  public var taken: Int
  public var rejected: Int
  /// SHA-256 of the file's bytes.
  public var fingerprint: String

  public init(
    kind: String, file: String, format: String, rows: Int, taken: Int, rejected: Int,
    fingerprint: String
  ) {
    self.kind = kind
    self.file = file
    self.format = format
    self.rows = rows
    self.taken = taken
    self.rejected = rejected
    self.fingerprint = fingerprint
  }
}

/// `summary.json` of a run: schema `relais.summary/1`. Lengths in metres.
public enum SummaryJSON {
  public static func bytes(
    of material: ReportMaterial, system: ReferenceSystem, inputs: [InputSummary]
  ) -> [UInt8] {
    let result = material.result
    var json = JSONWriter(capacity: 1 << 14)
    json.beginObject()
    json.key("schema")
    json.string("relais.summary/1")
    json.key("territory")
    json.beginObject()
    json.key("name")
    json.string(material.territory)
    json.key("insee")
    if let insee = material.insee { json.string(insee) } else { json.null() }
    json.key("crs")
    json.string(system.description)
    json.endObject()
    json.key("parameters")
    write(result.parameters, to: &json)
    json.key("inputs")
    json.beginArray()
    for input in inputs {
      json.breakLine()
      write(input, to: &json)
    }
    json.endArray()
    json.key("network")
    CoverageJSON.write(result.network, to: &json)
    json.key("relays")
    json.beginObject()
    json.key("count")
    json.integer(result.facilities.count)
    json.key("attached")
    json.integer(result.snaps.count { $0 != nil })
    json.endObject()
    json.key("budgets")
    json.beginArray()
    for summary in result.summaries {
      json.breakLine()
      CoverageJSON.write(summary, to: &json)
    }
    json.endArray()
    json.key("circles")
    json.beginArray()
    for summary in result.summaries { writeCircles(summary, to: &json) }
    json.endArray()
    json.key("gaps")
    json.beginArray()
    for summary in result.summaries { writeGaps(result, summary.budget, to: &json) }
    json.endArray()
    json.key("districts")
    json.beginArray()
    for district in result.districts {
      json.breakLine()
      write(district, result.parameters.budgets, to: &json)
    }
    json.endArray()
    // Filled once opening hours and school routes are computed.
    json.key("windows")
    json.beginArray()
    json.endArray()
    json.key("schools")
    json.beginArray()
    json.endArray()
    json.key("findings")
    json.beginObject()
    for code in Finding.Code.allCases {
      let count = material.findings.count { $0.code == code }
      guard count > 0 else { continue }
      json.key(code.rawValue)
      json.integer(count)
    }
    json.endObject()
    json.endObject()
    return json.finish()
  }

  private static func write(_ parameters: AnalysisParameters, to json: inout JSONWriter) {
    json.beginObject()
    json.key("budgets_m")
    json.beginArray()
    for budget in parameters.budgets { json.metres(budget) }
    json.endArray()
    json.key("main_budget_m")
    json.metres(parameters.mainBudget)
    json.key("connector")
    json.string(parameters.countsConnector ? "straight" : "none")
    json.key("max_snap_m")
    json.metres(parameters.maximumSnap)
    json.key("buffer_m")
    json.metres(parameters.bufferRadius)
    json.endObject()
  }

  private static func write(_ input: InputSummary, to json: inout JSONWriter) {
    json.beginObject()
    json.key("kind")
    json.string(input.kind)
    json.key("file")
    json.string(input.file)
    json.key("format")
    json.string(input.format)
    json.key("rows")
    json.integer(input.rows)
    json.key("taken")
    json.integer(input.taken)
    json.key("rejected")
    json.integer(input.rejected)
    json.key("sha256")
    json.string(input.fingerprint)
    json.endObject()
  }

  /// What crow-fly circles of the same radius would claim of the demand streets.
  private static func writeCircles(_ summary: BudgetSummary, to json: inout JSONWriter) {
    json.beginObject()
    json.key("distance_m")
    json.metres(summary.budget)
    json.key("streets_m")
    json.metres(summary.streetsInCircles)
    json.key("share")
    json.number(summary.circlesShare)
    json.endObject()
  }

  private static func writeGaps(
    _ result: AnalysisResult, _ budget: Length, to json: inout JSONWriter
  ) {
    let gaps = result.gaps.filter { $0.budget == budget }
    json.beginObject()
    json.key("distance_m")
    json.metres(budget)
    json.key("count")
    json.integer(gaps.count)
    json.key("length_m")
    json.metres(gaps.reduce(Length.zero) { $0 + $1.length })
    json.key("longest_m")
    json.metres(gaps.first?.length ?? .zero)
    json.endObject()
  }

  private static func write(
    _ district: DistrictSummary, _ budgets: [Length], to json: inout JSONWriter
  ) {
    json.beginObject()
    json.key("id")
    json.string(district.id)
    json.key("name")
    json.string(district.name)
    json.key("streets_m")
    json.metres(district.streets)
    json.key("budgets")
    json.beginArray()
    for (budget, covered) in zip(budgets, district.covered) {
      json.beginObject()
      json.key("distance_m")
      json.metres(budget)
      json.key("streets_covered_m")
      json.metres(covered)
      json.key("streets_share")
      json.number(
        district.streets > .zero
          ? Double(covered.millimetres) / Double(district.streets.millimetres) : 0)
      json.endObject()
    }
    json.endArray()
    json.endObject()
  }
}
