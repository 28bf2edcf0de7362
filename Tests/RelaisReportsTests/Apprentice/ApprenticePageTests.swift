import CoverageEngine
import Foundation
import RelaisGeo
import RelaisWording
import Testing

@testable import RelaisReports

/// The apprentice's page: safe, whole without a script, to be read and to be heard.
@Suite struct ApprenticePageTests {
  @Test func reasonsAreInWordsInBothLanguages() throws {
    let material = try ApprenticeSample.material()
    let french = try #require(material.doors(Wording(.french)))
    #expect(
      french.clauses(of: 0, pick: 0) == [
        "donnerait un relais à 200\u{A0}m de rues qui n’en ont pas\u{A0}: rue A (200\u{A0}m)",
        "ouvert lun.–ven.\u{A0}7\u{A0}h\u{A0}30\u{A0}–\u{A0}19\u{A0}h\u{A0}30\u{202F}; fermé aux créneaux\u{A0}: samedi",
        "donne un relais à 200\u{A0}m des 800\u{A0}m non couverts de rue A",
      ])
    let english = try #require(material.doors(Wording(.english)))
    #expect(
      english.clauses(of: 1, pick: nil) == [
        "would give a relay to 200\u{A0}m of streets that have none: rue A (200\u{A0}m)",
        "opening hours unknown: to be asked",
        "gives a relay to 200\u{A0}m of the 800\u{A0}m not covered in rue A",
      ])
    let alternative = try #require(english.plan.picks[0].alternatives.first)
    #expect(
      english.sentence(of: alternative, pick: 0)
        == "Pharmacie (C2), regains 180\u{A0}m of 200\u{A0}m")
  }

  @Test func thisWeeksRoundComesFirst() throws {
    let page = try ApprenticeSample.page()
    let round = try #require(page.range(of: "id=\"round-1\"")?.lowerBound)
    let list = try #require(page.range(of: "id=\"list\"")?.lowerBound)
    #expect(round < list)
    // 1,040 m at 75 m a minute, three doors of five minutes.
    #expect(page.contains("3\u{A0}portes, 29\u{A0}min"))
    #expect(page.contains("Mairie"))
    for label in ["Rez-de-chaussée", "Vitrine sur rue", "Mineurs admis", "Sans sonnette"] {
      // Once for the script of the cards, once above the sheet to print.
      #expect(page.components(separatedBy: label).count == 3, "\(label)")
    }
  }

  @Test func textFromFilesIsNeitherMarkupNorACommand() throws {
    let page = try ApprenticeSample.page()
    #expect(!page.contains("<img") && !page.contains("<script>alert"))
    #expect(!page.contains("\u{202E}"))
    #expect(page.components(separatedBy: "<script").count == 5)
    let wording = Wording(.english)
    #expect(
      wording.visitCommand(ApprenticeSample.hostileID)
        == "relais adherents visit 'C'\\''1; rm -rf ~ \"$(id)\"' --outcome")
    #expect(wording.visitCommand("C-12") == "relais adherents visit C-12 --outcome")
    #expect(wording.visitCommand("-x") == "relais adherents visit '-x' --outcome")
  }

  @Test func everyScriptIsNamedByThePolicy() throws {
    let page = try ApprenticeSample.page()
    for part in page.components(separatedBy: "<script>").dropFirst() {
      let script = Array(part.components(separatedBy: "</script>")[0].utf8)
      let hash = ContentPolicy.base64(ofHexadecimal: Fingerprint.of(script))
      #expect(page.contains("sha256-" + hash))
    }
    // The name of GPX's elements is no address that is asked for.
    let rest = page.replacing("http://www.topografix.com/GPX/1/1", with: "")
    #expect(!rest.contains("http:") && !rest.contains("https:"))
  }

  @Test func identifiersAreUniqueAndControlsNamed() throws {
    let page = try ApprenticeSample.page(.english)
    func values(_ name: String) -> [String] {
      page.components(separatedBy: " \(name)=\"").dropFirst().map {
        $0.components(separatedBy: "\"")[0]
      }
    }
    let ids = values("id")
    #expect(Set(ids).count == ids.count)
    // Three cards, each with what its answers are kept under.
    #expect(values("data-place").count == 3 && values("data-name").count == 3)
    for reference in values("aria-labelledby") { #expect(ids.contains(reference)) }
    let data = try #require(page.range(of: "id=\"street-data\">")?.upperBound)
    let json = page[data...].prefix { $0 != "<" }
    #expect(try JSONSerialization.jsonObject(with: Data(json.utf8)) is [String: Any])
  }

  @Test(arguments: Language.all)
  func withoutCandidatesThePageSaysWhatToDo(language: Language) throws {
    let page = try ApprenticeSample.page(language, candidates: false)
    #expect(page.contains("sources/candidates/"))
    #expect(!page.contains("data-place"))
  }

  @Test(arguments: Language.all) func sameMaterialGivesTheSameBytes(language: Language) throws {
    #expect(try ApprenticeSample.page(language) == ApprenticeSample.page(language))
  }

  @Test func aPictureStandsWhateverItsPoints() {
    let far = Sketch(
      summary: "", frame: Sketch.Frame(around: [PlanePoint(x: .nan, y: 1)]),
      lines: [.init(style: .way, path: [PlanePoint(x: 1e300, y: -.infinity)])],
      marks: [.init(style: .stop, position: PlanePoint(x: .nan, y: 0), text: "1")],
      labels: [.init(text: "rue", position: PlanePoint(x: 0, y: 0), degrees: 12)], legend: [])
    var page = HTMLBuffer()
    HTMLSketchWriter(far).write(to: &page)
    let text = String(decoding: page.bytes, as: UTF8.self)
    #expect(!text.contains("nan") && !text.contains("inf"))
    #expect(text.contains("rotate(-12)"))
  }

  /// 1,160 m in 1,440 units: a quarter is 290 m, the rule 200 m long, 248 units; 32 units from the edge.
  @Test(arguments: [([0.0], 1160), ([1000], 32), ([0, 1000], 32), ([], 32)])
  func theRuleStandsWhereNoDoorHidesIt(doors: [Double], x: Int) {
    let sketch = Sketch(
      summary: "",
      frame: Sketch.Frame(around: [PlanePoint(x: 0, y: 0), PlanePoint(x: 1000, y: 800)]),
      lines: [],
      marks: doors.map { .init(style: .stop, position: PlanePoint(x: $0, y: 0), text: "1") },
      labels: [], legend: [])
    var page = HTMLBuffer()
    HTMLSketchWriter(sketch).write(to: &page)
    let text = String(decoding: page.bytes, as: UTF8.self)
    #expect(text.contains("M\(x) 1143V1159h248v-16"))
    #expect(text.contains(">200\u{A0}m<"))
  }
}
