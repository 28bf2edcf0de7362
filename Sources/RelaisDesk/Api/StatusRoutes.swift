import Hummingbird
import RelaisFormats

/// Whether the server answers.
struct StatusRoutes {
  let state: DeskState

  var routes: [DeskRoute] {
    [
      DeskRoute(.get, "/healthz", .anybody) { _, _ in
        var json = JSONWriter()
        json.object { $0.member("status", "ok") }
        return Reply.json(json.finish())
      }
    ]
  }
}
