/// Times that stand two by two without a dash between them: `8h/12h - 14h/19h`, `9H 19H`.
///
/// They are spans if every pair is joined alike, the pairs themselves otherwise or alike too, and
/// the clock only goes forward: no other reading is left.
enum HoursTimesInPairs {
  static func resolved(_ tokens: [HoursToken]) -> [HoursToken] {
    var result: [HoursToken] = []
    var index = 0
    while index < tokens.count {
      let run = times(from: index, in: tokens)
      // `9-12:30 / 13.30-18`: the slash stands between spans.
      let isInside =
        index > 0 && isRange(tokens[index - 1].kind)
        || run.end < tokens.count && isRange(tokens[run.end].kind)
      if run.times.count >= 2, !isInside, let pairs = paired(run, tokens) {
        result += pairs
      } else {
        result += tokens[index..<run.end]
      }
      index = run.end
    }
    return result
  }

  private struct Run {
    /// Where its times stand.
    var times: [Int] = []
    /// What stands between one time and the next; `nil` for nothing.
    var joints: [HoursToken.Kind?] = []
    var end: Int
  }

  /// The times in a row from a token on; the token alone if it is none.
  private static func times(from start: Int, in tokens: [HoursToken]) -> Run {
    guard isTime(tokens[start]) else { return Run(end: start + 1) }
    var run = Run(times: [start], end: start + 1)
    while run.end < tokens.count {
      if isTime(tokens[run.end]) {
        run.joints.append(nil)
      } else if run.end + 1 < tokens.count, isJoint(tokens[run.end].kind),
        isTime(tokens[run.end + 1])
      {
        run.joints.append(tokens[run.end].kind)
        run.end += 1
      } else {
        break
      }
      run.times.append(run.end)
      run.end += 1
    }
    return run
  }

  private static func isTime(_ token: HoursToken) -> Bool {
    if case .time = token.kind { true } else { false }
  }

  private static func isRange(_ kind: HoursToken.Kind) -> Bool {
    [.dash, .word(.upTo), .word(.until)].contains(kind)
  }

  private static func isJoint(_ kind: HoursToken.Kind) -> Bool {
    [.dash, .slash, .comma, .word(.and), .word(.upTo)].contains(kind)
  }

  private static func paired(_ run: Run, _ tokens: [HoursToken]) -> [HoursToken]? {
    guard run.times.count.isMultiple(of: 2), run.times.count <= 6, let inside = run.joints.first,
      inside == nil || inside == .slash,
      // `10:00 11:30` may be two moments, as of services.
      inside != nil || run.times.count > 2 || run.times.contains(where: { !tokens[$0].isStandard })
    else { return nil }
    let within = stride(from: 0, to: run.joints.count, by: 2).map { run.joints[$0] }
    let between = stride(from: 1, to: run.joints.count, by: 2).map { run.joints[$0] }
    guard within.allSatisfy({ $0 == inside }), between.allSatisfy({ $0 == between[0] }) else {
      return nil
    }
    let minutes = run.times.map { place in
      if case .time(let minute) = tokens[place].kind { minute } else { 0 }
    }
    guard zip(minutes, minutes.dropFirst()).allSatisfy({ $0 < $1 }) else { return nil }
    return run.times.enumerated().flatMap { number, place -> [HoursToken] in
      guard number > 0 else { return [tokens[place]] }
      var joint = tokens[place]
      joint.kind = number.isMultiple(of: 2) ? .comma : .dash
      return [joint, tokens[place]]
    }
  }
}
