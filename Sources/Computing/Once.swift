import Synchronization

/// A value that is made when it is first asked for, once: who asks meanwhile waits for it.
public final class Once<Value: Sendable>: Sendable {
  private let made = Mutex<Value?>(nil)

  public init() {}

  /// The value, made by `make` if nobody has asked before.
  public func value(_ make: () -> Value) -> Value {
    made.withLock { made in
      if let made { return made }
      let value = make()
      made = value
      return value
    }
  }
}
