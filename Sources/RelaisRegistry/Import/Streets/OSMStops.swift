import CoverageEngine

extension OSMStreets {
  /// What stands at the nodes of ways that can be walked.
  struct Barriers {
    /// One per node, or empty where nothing stands: 0 for nothing, 1 for what stops, further on a number of hours.
    private(set) var marks: [UInt16] = []
    private(set) var hours: [WalkingHours] = []

    init(_ verdicts: [Int64: WalkingBarriers.Verdict], _ references: NodeReferences) {
      guard !verdicts.isEmpty else { return }
      marks = [UInt16](repeating: 0, count: references.ids.count)
      var numbers: [WalkingHours: UInt16] = [:]
      for (number, id) in references.ids.enumerated() {
        guard let verdict = verdicts[id] else { continue }
        switch verdict {
        case .passed: break
        case .stops: marks[number] = 1
        case .hours(let own):
          if let known = numbers[own] {
            marks[number] = known
          } else {
            hours.append(own)
            // No town has as many kinds of gate; what is beyond is as the last.
            marks[number] = UInt16(clamping: hours.count + 1)
            numbers[own] = marks[number]
          }
        }
      }
    }

    @inline(__always)
    func mark(_ number: UInt32) -> UInt16 { marks.isEmpty ? 0 : marks[Int(number)] }
  }

  /// What is to be said of the barriers and hours of a file.
  struct Stops {
    var nodes = Set<UInt32>()
    /// The last line that ends at one, and how many do.
    var line = 0 {
      didSet { if line != oldValue { ways += 1 } }
    }
    private(set) var ways = 0
    private var hours = (ways: 0, gates: 0, unread: 0)

    mutating func note(_ own: WalkingHours, isGate: Bool = false) {
      if isGate { hours.gates += 1 } else { hours.ways += 1 }
      if own.isUnread { hours.unread += 1 }
    }

    var findings: [Finding.Kind] {
      var kinds: [Finding.Kind] = []
      if !nodes.isEmpty { kinds.append(.waysStopped(ways: ways, nodes: nodes.count)) }
      if hours.ways + hours.gates > 0 {
        kinds.append(
          .wayWithHours(ways: hours.ways, gates: hours.gates, unread: hours.unread))
      }
      return kinds
    }
  }
}
