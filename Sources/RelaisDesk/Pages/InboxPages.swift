import CoverageEngine
import Hummingbird
import RelaisFormats
import RelaisRegistry
import RelaisReports
import RelaisTown
import RelaisWording

/// Answers from the street: what each changed, to be looked at one by one or all, and taken back where it is wrong.
struct InboxPages {
  let state: DeskState

  var routes: [DeskRoute] {
    [
      DeskRoute(.get, "/desk/inbox", .roles([.agent])) { request, context in
        try await show(context, FormFields(query: request.uri.query))
      },
      DeskRoute(.post, "/desk/inbox/seen", .roles([.agent]), .form(most: 1 << 18)) {
        request, context in
        let ids = FormFields(try await Incoming.bytes(of: request, most: 1 << 18)).all("id")
        _ = try await state.asking(context) { try $0.markSeen(answers: ids) }
        return Reply.seeOther("/desk/inbox")
      },
      DeskRoute(
        .post, "/desk/inbox/file", .roles([.agent]),
        .upload(most: InputBound.answerBytes.most + 1 << 16), receive),
    ]
  }

  private func show(
    _ context: DeskContext, _ query: FormFields, _ results: [AnswerResult] = []
  ) async throws -> Response {
    let wording = context.wording
    let (answers, names) = try await state.asking(context) {
      registry -> ([KeptAnswer], [String: Establishment]) in
      let answers = try registry.answers(unseenOnly: true)
      guard !answers.isEmpty else { return ([], [:]) }
      let all = try registry.establishments()
      return (answers, Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a }))
    }
    var page = DeskPage(wording.say("desk.inbox.title"), .inbox, context, state)
    page.done(query, to: "/desk/inbox")
    if !results.isEmpty {
      page.notice(
        wording.answersTaken(
          accepted: results.count(where: \.isAccepted),
          known: results.count { $0.state == .known },
          refused: results.count(where: \.isRefused), isRehearsal: false))
    }
    if answers.isEmpty {
      page.body.element("p", wording.say("desk.inbox.empty"))
    } else {
      page.body.element("p", wording.say("desk.inbox.explained"))
      let senders = Set(answers.map(\.sender)).sorted()
      let ordered = senders.flatMap { sender in answers.filter { $0.sender == sender } }
      await draw(ordered, names, context, &page)
      var first = 1
      for sender in senders {
        let own = answers.filter { $0.sender == sender }
        write(own, by: sender, from: first, names, &page)
        first += own.count
      }
    }
    try await EditedElsewhere(state: state).write(context, &page)
    try await writeClosed(context, &page)
    page.body.element("h2", wording.say("desk.inbox.file"))
    page.form("/desk/inbox/file", isUpload: true)
    page.body.markup("<p class=\"field\"><label for=\"f-file\">")
    page.body.text(wording.say("desk.import.file"))
    page.body.markup("</label><input type=\"file\" id=\"f-file\" name=\"file\" required></p>\n")
    page.button(wording.say("desk.inbox.take"))
    page.endForm()
    return page.response()
  }

  /// Adherents that a register or the map says are closed, and are not suspended or gone yet.
  private func writeClosed(_ context: DeskContext, _ page: inout DeskPage) async throws {
    let wording = context.wording
    guard let town = try? await state.town.town(state.work(by: "", in: wording)) else { return }
    let closed = town.closedRelays
    guard !closed.isEmpty else { return }
    let adherents = try await state.asking(context) { registry in
      try registry.isThere ? registry.establishments().filter { $0.state == .adherent } : []
    }
    let byID = Dictionary(adherents.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    let shown = closed.compactMap { finding -> (Finding, Establishment)? in
      guard case .shop(.relay(let id)) = finding.subject, let one = byID[id] else { return nil }
      return (finding, one)
    }
    guard !shown.isEmpty else { return }
    page.body.element("h2", wording.say("desk.inbox.closed"))
    page.body.markup("<ul class=\"tasks\">\n")
    for (finding, one) in shown {
      page.body.markup("<li>")
      page.link("/desk/e/" + one.code, one.name)
      page.body.markup(" ")
      page.body.text(wording.sentence(finding, named: one.name))
      page.body.markup("</li>\n")
    }
    page.body.markup("</ul>\n")
  }

  /// Answers drawn on the map at most; all are in the list.
  private static let drawn = 200

  /// Where the answers were given, by their numbers in the list; nothing where no place or no street is known.
  private func draw(
    _ answers: [KeptAnswer], _ names: [String: Establishment], _ context: DeskContext,
    _ page: inout DeskPage
  ) async {
    let places = answers.enumerated().compactMap { index, answer in
      answer.establishment.flatMap { names[$0]?.position }.map {
        (number: index + 1, position: $0)
      }
    }.prefix(InboxPages.drawn)
    guard !places.isEmpty,
      let town = try? await state.town.town(state.work(by: "", in: context.wording))
    else { return }
    PlacesSketch.write(
      town.live.streets.network, Array(places),
      summary: page.wording.say("desk.inbox.map", ["count": .integer(places.count)]),
      legend: page.wording.say("desk.inbox.mark"), to: &page.body)
  }

  private func write(
    _ answers: [KeptAnswer], by sender: String, from first: Int, _ names: [String: Establishment],
    _ page: inout DeskPage
  ) {
    let wording = page.wording
    page.body.element("h2", sender)
    page.body.markup("<ul class=\"tasks\">\n")
    for (index, answer) in answers.enumerated() {
      page.body.markup("<li>")
      page.body.number(first + index)
      page.body.markup(". ")
      if let one = answer.establishment.flatMap({ names[$0] }) {
        page.link("/desk/e/" + one.code, one.name)
      } else {
        page.body.text(answer.newName ?? answer.place ?? "—")
      }
      page.body.markup(" <strong>")
      page.body.text(answer.outcome.map { wording.name($0) } ?? "—")
      page.body.markup("</strong> ")
      page.body.text(
        [answer.at?.replacing("T", with: " "), answer.note].compactMap { $0 }
          .joined(separator: " · "))
      if let refusal = answer.refusal {
        page.notice(wording.sentence(refusal), isBad: true)
      }
      page.form("/desk/inbox/seen")
      page.hidden("id", answer.id)
      page.button(wording.say("desk.inbox.seen"), isQuiet: true)
      page.endForm()
      if let event = answer.event {
        page.form("/desk/undo")
        page.hidden("to", "/desk/inbox")
        page.hidden("change", String(event))
        page.button(wording.say("desk.undo"), isQuiet: true)
        page.endForm()
      }
      page.body.markup("</li>\n")
    }
    page.body.markup("</ul>\n")
    page.form("/desk/inbox/seen")
    for answer in answers { page.hidden("id", answer.id) }
    page.button(wording.say("desk.inbox.allSeen", ["count": .integer(answers.count)]))
    page.endForm()
  }

  @Sendable private func receive(
    _ request: Request, _ context: DeskContext
  ) async throws -> Response {
    let most = InputBound.answerBytes.most + 1 << 16
    let form = try Multipart(
      try await Incoming.bytes(of: request, most: most), type: request.headers[.contentType] ?? "")
    guard let file = form.files["file"], !file.bytes.isEmpty else {
      throw Problem(.notTaken, context.wording.say("desk.import.empty"))
    }
    let results = try await AnswerRoutes(state: state).take(
      file.bytes, named: String(file.name.prefix(100)), context)
    return try await show(context, FormFields([:]), results)
  }
}
