import Hummingbird
import RelaisWording

/// What a page says where something is not as it was meant.
enum ProblemPage {
  static func response(
    _ problem: Problem, _ request: Request, _ context: DeskContext, _ state: DeskState
  ) -> Response {
    // Whoever is not signed in is shown where to do so, and comes back.
    if problem.kind == .notSignedIn, request.method == .get {
      let path = request.uri.path
      return Reply.seeOther("/signin" + (path == "/" ? "" : "?to=" + path))
    }
    var page = DeskPage(context.wording.title(problem.kind), nil, context, state)
    if let detail = problem.detail { page.notice(detail, isBad: true) }
    page.body.markup("<p>")
    page.link("/", context.wording.say("desk.problem.back"))
    page.body.markup("</p>\n")
    var response = page.response(problem.kind.status)
    for field in problem.headers { response.headers[field.name] = field.value }
    return response
  }
}
