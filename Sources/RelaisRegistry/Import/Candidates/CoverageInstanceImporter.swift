import CoverageEngine
package import Covering
import RelaisFormats
import RelaisGeo

/// Reads a maximal covering problem from text, a thing a line, words apart by spaces or tabs:
///
///     # a comment
///     demand ID WEIGHT
///     relay ID DEMAND…
///     candidate ID DEMAND…
///
/// `relay` names what is covered from the start. Lines come in any order; a candidate may cover nothing.
package enum CoverageInstanceImporter {
  private struct Line {
    var number: Int
    /// At least one.
    var words: [String]
  }

  /// - Parameter count: How many candidates are to be chosen.
  /// - Throws: ``FormatError``; `.noCoverageMatrix` where no line is one of these.
  package static func read(_ path: String, count: Int) throws -> Imported<CoverageInstance> {
    let lines = try TextLines.read(InputFile(path: path)).enumerated().compactMap { index, text in
      let words = text.utf8.split { $0 == 0x20 || $0 == 0x09 }.map { String(Substring($0)) }
      return words.isEmpty || words[0].hasPrefix("#") ? nil : Line(number: index + 1, words: words)
    }
    var rejected: [RejectedRow] = []
    func start(of text: String) -> String { String(text.prefix(60)) }
    func reject(_ line: Line, _ reason: RejectedRow.Reason) {
      rejected.append(
        RejectedRow(
          place: .line(line.number), id: line.words.count > 1 ? line.words[1] : nil, reason: reason)
      )
    }
    var weights: [Double] = []
    var points: [String: Int] = [:]
    var places: [Line] = []
    var names = Set<String>()
    for line in lines {
      guard line.words.count > 1 else {
        reject(line, .malformedLine(start(of: line.words[0])))
        continue
      }
      let id = line.words[1]
      switch line.words[0] {
      case "demand":
        guard line.words.count == 3 else {
          reject(line, .malformedLine(start(of: line.words.joined(separator: " "))))
          continue
        }
        guard let weight = Double(csv: line.words[2]) else {
          reject(line, .notANumber(start(of: line.words[2])))
          continue
        }
        guard weight >= 0, weight <= 1e9 else {
          reject(line, .outOfRange(start(of: line.words[2])))
          continue
        }
        guard points[id] == nil else {
          reject(line, .duplicateID(start(of: id)))
          continue
        }
        points[id] = weights.count
        weights.append(weight)
      case "relay", "candidate":
        guard names.insert(id).inserted else {
          reject(line, .duplicateID(start(of: id)))
          continue
        }
        places.append(line)
      default: reject(line, .malformedLine(start(of: line.words.joined(separator: " "))))
      }
    }
    guard !weights.isEmpty || !places.isEmpty else {
      throw FormatError.noCoverageMatrix(file: path)
    }
    var candidates: [String] = []
    var covers: [[Int]] = []
    var covered: [Int] = []
    for line in places {
      let list = line.words.dropFirst(2)
      if let unknown = list.first(where: { points[$0] == nil }) {
        reject(line, .unknownDemand(start(of: unknown)))
        continue
      }
      let own = list.compactMap { points[$0] }
      if line.words[0] == "relay" {
        covered += own
      } else {
        candidates.append(line.words[1])
        covers.append(own)
      }
    }
    rejected.sort { $0.place.line < $1.place.line }
    return Imported(
      CoverageInstance(
        candidates: candidates, weights: weights, covers: covers, covered: covered, count: count),
      ImportReport(file: path, format: .coverageMatrix, rows: lines.count, rejected: rejected))
  }
}

extension SourcePlace {
  fileprivate var line: Int { if case .line(let line) = self { line } else { 0 } }
}
