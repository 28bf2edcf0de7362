package import CoverageEngine
import RelaisFormats
import RelaisGeo
package import RelaisWording

/// What a page of the desk can answer of streets and houses, as the pages of reports have it: ``StreetAnswersData``, with
/// places as whole millionths of degrees, or millimetres on a plane.
package enum LiveStreetsJSON {
  package static func bytes(
    _ book: StreetBook, _ result: AnalysisResult, _ wording: Wording
  ) -> [UInt8] {
    let scale = result.network.ground == .plane ? 1000 : 1_000_000.0
    let answers = book.answers(
      result, wording, withCandidates: true)
    func whole(_ value: Double) -> Int {
      value.isFinite ? Int(max(-1e9, min(1e9, (value * scale).rounded()))) : 0
    }
    var json = JSONWriter()
    json.object { json in
      json.member("schema", "relais.streets/1")
      json.member("scale", Int(scale))
      json.key("answers")
      StreetAnswersData(answers: answers, wording: wording) {
        (whole($0.x), whole($0.y))
      }.write(to: &json)
    }
    return json.finish()
  }
}
