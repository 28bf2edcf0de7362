import Dispatch

/// Where work is done that waits for the disk: apart from the few threads that answer requests.
struct Blocking: Sendable {
  /// Changes of the registry, one after another; SQLite would make them wait anyway.
  static let writing = Blocking(label: "relais.desk.writing", atOnce: 1)
  static let reading = Blocking(label: "relais.desk.reading", atOnce: 4)
  /// Figures of the map.
  static let computing = Blocking(label: "relais.desk.computing", atOnce: 2)
  /// Scrypt takes 64 MiB each.
  static let passwords = Blocking(label: "relais.desk.passwords", atOnce: 2)
  /// Runs, lists to visit, prints.
  static let long = Blocking(label: "relais.desk.long", atOnce: 1)

  private let queue: DispatchQueue
  private let slots: DispatchSemaphore?

  private init(label: String, atOnce: Int) {
    queue = DispatchQueue(label: label, attributes: atOnce == 1 ? [] : .concurrent)
    slots = atOnce == 1 ? nil : DispatchSemaphore(value: atOnce)
  }

  /// Does some work there.
  func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      queue.async { [slots] in
        slots?.wait()
        let result = Result { try work() }
        slots?.signal()
        continuation.resume(with: result)
      }
    }
  }
}
