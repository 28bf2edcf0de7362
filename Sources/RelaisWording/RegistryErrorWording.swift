package import CoverageEngine

/// Errors of the registry: what failed, and what to do. Nothing was changed in any of them.
extension Wording {
  package func sentence(_ error: RegistryError) -> String {
    text(error)
  }

  private func text(_ error: RegistryError) -> String {
    switch error {
    case .missing(let file):
      say("registry.text.missing", ["file": .text(file)])
    case .noCopy(let file):
      say("registry.text.noCopy", ["file": .text(file)])
    case .notARegistry(let file, let detail):
      say("registry.text.notARegistry", ["file": .text(file), "detail": .text(detail)])
    case .damaged(let file, let detail): damaged(file, detail)
    case .unsound(let file, let problem):
      say("registry.text.unsound", ["file": .text(file), "detail": .text(detail(problem))])
    case .notRepairable(let file, let problem):
      say("registry.text.notRepairable", ["file": .text(file), "detail": .text(detail(problem))])
    case .unsoundCopy(let file, let problem):
      damaged(file, detail(problem))
    case .newer(let file, let steps):
      say("registry.text.newer", ["file": .text(file), "steps": .list(steps)])
    case .foreignSchema(let file, let objects):
      say("registry.text.foreignSchema", ["file": .text(file), "objects": .list(objects)])
    case .readOnly(let file, let detail):
      say("registry.text.readOnly", ["file": .text(file), "detail": .text(detail)])
    case .diskFull(let file):
      say("registry.text.diskFull", ["file": .text(file)])
    case .busy(let file):
      say("registry.text.busy", ["file": .text(file)])
    case .diskFailure(let file, let detail):
      say("registry.text.diskFailure", ["file": .text(file), "detail": .text(detail)])
    case .copyOntoItself(let file):
      say("registry.text.copyOntoItself", ["file": .text(file)])
    case .unknownCode(let code, let nearest):
      nearest.isEmpty
        ? say("registry.text.unknownCode", ["code": .text(code)])
        : say(
          "registry.text.unknownCode.nearest",
          ["code": .text(code), "nearest": .text(lines(nearest))])
    case .ambiguousCode(let code, let candidates):
      say(
        "registry.text.ambiguousCode",
        ["code": .text(code), "candidates": .text(lines(candidates))])
    case .guessedCode(let code, let nearest):
      say("registry.text.guessedCode", ["code": .text(code), "nearest": .text(lines(nearest))])
    case .probableDoubles(let doubles): text(doubles)
    case .sameEstablishment(let one):
      say("registry.text.sameEstablishment", ["line": .text(line(one))])
    case .changedMeanwhile(let one, let events):
      say(
        "registry.text.changedMeanwhile",
        [
          "name": .text(one.name),
          "authors": .list(
            events.map(\.author).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }),
        ])
    case .nothingToUndo:
      say("registry.text.nothingToUndo")
    case .unknownChange(let text):
      say("registry.text.unknownChange", ["text": .text(text)])
    case .alreadyUndone(let target, let other):
      say(
        "registry.text.alreadyUndone",
        ["handle": .text(handle(target)), "by": .digits(Int(other))])
    case .contactNotKept(let target):
      say("registry.text.contactNotKept", ["handle": .text(handle(target))])
    case .undoBlocked(let target, let blocks):
      say(
        "registry.text.undoBlocked",
        [
          "handle": .text(handle(target)),
          "blocks": .text(
            blocks.map { "  " + labelled(line($0.establishment), events($0)) }
              .joined(separator: "\n")),
        ])
    case .badValue(let field, let value):
      say(
        "registry.text.badValue",
        ["found": .text(value), "field": .text(name(field)), "expected": .text(expected(field))])
    case .nameMissing:
      say("registry.text.nameMissing")
    case .nameTooLong(let name):
      say(
        "registry.text.nameTooLong",
        [
          "beginning": .text(name.beginning), "count": .integer(name.count),
          "most": .integer(LongName.most),
        ])
    case .stateForbidden(let from, let to):
      say(
        "registry.text.stateForbidden",
        [
          "from": .text(name(from)), "to": .text(name(to)),
          "from2": .text(listed(successors(from))),
        ])
    case .conditionUnmet(let field):
      say(
        "registry.text.conditionUnmet",
        ["field": .text(name(field)), "word": .text(field.word)])
    case .futureDay(let day):
      say("registry.text.futureDay", ["day": .date(day)])
    case .beforeKnown(let day, let first):
      say("registry.text.beforeKnown", ["first": .date(first), "day": .date(day)])
    case .childColumn(let file, let column):
      say("registry.text.childColumn", ["file": .text(file), "column": .text(column)])
    case .placeColumnsMissing(let file, let found):
      say(
        "registry.text.placeColumnsMissing", ["file": .text(file), "found": .text(listed(found))])
    case .notRebuilt(let file, let detail):
      say("registry.text.notRebuilt", ["file": .text(file), "detail": .text(detail)])
    case .notErasable(let place):
      say("registry.text.notErasable", ["place": .text(place)])
    }
  }

  private func text(_ doubles: [ProbableDouble]) -> String {
    let lines = doubles.map { double in
      "  " + labelled(line(double.establishment), listed(double.reasons.map { name($0) }))
    }
    return say(
      "registry.text.probableDoubles",
      [
        "doubles": .text(lines.joined(separator: "\n")),
        "code": .text(doubles.first?.establishment.code ?? ""),
      ])
  }

  private func detail(_ problem: RegistryProblem) -> String {
    problem.kind.code + ": " + subject(problem.subject)
  }

  private func damaged(_ file: String, _ detail: String) -> String {
    say("registry.damaged", ["file": .text(file), "detail": .text(detail)])
  }

  private func successors(_ state: AdherentState) -> [String] {
    AdherentState.allCases.filter { state.successors.contains($0) }.map { name($0) }
  }

  private func expected(_ field: EstablishmentField) -> String {
    switch field.content {
    case .text, .source, .quality: say("registry.expected.text")
    case .kind: EstablishmentKind.allCases.map { name($0) }.joined(separator: ", ")
    case .state: AdherentState.allCases.map { name($0) }.joined(separator: ", ")
    case .check: ConditionCheck.allCases.map { name($0) }.joined(separator: ", ")
    case .day: say("registry.expected.day")
    case .position: say("registry.expected.position")
    case .siret: say("registry.expected.siret")
    }
  }
}
