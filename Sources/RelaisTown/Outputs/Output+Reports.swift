import RelaisFormats
import RelaisReports
import RelaisWording

/// The pages people read, and what lies beside them.
extension Output {
  static func page(of format: ReportFormat) -> Output {
    Output(format.fileName, for: readers(of: format)) { material in
      material.report.map { report in
        { @Sendable in format.file(of: report, in: material.wording.language) }
      }
    }
  }

  /// The agent's page names adherents and what was written of them.
  static func readers(of format: ReportFormat) -> FileReaders {
    format.fileName == ReportFormat.agent.fileName ? .owner : .everybody
  }

  /// A page on paper, made by ``TownRun/printReports(_:in:)``; that of an earlier run would pass for this one's.
  static func pdf(of format: ReportFormat) -> Output {
    Output(names: [.file(PagePrinter.name(of: format.fileName))]) { _ in [] }
  }

  /// `schools/<name>.html`, a page for each school, and `schools/index.html`, which leads to them.
  static let schoolPages = Output(names: [.files(beginning: "schools/", ending: ".html")]) {
    material in
    guard let report = material.report, let page = SchoolPage(report, material.wording.language)
    else { return [] }
    guard !page.schools.isEmpty else { return [] }
    return page.schools.map { school in
      OutputPart("schools/" + page.fileName(of: school)) { page.file(of: school) }
    } + [OutputPart("schools/" + page.indexName) { page.indexFile() }]
  }

  /// Schools' pages on paper, made by ``TownRun/printReports(_:schools:in:)``.
  static let schoolPrints = Output(
    names: [.files(beginning: "schools/", ending: ".pdf")]
  ) { _ in [] }

  /// The public list for open data, with its Table Schema.
  static let publicRelays = Output(
    names: ["csv", "csv.schema.json", "geojson"].map { .file("relais_publics." + $0) }
  ) { material in
    guard let report = material.report else { return [] }
    let relays = PublicRelay.all(of: report)
    return [
      OutputPart("relais_publics.csv") { PublicList.csv(relays) },
      OutputPart("relais_publics.csv.schema.json") { PublicList.schema(material.wording) },
      OutputPart("relais_publics.geojson") { PublicList.geoJSON(relays) },
    ]
  }

  static let agentTasks = Output("agent.csv", for: readers(of: .agent)) { material in
    guard let report = material.report, report.agent != nil else { return nil }
    return {
      AgentTasksTable.csv(AgentTasksTable.tasks(of: report, material.wording), material.wording)
    }
  }

  static let summary = Output("summary.json") { material in
    material.summary.map { bytes in { @Sendable in bytes } }
  }

  /// `kit-<code>.html`, each written when it is asked for.
  static let kits = Output(names: [.files(beginning: "kit-", ending: ".html")]) { _ in [] }
}
