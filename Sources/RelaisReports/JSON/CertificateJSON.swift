import CoverageEngine
package import Covering
import RelaisFormats
import RelaisGeo

/// `relais prospect --certificate`: schema `relais.certificate/1`, what another program needs to verify
/// coverage and bound without trusting this one. All numbers are whole.
package enum CertificateJSON {
  /// - Parameters:
  ///   - list: Chosen with its trace kept.
  ///   - ids: One per candidate.
  /// - Precondition: The list has a trace.
  package static func bytes(
    _ matrix: CoverageMatrix, _ list: RecruitmentList, unit: DemandUnit, count: Int, ids: [String]
  ) -> [UInt8] {
    guard let trace = list.trace else { preconditionFailure("no trace was kept") }
    var json = JSONWriter(capacity: 1 << 20)
    json.beginObject()
    json.member("schema", "relais.certificate/1")
    json.member("count", count)
    json.member("decimals", unit.decimals)
    json.member("objective", Int(list.optimality.objective))
    json.member("upper_bound", Int(list.optimality.upperBound))
    json.key("candidates")
    json.array { for id in ids { $0.string(id) } }
    if let chances = trace.chances {
      json.key("chances")
      json.array { for chance in chances { $0.integer(chance) } }
    }
    json.key("selected")
    json.array { for recruit in list.recruits { $0.integer(recruit.candidate) } }
    json.key("atoms")
    json.array { json in
      for atom in 0..<matrix.atomCount {
        json.breakLine()
        json.array { json in
          json.integer(matrix.weights[atom])
          for candidate in matrix.candidates(of: atom) { json.integer(candidate) }
        }
      }
    }
    json.key("dominated")
    json.array { json in
      for (candidate, by) in trace.dominated {
        json.array { json in
          json.integer(candidate)
          if let by { json.integer(by) }
        }
      }
    }
    json.member("shift", trace.shift)
    json.key("nodes")
    json.array { json in
      for node in trace.nodes {
        json.breakLine()
        json.object { write(node, to: &$0) }
      }
    }
    json.endObject()
    return json.finish()
  }

  private static func write(_ node: SearchTrace.Node, to json: inout JSONWriter) {
    json.key("parent")
    if let parent = node.parent { json.integer(parent) } else { json.null() }
    if node.parent != nil {
      json.member(node.isAtLeast ? "at_least" : "at_most", node.count)
      json.key("of")
      json.array { for candidate in node.limited { $0.integer(candidate) } }
    }
    json.key("steps")
    json.array { json in
      for step in node.steps {
        json.breakLine()
        json.object { json in
          json.key("multipliers")
          json.array { for multiplier in step.multipliers { $0.integer(multiplier) } }
          json.key("out")
          json.array { for candidate in step.out { $0.integer(candidate) } }
          json.key("in")
          json.array { for candidate in step.within { $0.integer(candidate) } }
        }
      }
    }
  }
}
