import Hummingbird

/// The description of the interface: OpenAPI 3.1.
struct DescriptionRoutes {
  var routes: [DeskRoute] {
    [
      DeskRoute(.get, "/api/v1/openapi.json", .anybody) { _, _ in
        Reply.json(DeskFile.description.bytes)
      }
    ]
  }
}
