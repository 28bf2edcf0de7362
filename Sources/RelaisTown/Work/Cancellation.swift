/// Whether somebody asked long work to stop; work asks between its steps, and leaves nothing half-written.
public struct Cancellation: Sendable {
  /// Whether it was asked.
  public let isAsked: @Sendable () -> Bool

  public init(isAsked: @escaping @Sendable () -> Bool) {
    self.isAsked = isAsked
  }

  /// Work nobody stops.
  public static let never = Cancellation { false }

  /// Work that stops with the Swift task it runs in.
  public static let ofTask = Cancellation { Task.isCancelled }

  /// - Throws: ``Interrupted`` where it was asked.
  public func check() throws {
    if isAsked() { throw Interrupted() }
  }
}

/// Work was asked to stop, and did.
public struct Interrupted: Error {
  public init() {}
}
