public import Dispatch
import Foundation

/// Splits work over the cores; what each part makes is merged in the order of the parts, so the
/// number of cores never shows in a result.
public enum Parallel {
  public static let coreCount = max(1, ProcessInfo.processInfo.activeProcessorCount)

  /// Runs `body` over consecutive ranges that make up `0..<count`; results in their order.
  ///
  /// - Parameter grain: units below which another core is not worth waking.
  @inlinable
  public static func map<Result: Sendable>(
    _ count: Int, grain: Int, _ body: @Sendable (Range<Int>) -> Result
  ) -> [Result] {
    let parts = max(1, min(coreCount, count / max(1, grain)))
    if parts == 1 { return [body(0..<count)] }
    return [Result](unsafeUninitializedCapacity: parts) { buffer, initialized in
      // Each part writes its own slot only.
      nonisolated(unsafe) let slots = buffer.baseAddress.unsafelyUnwrapped
      DispatchQueue.concurrentPerform(iterations: parts) { part in
        let range = (count * part / parts)..<(count * (part + 1) / parts)
        slots.advanced(by: part).initialize(to: body(range))
      }
      initialized = parts
    }
  }

  /// Runs `body` once for each of `0..<count`, whichever core is free taking the next; results in
  /// their order. For few tasks of unlike size.
  @inlinable
  public static func each<Result: Sendable>(
    _ count: Int, _ body: @Sendable (Int) -> Result
  ) -> [Result] {
    // One alone may split its own work: within tasks that is not done again.
    if count == 1 { return [body(0)] }
    return [Result](unsafeUninitializedCapacity: count) { buffer, initialized in
      if count > 0 {
        // Each task writes its own slot only.
        nonisolated(unsafe) let slots = buffer.baseAddress.unsafelyUnwrapped
        DispatchQueue.concurrentPerform(iterations: count) { index in
          slots.advanced(by: index).initialize(to: body(index))
        }
      }
      initialized = count
    }
  }

  /// Runs two different tasks side by side, the first on the calling thread. Either may split its own work.
  ///
  /// - Throws: The first one's error, else the second one's; both are run to their end.
  public static func both<First, Second: Sendable, Failure>(
    _ first: () throws(Failure) -> First,
    _ second: @escaping @Sendable () throws(Failure) -> Second
  ) throws(Failure) -> (First, Second) {
    // Written before the group ends, read after.
    nonisolated(unsafe) var end: Result<Second, Failure>?
    let group = DispatchGroup()
    DispatchQueue.global().async(group: group) {
      end = Result { () throws(Failure) -> Second in try second() }
    }
    let start = Result { () throws(Failure) -> First in try first() }
    group.wait()
    return (try start.get(), try end.unsafelyUnwrapped.get())
  }

  /// Fills an array of `count` elements, each core a run of them.
  @inlinable
  public static func fill<Element: Sendable>(
    _ count: Int, grain: Int, with body: @Sendable (Int) -> Element
  ) -> [Element] {
    fillRuns(count, grain: grain) { range, slots in
      for index in range { slots.advanced(by: index).initialize(to: body(index)) }
    }
  }

  /// The same by runs, for bodies that look at other arrays and open them once a run.
  ///
  /// - Parameter body: Initialises the slots of its range, and no others.
  @inlinable
  public static func fillRuns<Element: Sendable>(
    _ count: Int, grain: Int,
    with body: @Sendable (Range<Int>, UnsafeMutablePointer<Element>) -> Void
  ) -> [Element] {
    [Element](unsafeUninitializedCapacity: count) { buffer, initialized in
      if count > 0 {
        // Each core fills its own run only.
        nonisolated(unsafe) let slots = buffer.baseAddress.unsafelyUnwrapped
        _ = map(count, grain: grain) { range in body(range, slots) }
      }
      initialized = count
    }
  }

  /// Gives memory one value throughout; several cores meet fresh pages sooner than one.
  @inlinable
  public static func fill(
    _ memory: UnsafeMutablePointer<UInt64>, _ count: Int, grain: Int, with value: UInt64
  ) {
    // Each part writes its own run only.
    nonisolated(unsafe) let memory = memory
    _ = map(count, grain: grain) { range in
      memory.advanced(by: range.lowerBound).initialize(repeating: value, count: range.count)
    }
  }
}
