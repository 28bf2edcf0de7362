/// What pages that are open are told as it happens.
actor ChangeFeed {
  enum Change: Hashable, Sendable {
    /// The registry holds something new.
    case registry
    /// Coverage was measured anew.
    case coverage
    /// Answers came from the street.
    case answers
  }

  /// The most pages that listen at once.
  static let mostListeners = 200

  private var listeners: [Int: AsyncStream<Change>.Continuation] = [:]
  private var next = 0

  /// Changes from now on; `nil` where too many listen already.
  func listen() -> AsyncStream<Change>? {
    guard listeners.count < ChangeFeed.mostListeners else { return nil }
    let (stream, continuation) = AsyncStream<Change>.makeStream(
      bufferingPolicy: .bufferingNewest(8))
    let number = next
    next += 1
    listeners[number] = continuation
    continuation.onTermination = { [weak self] _ in
      Task { await self?.forget(number) }
    }
    return stream
  }

  func tell(_ change: Change) {
    for listener in listeners.values { listener.yield(change) }
  }

  /// Ends every stream: the server stops.
  func finish() {
    for listener in listeners.values { listener.finish() }
  }

  private func forget(_ number: Int) { listeners[number] = nil }
}
