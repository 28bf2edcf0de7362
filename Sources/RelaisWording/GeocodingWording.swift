package import RelaisGeo

/// What is said of addresses: what was found, what to check, the help of `relais geocode`.
extension Wording {
  /// Everything a person should check of a match, in one short line; empty for nothing.
  package func checks(_ match: GeocodingMatch) -> String {
    match.checks.map(sentence).joined(separator: clauseSeparator)
  }

  /// Where an establishment's address was found, or why nowhere.
  package func placed(_ match: GeocodingMatch, isPlaced: Bool) -> String {
    let checks = checks(match)
    return switch (isPlaced, checks.isEmpty) {
    case (false, true): say("geocoding.placed.withoutA")
    case (false, false): say("geocoding.placed.withoutAndWhy", ["checks": .text(checks)])
    case (true, true): say("geocoding.placed.positionBy", ["label": .text(match.label)])
    case (true, false):
      say("geocoding.placed.toCheck", ["label": .text(match.label), "checks": .text(checks)])
    }
  }

  package func sentence(_ check: GeocodingMatch.Check) -> String {
    plain(check)
  }

  private func plain(_ check: GeocodingMatch.Check) -> String {
    switch check {
    case .empty: say("geocoding.plain.empty")
    case .streetUnknown(let name):
      name.isEmpty
        ? say("geocoding.plain.streetUnknown")
        : say("geocoding.plain.streetNot", ["name": .text(name)])
    case .communeUnknown(let name):
      say("geocoding.plain.communeUnknown", ["name": .text(name)])
    case .postcodeUnknown(let code):
      say("geocoding.plain.postcodeUnknown", ["code": .text(code)])
    case .numberBetween(let asked, let low, let high):
      say(
        "geocoding.plain.numberBetween",
        ["asked": .text(asked), "low": .text(low), "high": .text(high)])
    case .numberBeyond(let asked, let last):
      say("geocoding.plain.numberBeyond", ["asked": .text(asked), "last": .text(last)])
    case .numberUnknown(let asked):
      say("geocoding.plain.numberUnknown", ["asked": .text(asked)])
    case .suffixUnknown(let asked, let found):
      say("geocoding.plain.suffixUnknown", ["asked": .text(asked), "found": .text(found)])
    case .numberTwice(let number):
      say("geocoding.plain.numberTwice", ["number": .text(number)])
    case .noNumber:
      say("geocoding.plain.noNumber")
    case .noStreet: say("geocoding.plain.noStreet")
    case .postcodeDiffers(let given, let found):
      say("geocoding.plain.postcodeDiffers", ["given": .text(given), "found": .text(found)])
    case .communeDiffers(let given, let found):
      say("geocoding.plain.communeDiffers", ["given": .text(given), "found": .text(found)])
    case .typeDiffers(let found):
      say("geocoding.plain.typeDiffers", ["found": .text(found)])
    case .nameDiffers(let found):
      say("geocoding.plain.nameDiffers", ["found": .text(found)])
    case .notUnderstood(let words):
      say("geocoding.plain.notUnderstood", ["words": .text(words)])
    case .ambiguous(let labels):
      say("geocoding.plain.ambiguous", ["labels": .text(labels.joined(separator: " | "))])
    case .severalNumbers(let found):
      say("geocoding.plain.severalNumbers", ["found": .text(found)])
    case .nearNumber(let number):
      say("geocoding.plain.nearNumber", ["number": .text(number)])
    case .partOfCommune(let given, let commune):
      say(
        "geocoding.plain.partOfCommune", ["given": .text(given), "commune": .text(commune)])
    case .brokenRow:
      say("geocoding.plain.brokenRow")
    }
  }

  package func name(_ kind: GeocodingMatch.Kind) -> String {
    switch kind {
    case .houseNumber: say("geocoding.name.houseNumber")
    case .interpolated: say("geocoding.name.interpolated")
    case .street: say("geocoding.name.street")
    case .locality: say("geocoding.name.locality")
    case .municipality: say("geocoding.name.municipality")
    }
  }

  /// What an address base holds.
  package func addressBase(
    rows: Int, addresses: Int, streets: Int, communes: Int, seconds: Double?
  ) -> String {
    guard let seconds else {
      return say(
        "geocoding.addressBase",
        [
          "rows": .integer(rows), "numbers": .integer(addresses), "streets": .integer(streets),
          "communes": .integer(communes),
        ])
    }
    return say(
      "geocoding.addressBase.indexed",
      [
        "rows": .integer(rows), "numbers": .integer(addresses), "streets": .integer(streets),
        "communes": .integer(communes), "seconds": .number(seconds),
      ])
  }

  /// One match, for a person at a terminal.
  package func found(_ match: GeocodingMatch) -> String {
    var lines: [String] = []
    if let reading = match.reading {
      lines.append(say("geocoding.found.understood", ["reading": .text(understood(reading))]))
    }
    if let kind = match.kind {
      lines.append(
        say(
          "geocoding.found",
          [
            "label": .text(match.label), "kind": .text(name(kind)), "score": .number(match.score),
          ]))
    } else {
      lines.append(say("geocoding.found.notFound"))
    }
    for check in match.checks {
      lines.append(say("geocoding.found.toCheck", ["check": .text(sentence(check))]))
    }
    return lines.joined(separator: "\n")
  }

  private func understood(_ reading: AddressReading) -> String {
    let number = reading.number.map {
      ([String($0)] + reading.furtherNumbers.map(String.init)).joined(separator: "-")
        + (reading.suffix.isEmpty ? "" : " " + reading.suffix)
    }
    func given(_ text: String?) -> String? { text.flatMap { $0.isEmpty ? nil : $0 } }
    return [
      given(number).map { say("geocoding.understood.number", ["number": .text($0)]) },
      given(reading.street).map { say("geocoding.understood.street", ["street": .text($0)]) },
      given(reading.postcode).map {
        say("geocoding.understood.postcode", ["postcode": .text($0)])
      },
      given(reading.cityText).map { say("geocoding.understood.commune", ["commune": .text($0)]) },
    ].compactMap { $0 }.joined(separator: ", ")
  }

  // MARK: Help

  package var geocodeAbstract: String {
    say("geocoding.geocodeAbstract")
  }
  package var geocodeDiscussion: String {
    say("geocoding.geocodeDiscussion")
  }
  package var geocodeFileHelp: String {
    say("geocoding.geocodeFileHelp")
  }
  package var addressesHelp: String {
    say("geocoding.addressesHelp")
  }
  package var columnHelp: String {
    say("geocoding.columnHelp")
  }
  package var geocodeOutHelp: String {
    say("geocoding.geocodeOutHelp")
  }
  package var geocodeJSONHelp: String {
    say("geocoding.geocodeJSONHelp")
  }
  package func noAddressColumn(of file: String, _ headers: [String]) -> String {
    say("geocoding.noAddressColumn", ["file": .text(file), "headers": .list(headers)])
  }
  package func noSuchColumn(_ names: [String], of file: String, _ headers: [String]) -> String {
    say(
      "geocoding.noSuchColumn",
      ["names": .list(names), "file": .text(file), "headers": .list(headers)])
  }
  package var addressesNeeded: String {
    say("geocoding.addressesNeeded")
  }
  package var interrupted: String {
    say("geocoding.interrupted")
  }
  package func geocodedTo(_ file: String) -> String {
    say("geocoding.geocodedTo", ["file": .text(file)])
  }
}
