import CoverageEngine
import RelaisFormats
import RelaisGeo
import RelaisTestSupport
import RelaisWording
import Testing

/// Every code, reason and error has something to say, and says it in every language.
@Suite struct SentencesTests {
  private func expectEach(
    _ say: (Wording) -> String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let french = say(Wording(.french))
    let english = say(Wording(.english))
    #expect(!french.isEmpty && !english.isEmpty, sourceLocation: sourceLocation)
    #expect(french != english, sourceLocation: sourceLocation)
    for language in Language.all.dropFirst(2) {
      let other = say(Wording(language))
      #expect(
        !other.isEmpty && other != french && other != english, "\(other)",
        sourceLocation: sourceLocation)
    }
    // What a made-up language leaves in Latin letters is what every language leaves as it is.
    let madeUp = say(Wording(MadeUpLanguage.language))
    let data = Set(MadeUpLanguage.latinWords(french))
      .intersection(MadeUpLanguage.latinWords(english))
    let left = Set(MadeUpLanguage.latinWords(madeUp)).subtracting(data)
    #expect(left.isEmpty, "\(left.sorted()): \(madeUp)", sourceLocation: sourceLocation)
  }

  @Test(arguments: Finding.Code.allCases) func findings(code: Finding.Code) {
    expectEach { $0.title(code) }
    expectEach { $0.remedy(code) }
    let kinds = SampleFindings.kinds(of: code)
    #expect(!kinds.isEmpty)
    for kind in kinds {
      #expect(Finding(kind).code == code)
      expectEach { $0.sentence(Finding(kind)) }
      expectEach { $0.sentence(Finding(kind, file: "a.csv", place: .line(3)), named: "r1") }
    }
  }

  @Test func findingsReadTheirFacts() {
    let finding = Finding(
      .placeUnattached(
        .relay("Chez Paul"), away: Length(metres: 84.2), allowed: Length(metres: 60)))
    #expect(
      Wording(.french).sentence(finding)
        == "«\u{A0}Chez Paul\u{A0}» est à 84,2\u{A0}m de la rue la plus proche, au-delà des 60\u{A0}m permis\u{A0}: il ne couvre rien."
    )
  }

  @Test(arguments: [
    RelayClosure.Evidence.siret, .name, .map, .vanished, .replaced(by: "Optic"),
  ])
  func closures(evidence: RelayClosure.Evidence) {
    for since in [CalendarDay("2026-03-01"), nil] {
      let finding = Finding(
        .relayClosed(relay: "Chez Paul", RelayClosure(since: since, evidence: evidence)))
      expectEach { $0.sentence(finding) }
      let english = Wording(.english).sentence(finding)
      #expect(
        ![.vanished, .replaced(by: "Optic")].contains(evidence) || since == nil
          || english.contains("last seen") && english.contains("1\u{A0}March 2026"))
      #expect(evidence != .replaced(by: "Optic") || english.contains("Optic"))
    }
  }

  @Test(arguments: RejectedRow.Code.allCases) func rejections(code: RejectedRow.Code) {
    expectEach { $0.reason(code) }
  }

  @Test(arguments: [
    RejectedRow.Reason.wrongColumnCount(3), .notANumber("x"), .duplicateID(), .missingNodes,
    .nameTooLong(LongName(String(repeating: "x", count: 301))!),
  ])
  func rejectedRows(reason: RejectedRow.Reason) {
    expectEach { $0.sentence(RejectedRow(place: .line(1), reason: reason)) }
  }

  @Test(arguments: [
    AdherentDoubt.Reason.phoneZeroRestored, .phoneUnreadable, .emailUnreadable,
    .hoursNotUnderstood(.init(column: "c", text: "t")),
    .numberInWords(.init(column: "c", text: "t")), .dateTooEarly(.init(column: "c", text: "t")),
    .datesReversed(first: .init(column: "c", text: "t"), last: .init(column: "d", text: "u")),
    .valueLeftOut(.init(column: "c", text: "t")), .positionMissing(nil),
    .stateForbidden(from: .left, to: .prospect), .dateGuessed(.init(column: "c", text: "t")),
    .positionOutside(Position(x: 1, y: 2)), .stickerTaken(sticker: "1", holder: "a"),
    .numberReused(number: "1", holder: "a"), .dateInFuture(CalendarDay("2036-03-01")!),
  ])
  func doubts(reason: AdherentDoubt.Reason) {
    expectEach { $0.sentence(AdherentDoubt(.line(2), reason)) }
    expectEach { $0.sentence(reason) }
  }

  @Test(arguments: RegistryEdit.Refusal.allCases) func edits(refusal: RegistryEdit.Refusal) {
    expectEach {
      $0.sentence(RegistryEdit(establishment: "abcd", field: .name, refusal: refusal))
    }
  }

  @Test(arguments: RegistryProblem.Kind.allCases) func problems(kind: RegistryProblem.Kind) {
    expectEach { $0.line(RegistryProblem(kind, .feature(3))) }
    expectEach { $0.sentence(RegistryError.unsoundCopy(file: "f", .init(kind, .feature(3)))) }
  }

  @Test(arguments: InputKind.allCases) func inputs(kind: InputKind) {
    expectEach { $0.name(kind) }
    expectEach { $0.benefit(kind) }
  }

  @Test(arguments: Progress.Step.allCases) func steps(step: Progress.Step) {
    expectEach { $0.step(step) }
  }

  @Test(arguments: [
    FormatError.notFound(file: "f"), .isDirectory(file: "f"), .notReadable(file: "f", detail: "d"),
    .empty(file: "f"), .unknownFormat(file: "f", looksLike: "PDF"),
    .damaged(file: "f", place: .way(3), detail: "d"),
    .missing(file: "f", what: ["x"], found: []), .noCoverageMatrix(file: "f"),
    .noAnswers(file: "f", schema: nil), .noAnswers(file: "f", schema: "other/1"),
    .tooMuch(file: "f", place: nil, of: .answers),
    .tooMuch(file: "f", place: nil, of: .answerBytes),
    .tooMuch(file: "f", place: nil, of: .hoursValues),
    .unsupportedEncoding(file: "f", detail: "d"),
    .unknownReferenceSystem(file: "f", example: "934235"),
    .unknownSystem(file: "f", name: "IGNF:NOWHERE"),
    .layerAbsent(file: "f", layer: "rues", layers: ["routes"]),
    .layerNotEvident(file: "f", layers: ["rues", "routes"]), .onlyViews(file: "f", views: ["v"]),
    .codeAbsent(file: "f", code: "54395", found: ["88321 Nancy"]),
    .areaNotEvident(file: "f", name: "Nancy", found: ["1 Nancy", "2 Nancy"]),
    .elsewhere(file: "f", system: "EPSG:2154", example: "6847900 934235"),
    .notWritable(file: "f", detail: ""), .incompleteRegister(file: "f", lacks: ["siret"]),
    .unknownNomenclature(file: "f", name: "n"), .addressesAsPlaces(file: "f"),
    .registerAsPlaces(file: "f"),
    .inflatesTooFar(file: "f", limit: 1 << 30),
    .tooMuch(file: "f", place: .line(2), of: .columns),
    .tooMuch(file: "f", place: .line(2), of: .headerLength),
    .tooMuch(file: "f", place: .line(2), of: .damagedRows),
    .tooMuch(file: "f", place: nil, of: .blockRatio),
    .notUnpacked(file: "f", folder: "d", detail: "no space"),
    .archive(file: "f", problem: .noFile),
    .archive(file: "f", problem: .severalFiles(["a", "b", "c", "d"])),
    .archive(file: "f", problem: .encrypted), .archive(file: "f", problem: .method(9)),
    .archive(file: "f", problem: .split), .archive(file: "f", problem: .damaged(detail: "d")),
  ])
  func formatErrors(error: FormatError) {
    expectEach { $0.sentence(error) }
    #expect(Wording(.french).sentence(error).contains("«\u{A0}f\u{A0}»"))
  }

  @Test(arguments: [
    ProjectionError.notRecognised(text: "x"), .unknownCode(1), .notHorizontal(.epsg(2), name: "n"),
    .notMetric(.epsg(2), unit: "ft"), .noPlaceOnEarth, .noTransformation(.epsg(2), detail: "d"),
    .outOfDomain(.epsg(2), index: 0, position: Position(x: 1, y: 2)), .unavailable(detail: "d"),
  ])
  func projectionErrors(error: ProjectionError) { expectEach { $0.sentence(error) } }

  @Test(arguments: [
    GeometryError.notFinite(polygon: 0, ring: 0), .notARing(polygon: 0, ring: 1),
    .outOfRange(what: "w", value: -1), .failed(operation: "o", detail: "d"), .tangled, .unavailable,
  ])
  func geometryErrors(error: GeometryError) { expectEach { $0.sentence(error) } }

  @Test(arguments: [
    AnalysisParameters.Invalid.noBudget, .budgetOutOfRange(metres: -1),
    .maximumSnapOutOfRange(metres: 1e9), .bufferOutOfRange(metres: .nan),
  ])
  func parameters(error: AnalysisParameters.Invalid) { expectEach { $0.sentence(error) } }
}
