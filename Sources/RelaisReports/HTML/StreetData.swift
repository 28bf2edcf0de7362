import CoverageEngine
import RelaisFormats
package import RelaisWording

/// What the script of the street reads, as JSON that may stand in a page: the town, sentences, conditions, kinds of places.
package enum StreetData {
  /// - Parameter territory: The town's name, under which answers are kept and sent.
  package static func json(territory: String, _ wording: Wording) -> [UInt8] {
    func write(_ texts: [(key: String, text: String)], _ json: inout JSONWriter) {
      json.object { json in for (key, text) in texts { json.member(key, text) } }
    }
    func writePairs(_ pairs: [(key: String, text: String)], _ json: inout JSONWriter) {
      json.array { json in
        for (key, text) in pairs {
          json.array { json in
            json.string(key)
            json.string(text)
          }
        }
      }
    }
    var json = JSONWriter(htmlSafe: true)
    json.object { json in
      json.member("territory", territory)
      json.key("conditions")
      writePairs(wording.doorChecks.map { ($0.key.rawValue, $0.label) }, &json)
      json.key("kinds")
      writePairs(EstablishmentKind.allCases.map { ($0.word, wording.name($0)) }, &json)
      json.key("text")
      json.object { json in
        for (key, text) in wording.streetTexts { json.member(key, text) }
        json.key("days")
        json.array { json in for text in wording.streetDays { json.string(text) } }
        json.key("outcomes")
        write(
          VisitOutcome.allCases.map { ($0.rawValue, wording.streetOutcome($0)) }, &json)
        json.key("hints")
        write(
          VisitOutcome.allCases.compactMap { outcome in
            wording.streetHint(outcome).map { (outcome.rawValue, $0) }
          }, &json)
        json.key("reasons")
        write(StreetAnswer.Reason.allCases.map { ($0.rawValue, wording.name($0)) }, &json)
      }
    }
    return json.finish()
  }
}
