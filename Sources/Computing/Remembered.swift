import Synchronization

/// The last few answers to a question: each is made once, and the one asked for longest ago is forgotten.
public final class Remembered<Question: Hashable & Sendable, Answer: Sendable>: Sendable {
  private struct Entry {
    var question: Question
    var answer: Once<Answer>
  }

  /// The one asked for last at the end.
  private let entries = Mutex<[Entry]>([])
  private let limit: Int

  /// - Parameter limit: Answers kept at most; at least one.
  public init(limit: Int) {
    precondition(limit > 0)
    self.limit = limit
  }

  /// The answer, made by `make` where it is not known; who asks the same meanwhile waits for it, others do not.
  public func answer(to question: Question, _ make: () -> Answer) -> Answer {
    let answer = entries.withLock { entries in
      let known = entries.firstIndex { $0.question == question }.map { entries.remove(at: $0) }
      let entry = known ?? Entry(question: question, answer: Once())
      if entries.count == limit { entries.removeFirst() }
      entries.append(entry)
      return entry.answer
    }
    return answer.value(make)
  }
}
