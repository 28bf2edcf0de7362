package import RelaisFormats
import RelaisGeo

/// What an error says: what failed, where, what was expected, what to do.
extension Wording {
  /// Why a result was not written, and what to do.
  package func sentence(_ error: OutputError) -> String {
    switch error {
    case .notOurs(let file): say("errors.output.notOurs", ["file": .text(file)])
    case .link(let file): say("errors.output.link", ["file": .text(file)])
    case .input(let file): say("errors.output.input", ["file": .text(file)])
    case .registry(let file): say("errors.output.registry", ["file": .text(file)])
    case .configuration(let file): say("errors.output.configuration", ["file": .text(file)])
    case .sources(let folder): say("errors.output.sources", ["folder": .text(folder)])
    }
  }

  package func sentence(_ error: FormatError) -> String {
    let text =
      switch error {
      case .notFound(let file):
        say("errors.sentence.theFile", ["file": .text(file)])
      case .isDirectory(let file):
        say("errors.sentence.isDirectory", ["file": .text(file)])
      case .notReadable(let file, let detail):
        say("errors.sentence.notReadable", ["file": .text(file), "detail": .text(because(detail))])
      case .empty(let file):
        say("errors.sentence.empty", ["file": .text(file)])
      case .unknownFormat(let file, let looksLike):
        paragraph(
          [
            looksLike.map {
              say(
                "errors.sentence.unknownFormat.named", ["file": .text(file), "format": .text($0)])
            } ?? say("errors.sentence.unknownFormat", ["file": .text(file)]),
            looksLike.flatMap { remedy(forFormat: $0) }, say("errors.formatsRead"),
          ].compactMap { $0 })
      case .passwordInAddress: say("errors.sentence.passwordInAddress")
      case .notConverted(let file, let detail):
        say(
          "errors.sentence.notConverted",
          ["file": .text(file), "detail": .text(because(detail))])
      case .damaged(let file, let place, let detail):
        say(
          "errors.sentence.damaged",
          ["file": .text(file), "place": .text(at(place)), "detail": .text(because(detail))])
      case .inflatesTooFar(let file, let limit):
        say(
          "errors.sentence.inflatesTooFar",
          ["file": .text(file), "limit": .integer(limit >> 20)])
      case .tooMuch(let file, let place, let bound):
        say(
          "errors.sentence.tooMuch",
          ["file": .text(file), "place": .text(at(place)), "bound": .text(self.bound(bound))])
      case .notUnpacked(let file, let folder, let detail):
        say(
          "errors.sentence.notUnpacked",
          ["file": .text(file), "folder": .text(folder), "detail": .text(because(detail))])
      case .archive(let file, .damaged(let detail)):
        say("errors.sentence.archive", ["file": .text(file), "detail": .text(because(detail))])
      case .archive(let file, .encrypted):
        say("errors.sentence.encrypted", ["file": .text(file)])
      case .archive(let file, .severalFiles(let names)):
        say(
          "errors.sentence.severalFiles",
          [
            "file": .text(file),
            "names": .list(names.count > 20 ? names.prefix(20) + ["…"] : names),
          ])
      case .archive(let file, let problem):
        say("errors.sentence.theZip", ["file": .text(file), "of": .text(description(of: problem))])
      case .incompleteRegister(let file, let lacks):
        say(
          "errors.sentence.incompleteRegister",
          ["file": .text(file), "lacks": .text(listed(lacks))])
      case .unknownNomenclature(let file, let name):
        say(
          "errors.sentence.unknownNomenclature", ["file": .text(file), "name": .text(name)])
      case .addressesAsPlaces(let file):
        say("errors.sentence.addressesAsPlaces", ["file": .text(file)])
      case .registerAsPlaces(let file):
        say("errors.sentence.registerAsPlaces", ["file": .text(file)])
      case .missing(let file, let what, let found):
        say(
          "errors.sentence.missing",
          ["file": .text(file), "what": .text(listed(what)), "found": .text(listed(found))])
      case .noCoverageMatrix(let file):
        say("errors.sentence.noCoverageMatrix", ["file": .text(file)])
      case .noAnswers(let file, nil): say("errors.sentence.noAnswers", ["file": .text(file)])
      case .noAnswers(let file, let schema?):
        say("errors.sentence.noAnswers.schema", ["file": .text(file), "schema": .text(schema)])
      case .unsupportedEncoding(let file, let detail):
        say(
          "errors.sentence.unsupportedEncoding",
          ["file": .text(file), "detail": .text(because(detail))])
      case .unknownReferenceSystem(let file, let example):
        say(
          "errors.sentence.unknownReferenceSystem",
          ["file": .text(file), "example": .text(example)])
      case .elsewhere(let file, let system, let example):
        say(
          "errors.sentence.elsewhere",
          ["file": .text(file), "example": .text(example), "system": .text(system)])
      case .unknownSystem(let file, let name):
        say("errors.sentence.unknownSystem", ["file": .text(file), "name": .text(name)])
      case .layerAbsent(let file, let layer, let layers):
        say(
          "errors.sentence.layerAbsent",
          ["file": .text(file), "layer": .text(layer), "layers": .text(listed(layers))])
      case .layerNotEvident(let file, let layers):
        say(
          "errors.sentence.layerNotEvident",
          ["file": .text(file), "layers": .text(listed(layers))])
      case .onlyViews(let file, let views):
        say("errors.sentence.onlyViews", ["file": .text(file), "views": .text(listed(views))])
      case .codeAbsent(let file, let code, let found):
        say(
          "errors.sentence.codeAbsent",
          ["file": .text(file), "code": .text(code), "found": .text(listed(found))])
      case .areaNotEvident(let file, let name, let found):
        say(
          "errors.sentence.areaNotEvident",
          ["file": .text(file), "name": .text(name), "found": .text(listed(found))])
      case .notWritable(let file, let detail):
        say("errors.sentence.notWritable", ["file": .text(file), "detail": .text(because(detail))])
      }
    return text
  }

  private func description(of problem: ZipProblem) -> String {
    switch problem {
    case .noFile: say("errors.description.noFile")
    case .severalFiles, .encrypted: ""
    case .method(let number):
      say("errors.description.method", ["number": .digits(number)])
    case .split:
      say("errors.description.split")
    case .damaged(let detail): detail
    }
  }

  private func bound(_ bound: InputBound) -> String {
    switch bound {
    case .columns: say("errors.bound.columns", ["most": .integer(bound.most)])
    case .headerLength: say("errors.bound.headerLength", ["most": .integer(bound.most)])
    case .damagedRows: say("errors.bound.damagedRows", ["most": .integer(bound.most)])
    case .blockRatio: say("errors.bound.blockRatio", ["most": .integer(bound.most)])
    case .answers: say("errors.bound.answers", ["most": .integer(bound.most)])
    case .answerBytes: say("errors.bound.answerBytes", ["most": .integer(bound.most >> 20)])
    case .hoursValues: say("errors.bound.hoursValues", ["most": .integer(bound.most)])
    }
  }

  private func because(_ detail: String) -> String {
    detail.isEmpty ? "" : " (\(Wording.short(detail)))"
  }

  private func at(_ place: SourcePlace?) -> String {
    place.map { say("punctuation.comma") + self.place($0) } ?? ""
  }

  package func listed(_ items: [String]) -> String {
    guard !items.isEmpty else { return say("errors.listed") }
    let told = items.prefix(Wording.mostListed).map(Wording.short)
    return (items.count > told.count ? told + ["…"] : told).joined(separator: ", ")
  }

  /// Names told of a list of any length.
  private static let mostListed = 30

  /// A text of a file as far as a message repeats it: 200 characters.
  package static func short(_ text: String) -> String {
    // No need to count the characters of a long one.
    text.utf8.count <= 200 || text.dropFirst(200).isEmpty ? text : text.prefix(199) + "…"
  }
}
