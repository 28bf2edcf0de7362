public import CoverageEngine
import RelaisRegistry

/// Taking changes back, and making two establishments one. Every function throws `RegistryError`.
extension TownRegistry {
  /// Takes back a change; what other programs had changed in the file comes with it.
  ///
  /// - Parameter isRehearsal: Whether to say what would be done and leave everything as it is.
  public func undo(
    _ target: UndoTarget = .last, reason: String? = nil, isRehearsal: Bool = false
  ) throws -> (undone: UndoneChange, edits: [RegistryEdit]) {
    try write(isRehearsal: isRehearsal) { writer in
      (try writer.undo(target, reason: reason), writer.edits)
    }
  }

  /// The same for a program that may ask twice.
  ///
  /// - Returns: The number of the change that was taken back.
  public func undoOnce(_ target: UndoTarget, reason: String? = nil) throws -> Int64 {
    try writing { writer in
      let number = try writer.once(work.request) {
        String(try $0.undo(target, reason: reason).number)
      }
      guard let number = number.flatMap({ Int64($0) }) else { throw RegistryError.nothingToUndo }
      return number
    }
  }

  /// Makes one establishment of two: the first stays, and both names lead to it.
  ///
  /// - Parameter isRehearsal: As above.
  public func merge(
    _ first: String, with second: String, reason: String? = nil, isRehearsal: Bool = false
  ) throws -> (merged: MergedChange, edits: [RegistryEdit]) {
    try write(isRehearsal: isRehearsal) { writer in
      (try writer.merge(first, with: second, reason: reason), writer.edits)
    }
  }

  private func write<Value>(
    isRehearsal: Bool, _ body: (inout RegistryWriter) throws -> Value
  ) throws -> Value {
    guard isRehearsal else { return try writing(body) }
    let store = try territory.registry(for: .writing)
    defer { store.close() }
    var result: Value?
    try store.rehearse(work.stamp) { result = try body(&$0) }
    guard let result else { throw RegistryError.busy(file: store.path) }
    return result
  }
}
