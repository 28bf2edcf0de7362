import Hummingbird

/// Every address of the desk.
struct DeskRoutes {
  let state: DeskState

  var all: [DeskRoute] {
    SessionRoutes(state: state).routes + EstablishmentRoutes(state: state).routes
      + ChangeRoutes(state: state).routes + StatusRoutes(state: state).routes
      + AnswerRoutes(state: state).routes + InboxPages(state: state).routes
      + DescriptionRoutes().routes + BenchRoutes(state: state).routes
      + BenchPages(state: state).routes + RoundRoutes(state: state).routes
      + StreetPages(state: state).routes + PublicPages(state: state).routes
      + SignInPages(state: state).routes
      + AccountPages(state: state).routes
      + TodayPages(state: state).routes + SheetPages(state: state).routes
      + ImportPages(state: state).routes + PrintPages(state: state).routes
      + RightsPages(state: state).routes + CopyPages(state: state).routes + WebRoutes().routes
  }

  private static let methods: [HTTPRequest.Method] = [
    .get, .head, .post, .put, .patch, .delete, .options, .trace,
  ]

  func router() -> Router<DeskContext> {
    let router = Router(context: DeskContext.self)
    router.add(middleware: Safeguards(state: state))
    let routes = all
    for route in routes {
      let guarded: DeskRoute.Handler = { request, context in
        try route.admit(context)
        try route.check(request)
        return try await route.handler(request, context)
      }
      router.on(RouterPath(route.path), method: route.method, use: guarded)
      if route.method == .get {
        router.on(RouterPath(route.path), method: .head) { request, context in
          var response = try await guarded(request, context)
          response.body = .init()
          return response
        }
      }
    }
    // What else is asked of an address that is there.
    for (path, own) in Dictionary(grouping: routes, by: \.path) {
      var known = own.map(\.method)
      if known.contains(.get) { known.append(.head) }
      let allowed = known.map(\.rawValue).sorted().joined(separator: ", ")
      for method in DeskRoutes.methods where !known.contains(method) {
        router.on(RouterPath(path), method: method) { _, _ -> Response in
          throw Problem(.methodNotAllowed, headers: [.allow: allowed])
        }
      }
    }
    return router
  }
}
