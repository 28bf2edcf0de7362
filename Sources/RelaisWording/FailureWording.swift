package import CoverageEngine
package import RelaisGeo

/// Errors beyond those of files: what failed, what was expected, what to do.
extension Wording {
  package func sentence(_ error: TerritoryError) -> String {
    switch error {
    case .notFound(let folder):
      say("errors.sentence.notFound", ["folder": .text(folder)])
    case .exists(let folder):
      say("errors.sentence.exists", ["folder": .text(folder)])
    case .notYAML(let file, let line, let detail):
      say(
        "errors.sentence.notYAML",
        ["place": .text(place(file, line)), "detail": .text(detail)])
    case .unknownKey(let file, let line, let key, let known):
      say(
        "errors.sentence.unknownKey",
        [
          "place": .text(place(file, line)), "key": .text(key),
          "known": .list(known),
        ])
    case .badValue(let file, let line, let key, let expected):
      say(
        "errors.sentence.badValue",
        [
          "place": .text(place(file, line)), "key": .text(key),
          "expected": .text(expected),
        ])
    case .noStart(let file, let line, let place):
      sentence(
        .badValue(file: file, line: line, key: "prospect", expected: startExpected(place)))
    case .noRegistry: asOfNeedsRegistry
    case .noStreets(let folder):
      say("errors.sentence.noStreets", ["folder": .text(folder)])
    }
  }

  package func sentence(_ error: ProjectionError) -> String {
    switch error {
    case .notRecognised(let text):
      badReferenceSystem(text)
    case .unknownCode(let code):
      say("errors.sentence.unknownCode", ["code": .digits(code)])
    case .notHorizontal(let system, let name):
      say("errors.sentence.notHorizontal", ["system": .text("\(system)"), "name": .text(name)])
    case .notMetric(let system, let unit):
      say("errors.sentence.notMetric", ["system": .text("\(system)"), "unit": .text(unit)])
    case .noPlaceOnEarth:
      say("errors.sentence.noPlaceOnEarth")
    case .noTransformation(let system, let detail):
      say(
        "errors.sentence.noTransformation", ["system": .text("\(system)"), "detail": .text(detail)])
    case .outOfDomain(let system, _, let position):
      say(
        "errors.sentence.outOfDomain",
        ["x": .text("\(position.x)"), "y": .text("\(position.y)"), "system": .text("\(system)")])
    case .unavailable(let detail):
      say("errors.sentence.unavailable", ["detail": .text(detail)])
    }
  }

  package func sentence(_ error: GeometryError) -> String {
    say("errors.sentence", ["error": .text("\(error)")])
  }

  package func sentence(_ error: AnalysisParameters.Invalid) -> String {
    func metres(_ value: Double) -> String { decimal(value, places: 3) + " m" }
    switch error {
    case .noBudget:
      return say("errors.sentence.noBudget")
    case .budgetOutOfRange(let value):
      return say("errors.sentence.budgetOutOfRange", ["distance": .text(metres(value))])
    case .maximumSnapOutOfRange(let value):
      return say("errors.sentence.maximumSnapOutOfRange", ["maximumSnap": .text(metres(value))])
    case .bufferOutOfRange(let value):
      return say("errors.sentence.bufferOutOfRange", ["buffer": .text(metres(value))])
    }
  }

  private func place(_ file: String, _ line: Int?) -> String {
    line.map { say("errors.atLine", ["file": .text(file), "line": .digits($0)]) } ?? file
  }
}
