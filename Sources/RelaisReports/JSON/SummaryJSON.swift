package import CoverageEngine
package import RelaisFormats
package import RelaisGeo
package import RelaisWording

/// One input of a run, as `summary.json` lists it.
package struct InputSummary: Hashable, Sendable {
  /// What it was read as.
  package var kind: SourceKind
  /// The file's name.
  package var file: String
  /// As recognised by content.
  package var format: SourceFormat
  /// Rows of the file; `taken` + `rejected`.
  package var rows: Int
  /// Rows that were used.
  package var taken: Int
  /// Rows listed under `rejects/`.
  package var rejected: Int
  /// SHA-256 of the file's bytes.
  package var fingerprint: String

  /// - Precondition: `rows` is `taken` + `rejected`.
  package init(
    kind: SourceKind, file: String, format: SourceFormat, rows: Int, taken: Int, rejected: Int,
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
package enum SummaryJSON {
  /// - Parameter inputs: One per file read, in the order they were read.
  package static func bytes(
    of material: ReportMaterial, system: ReferenceSystem, inputs: [InputSummary],
    _ wording: Wording = Wording()
  ) -> [UInt8] {
    let result = material.result
    var json = JSONWriter(capacity: 1 << 14)
    json.beginObject()
    json.member("schema", "relais.summary/1")
    json.key("territory")
    json.beginObject()
    json.member("name", material.territory)
    json.member("insee", material.insee)
    json.member("crs", system.description)
    json.endObject()
    json.member("as_of", material.date?.iso)
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
    if let health = result.health { HealthJSON.write(health, to: &json) }
    json.key("relays")
    json.beginObject()
    json.member("count", result.facilities.count)
    json.member("attached", result.snaps.count { $0 != nil })
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
    for found in result.byBudget { writeGaps(found, to: &json) }
    json.endArray()
    for (key, areas) in [("districts", result.districts), ("priority_areas", result.priorities)] {
      json.key(key)
      json.beginArray()
      for area in areas {
        json.breakLine()
        write(area, to: &json)
      }
      json.endArray()
    }
    if !result.communes.isEmpty {
      json.key("communes")
      json.array { json in
        for commune in result.communes {
          json.breakLine()
          write(commune, insee: commune.id, to: &json)
        }
      }
    }
    if let fragility = result.fragility { write(fragility, result, to: &json) }
    if let inTime = result.inTime {
      TimeJSON.writeSummary(inTime, result.parameters.mainBudget, to: &json)
    } else {
      json.key("windows")
      json.array { _ in }
    }
    json.key("schools")
    json.beginArray()
    if let routes = material.routes {
      for index in routes.schools.indices { SchoolJSON.write(routes, index, to: &json) }
    }
    json.endArray()
    if let routes = material.routes {
      json.key("school_routes")
      SchoolJSON.writeOutcomes(routes, to: &json)
    }
    if let prospection = material.prospection {
      json.key("prospection")
      ProspectJSON.writeSummary(prospection, material.doors(wording), to: &json)
    }
    json.key("trend")
    TrendJSON.write(material.trend, to: &json)
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
    for budget in parameters.budgets { json.metres(budget.length) }
    json.endArray()
    json.member("main_budget_m", parameters.mainBudget)
    json.member("connector", parameters.countsConnector ? "straight" : "none")
    json.member("max_snap_m", parameters.maximumSnap)
    json.member("snap", parameters.snapping.rawValue)
    json.member("buffer_m", parameters.bufferRadius)
    json.endObject()
  }

  private static func write(_ input: InputSummary, to json: inout JSONWriter) {
    json.beginObject()
    json.member("kind", input.kind.text)
    json.member("file", input.file)
    json.member("format", input.format.code)
    json.member("rows", input.rows)
    json.member("taken", input.taken)
    json.member("rejected", input.rejected)
    // Of a grid, whose figures are small numbers, a fingerprint would confirm a guess.
    json.member("sha256", input.kind == .input(.population) ? nil : input.fingerprint)
    json.endObject()
  }

  /// What crow-fly circles of the same radius would claim of the demand streets.
  private static func writeCircles(_ summary: BudgetSummary, to json: inout JSONWriter) {
    json.beginObject()
    json.member("distance_m", summary.budget)
    json.member("streets_m", summary.streetsInCircles)
    json.member("share", summary.circlesShare)
    json.endObject()
  }

  private static func writeGaps(
    _ found: BudgetResult, to json: inout JSONWriter
  ) {
    let gaps = found.gaps
    json.beginObject()
    json.member("distance_m", found.budget)
    json.member("count", gaps.count)
    json.member("length_m", gaps.reduce(Length.zero) { $0 + $1.length })
    json.member("longest_m", gaps.first?.length ?? .zero)
    json.endObject()
  }

  private static func write(
    _ district: DistrictSummary, insee: String? = nil, to json: inout JSONWriter
  ) {
    json.beginObject()
    if let insee { json.member("insee", insee) }
    json.member("id", district.id)
    json.member("name", district.name)
    json.member("streets_m", district.streets)
    json.key("budgets")
    json.beginArray()
    for (budget, covered) in district.covered.pairs {
      json.beginObject()
      json.member("distance_m", budget)
      json.member("streets_covered_m", covered)
      json.key("streets_share")
      json.number(
        district.streets > .zero
          ? Double(covered.millimetres) / Double(district.streets.millimetres) : 0)
      json.endObject()
    }
    json.endArray()
    json.endObject()
  }

  /// Within the main budget: what only one relay covers, and what each would be missed for.
  private static func write(
    _ fragility: Fragility, _ result: AnalysisResult, to json: inout JSONWriter
  ) {
    let kept = Set(fragility.toKeep)
    json.key("fragility")
    json.object { json in
      json.member("distance_m", result.parameters.mainBudget)
      json.member("only_one_m", fragility.onlyOne)
      json.key("relays")
      json.array { json in
        for (index, facility) in result.facilities.enumerated() {
          json.object { json in
            json.member("id", facility.id)
            json.member("loss_m", fragility.losses[index])
            json.member("keep", kept.contains(index))
          }
        }
      }
    }
  }
}
