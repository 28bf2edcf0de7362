import CoverageEngine
import Hummingbird
import RelaisFormats
import RelaisGeo
import RelaisRegistry
import RelaisReports
import RelaisTown
import RelaisWording

/// Taking a list of adherents in: drop it, see what was understood, answer what is asked, confirm; undo later.
struct ImportPages {
  let state: DeskState

  private static let roles: Set<DeskRole> = [.agent, .admin]

  /// What a list's columns may be said to be.
  private static let terms: [ColumnTerm] = ColumnVocabulary.standard.terms(of: .adherents)

  var routes: [DeskRoute] {
    [
      DeskRoute(.get, "/desk/import", .roles(ImportPages.roles)) { request, context in
        var page = start(context)
        page.done(FormFields(query: request.uri.query), to: "/desk/import")
        write(&page)
        return page.response()
      },
      DeskRoute(
        .post, "/desk/import", .roles(ImportPages.roles),
        .upload(most: UploadFolder.most + 1 << 16),
        receive),
      DeskRoute(
        .post, "/desk/import/look", .roles(ImportPages.roles), .form(most: 1 << 18)
      ) { request, context in
        let (upload, answers) = try await given(request, context)
        return try await preview(upload, answers, context)
      },
      DeskRoute(
        .post, "/desk/import/take", .roles(ImportPages.roles), .form(most: 1 << 18), take),
      DeskRoute(
        .post, "/desk/import/leave", .roles(ImportPages.roles), .form(most: 1 << 14)
      ) { request, context in
        let (upload, _) = try await given(request, context)
        await state.uploads.remove(upload.token)
        return Reply.seeOther("/desk/import")
      },
    ]
  }

  private func start(_ context: DeskContext) -> DeskPage {
    DeskPage(
      context.wording.say("desk.import.title"), .import, context, state,
      scripts: [.mapView, .benchMap, .places], styles: [.benchStyle])
  }

  private func write(_ page: inout DeskPage) {
    let wording = page.wording
    page.body.element("p", wording.say("desk.import.explained"))
    page.form("/desk/import", isUpload: true)
    page.body.markup("<p class=\"field\"><label for=\"f-file\">")
    page.body.text(wording.say("desk.import.file"))
    page.body.markup("</label><input type=\"file\" id=\"f-file\" name=\"file\" required></p>\n")
    page.button(wording.say("desk.import.look"))
    page.endForm()
  }

  @Sendable private func receive(
    _ request: Request, _ context: DeskContext
  ) async throws -> Response {
    let type = request.headers[.contentType] ?? ""
    let form = try Multipart(
      try await Incoming.bytes(of: request, most: UploadFolder.most + 1 << 16), type: type)
    guard let file = form.files["file"], !file.bytes.isEmpty else {
      throw Problem(.notTaken, context.wording.say("desk.import.empty"))
    }
    let upload = try await state.uploads.keep(
      file, of: try context.account().name, at: state.seconds)
    return try await preview(upload, Answers(), context)
  }

  // MARK: Answers

  /// What somebody said to what was asked.
  private struct Answers {
    var states: [String: AdherentState] = [:]
    var columns: [ColumnTerm: String] = [:]
    var layer: String?
    var day: CalendarDay?

    init() {}

    /// Words and columns are numbered in the form: they may hold anything.
    init(_ fields: FormFields) {
      for name in fields.names where name.hasPrefix("word-") {
        let number = name.dropFirst(5)
        guard let word = fields.all(name).first,
          let state = fields["state-\(number)"].flatMap({ AdherentState(rawValue: $0) })
        else { continue }
        states[word] = state
      }
      for name in fields.names where name.hasPrefix("column-") {
        let number = name.dropFirst(7)
        guard let column = fields.all(name).first,
          let term = fields["term-\(number)"].flatMap({ ColumnTerm(rawValue: $0) }),
          fields["was-\(number)"] != term.rawValue || fields["kept-\(number)"] != nil
        else { continue }
        columns[term] = column
      }
      layer = fields.filled("layer")
      day = fields.filled("date").flatMap { FactText.day($0) }
    }
  }

  private func given(
    _ request: Request, _ context: DeskContext
  ) async throws -> (UploadFolder.Upload, Answers) {
    let fields = FormFields(try await Incoming.bytes(of: request, most: 1 << 18))
    let account = try context.account().name
    guard let upload = await state.uploads.upload(fields["token"] ?? "", of: account) else {
      throw Problem(.notFound, context.wording.say("desk.import.gone"))
    }
    return (upload, Answers(fields))
  }

  // MARK: The preview

  private func preview(
    _ upload: UploadFolder.Upload, _ answers: Answers, _ context: DeskContext
  ) async throws -> Response {
    let wording = context.wording
    let registry = state.registry(for: context)
    let report: AdherentsReport
    do {
      report = try await Blocking.long.run {
        try registry.importList(
          upload.path, layer: answers.layer, states: answers.states, columns: answers.columns,
          asOf: answers.day, isRehearsal: true)
      }
    } catch {
      var page = start(context)
      let problem = Problem(of: error, wording)
      page.notice(problem.detail ?? wording.title(problem.kind), isBad: true)
      if case FormatError.layerNotEvident(_, let layers) = error { ask(layers, upload, &page) }
      write(&page)
      return page.response(problem.kind.status)
    }
    var page = start(context)
    page.body.element(
      "p", class: "standing",
      wording.importSummary(
        file: upload.path.split(separator: "/").last.map(String.init) ?? "", rows: report.rows,
        added: report.added.count, changed: report.changed.count, unchanged: report.unchanged,
        rejected: report.rejected.count, isRehearsal: true))
    if let line = report.headerLine { page.body.element("p", wording.linesAboveHeaders(line)) }
    page.body.markup("<form method=\"post\" action=\"/desk/import/take\">\n")
    page.hidden("token", upload.token)
    if let layer = answers.layer { page.hidden("layer", layer) }
    questions(report, answers, &page)
    columns(report, answers, &page)
    page.body.markup("<p class=\"field\"><label>")
    page.body.text(wording.say("desk.import.asOf"))
    page.body.markup(" <input type=\"date\" name=\"date\"")
    page.body.attribute("value", answers.day?.iso ?? "")
    page.body.attribute("max", registry.today.iso)
    page.body.markup("></label></p>\n<p>")
    page.button(wording.say("desk.import.take"))
    page.body.markup("<button class=\"quiet\" formaction=\"/desk/import/look\">")
    page.body.text(wording.say("desk.import.lookAgain"))
    page.body.markup("</button>\n<button class=\"quiet\" formaction=\"/desk/import/leave\">")
    page.body.text(wording.say("desk.import.leave"))
    page.body.markup("</button></p>\n")
    page.endForm()
    lists(report, &page)
    map(of: report, &page)
    return page.response()
  }

  private func ask(
    _ layers: [String], _ upload: UploadFolder.Upload, _ page: inout DeskPage
  ) {
    page.form("/desk/import/look")
    page.hidden("token", upload.token)
    page.choice(
      "layer", page.wording.say("desk.import.layer"), layers.map { ($0, $0) }, chosen: nil,
      isNeeded: true)
    page.button(page.wording.say("desk.import.look"))
    page.endForm()
  }

  /// One question for each word nobody understands.
  private func questions(
    _ report: AdherentsReport, _ answers: Answers, _ page: inout DeskPage
  ) {
    let wording = page.wording
    let said = answers.states.sorted { $0.key < $1.key }
    if report.unreadStates.isEmpty, said.isEmpty { return }
    page.body.element("h2", wording.say("desk.import.words"))
    let asked =
      report.unreadStates.map { ($0.word, Optional($0.rows), AdherentState?.none) }
      + said.map { ($0.key, Int?.none, Optional($0.value)) }
    for (number, (word, rows, state)) in asked.enumerated() {
      page.hidden("word-\(number)", word)
      page.choice(
        "state-\(number)",
        rows.map { wording.say("desk.import.word", ["word": .text(word), "rows": .integer($0)]) }
          ?? word, AdherentState.allCases.map { ($0.rawValue, wording.name($0)) },
        chosen: state?.rawValue)
    }
  }

  /// What each column is taken for, which can be changed here.
  private func columns(
    _ report: AdherentsReport, _ answers: Answers, _ page: inout DeskPage
  ) {
    let wording = page.wording
    page.body.markup("<details><summary><h2>")
    page.body.text(wording.say("desk.import.columns"))
    page.body.markup("</h2></summary>\n")
    let used = report.columns.map { ($0.column, Optional($0.term)) }
    let unused = report.ignoredColumns.map { ($0, ColumnTerm?.none) }
    for (number, (column, term)) in (used + unused).enumerated() {
      page.hidden("column-\(number)", column)
      page.hidden("was-\(number)", term?.rawValue ?? "")
      if let term, answers.columns[term] == column { page.hidden("kept-\(number)", "1") }
      page.choice(
        "term-\(number)", column,
        ImportPages.terms.map { ($0.rawValue, wording.meaning($0)) }, chosen: term?.rawValue)
    }
    page.body.markup("</details>\n")
  }

  /// Lines shown of each list; all of them are in the count.
  private static let most = 200

  private func lists(_ report: AdherentsReport, _ page: inout DeskPage) {
    let wording = page.wording
    list(
      wording.say("desk.import.rejected"), report.rejected.map { wording.rejectedRow($0) },
      isOpen: true, &page)
    list(
      wording.say("desk.import.doubts"), wording.sentences(report.doubts), isOpen: true, &page)
    list(
      wording.say("desk.import.duplicates"),
      report.duplicates.map {
        wording.duplicate(
          $0.names, ids: [$0.duplicate.first, $0.duplicate.second], $0.duplicate.reasons)
      }, isOpen: true, &page)
    list(
      wording.say("desk.import.added"), report.added.map { wording.addedLine($0) }, isOpen: false,
      &page)
    list(
      wording.say("desk.import.changed"),
      report.changed.map { one in
        let change = report.changes[one.id]
        return wording.changedLine(
          one, fields: change?.fields ?? [:], isContact: change?.isContact ?? false)
      }, isOpen: false, &page)
  }

  /// Doubtful addresses where the base would put them, beside all the list adds or changes.
  private func map(of report: AdherentsReport, _ page: inout DeskPage) {
    let wording = page.wording
    var places = report.doubts.compactMap { doubt -> DeskPage.MapPlace? in
      let match: GeocodingMatch? =
        switch doubt.reason {
        case .positionDoubtful(let match): match
        case .positionMissing(let match): match
        default: nil
        }
      guard let match, let position = match.position else { return nil }
      return DeskPage.MapPlace(
        kind: .doubtful, name: match.label, note: wording.sentence(doubt.reason),
        position: position)
    }
    let isAsked = Set(places.map(\.position))
    places += (report.added + report.changed).compactMap { one in
      guard let position = one.position, !isAsked.contains(position) else { return nil }
      return DeskPage.MapPlace(
        kind: .plain, name: one.name, note: one.address.line, position: position)
    }
    page.map(of: Array(places.prefix(5000)), wording.say("desk.import.map"))
  }

  private func list(
    _ title: String, _ lines: [String], isOpen: Bool, _ page: inout DeskPage
  ) {
    if lines.isEmpty { return }
    page.body.markup(isOpen ? "<details open><summary><h2>" : "<details><summary><h2>")
    page.body.text(title + " (\(page.wording.integer(lines.count)))")
    page.body.markup("</h2></summary>\n<ul>\n")
    for line in lines.prefix(ImportPages.most) { page.body.element("li", line) }
    page.body.markup("</ul>\n")
    if lines.count > ImportPages.most {
      page.body.element(
        "p",
        page.wording.say("desk.import.more", ["count": .integer(lines.count - ImportPages.most)]))
    }
    page.body.markup("</details>\n")
  }

  // MARK: Taking

  @Sendable private func take(_ request: Request, _ context: DeskContext) async throws -> Response {
    let (upload, answers) = try await given(request, context)
    let name = upload.path.split(separator: "/").last.map(String.init) ?? ""
    let report = try await state.changing(context, .listImported, of: name) { registry in
      let report = try registry.importList(
        upload.path, layer: answers.layer, states: answers.states, columns: answers.columns,
        asOf: answers.day)
      // The list is taken, whether its rejected rows can be written down or not.
      _ = try? registry.writeRejects(of: report)
      return report
    }
    await state.uploads.remove(upload.token)
    let count = report.added.count + report.changed.count
    guard let list = report.list, count > 0 else { return Reply.seeOther("/desk/import") }
    return Reply.seeOther("/desk/import?done=\(count)&change=import-\(list.number)")
  }
}
