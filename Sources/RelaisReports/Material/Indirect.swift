/// A large value kept on the heap, so that what holds it is copied as one reference.
///
/// The results reports are made of are structs of dozens of arrays. Held in line, every type that
/// holds the material was given code to copy, replace and destroy each of them: a quarter of this
/// module's machine code, which the compiler had to make on every build.
@propertyWrapper
public struct Indirect<Value: Sendable>: Sendable {
  private final class Box: Sendable {
    let value: Value

    init(_ value: Value) { self.value = value }
  }

  private var box: Box

  /// Moves a value to the heap.
  public init(wrappedValue: Value) { box = Box(wrappedValue) }

  /// The value; setting it makes a new copy on the heap.
  public var wrappedValue: Value {
    get { box.value }
    set { box = Box(newValue) }
  }
}
