import Hummingbird
import NIOCore

/// What pages that are open are told as it happens: server-sent events.
struct ChangeRoutes {
  let state: DeskState

  var routes: [DeskRoute] {
    [DeskRoute(.get, "/api/v1/changes", .signedIn, .none, listen)]
  }

  /// Seconds after which a silent stream says that it still is there.
  private static let pulse = 15

  @Sendable private func listen(_ request: Request, _ context: DeskContext) async throws -> Response
  {
    guard let changes = await state.feed.listen() else { throw Problem(.unavailable) }
    var headers: HTTPFields = [:]
    headers[.contentType] = "text/event-stream"
    return Response(
      status: .ok, headers: headers,
      body: .init { writer in
        try await writer.write(ByteBuffer(string: "retry: 2000\n\n"))
        let (lines, lane) = AsyncStream<String>.makeStream(bufferingPolicy: .bufferingNewest(16))
        try await withThrowingTaskGroup(of: Void.self) { group in
          group.addTask {
            for await change in changes {
              lane.yield("event: \(change.name)\ndata: {}\n\n")
            }
            lane.finish()
          }
          group.addTask {
            while !Task.isCancelled {
              try await Task.sleep(for: .seconds(ChangeRoutes.pulse))
              lane.yield(": \n\n")
            }
          }
          defer { group.cancelAll() }
          for await line in lines { try await writer.write(ByteBuffer(string: line)) }
        }
        try await writer.finish(nil)
      })
  }
}

extension ChangeFeed.Change {
  /// What the stream calls it; stable.
  var name: String {
    switch self {
    case .registry: "registry"
    case .coverage: "coverage"
    case .answers: "answers"
    }
  }
}
