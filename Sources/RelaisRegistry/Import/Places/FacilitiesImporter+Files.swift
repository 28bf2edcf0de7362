package import CoverageEngine
import RelaisFormats
import RelaisGeo

extension FacilitiesImporter {
  /// The relays of several files, one list: a relay that two of them know counts once, as the file read later has it, since
  /// files are named in the order in which they came to be.
  ///
  /// Two rows are one relay where they have the identifier and the name or the place in common, or name and place. An
  /// identifier that two files give to different relays is taken with the second file's number.
  ///
  /// - Returns: The relays, file after file, and a report per file.
  /// - Throws: ``FormatError``, ``ProjectionError``, at the first file that cannot be read at all.
  package static func read(
    files: [String], layer: String? = nil, mapping: ColumnMapping = ColumnMapping(),
    in surroundings: Surroundings
  ) throws -> (facilities: [Facility], reports: [ImportReport]) {
    var all = try files.map {
      try rows($0, layer: layer, mapping, surroundings, further: [])
    }
    var later = KnownFacilities(on: surroundings.ground)
    var copies = files.map { _ in 0 }
    for file in all.indices.reversed() {
      let places = all[file].places
      all[file].places = []
      for item in places {
        if later.knows(item.facility) {
          copies[file] += 1
          all[file].rejected.append(
            RejectedRow(place: item.place, id: item.facility.id, reason: .knownTwice()))
        } else {
          all[file].places.append(item)
        }
      }
      for item in all[file].places { later.add(item.facility) }
    }
    var seen = Set<String>()
    var facilities: [Facility] = []
    for (number, file) in all.enumerated() {
      for item in file.places {
        var facility = item.facility
        if !seen.insert(facility.id).inserted {
          facility.id += "@\(number + 1)"
          seen.insert(facility.id)
        }
        facilities.append(facility)
      }
    }
    let reports = all.indices.map { number -> ImportReport in
      let rows = all[number]
      let known =
        copies[number] == 0
        ? [] : [Finding(.knownTwice(copies[number], by: .otherFile), file: files[number])]
      return ImportReport(
        file: files[number], format: .features(rows.container), rows: rows.rows,
        rejected: rows.rejected, findings: rows.findings + known, columns: rows.columns,
        understood: rows.understood)
    }
    return (facilities, reports)
  }
}

/// Relays of the files that were read, by what may show that one of another file is the same.
private struct KnownFacilities {
  let ground: Ground
  private var byID: [String: [Facility]] = [:]
  private var byName: [String: [Facility]] = [:]

  /// Metres within which two places of one name are one: an entrance or another.
  private static let reach = 30.0

  init(on ground: Ground) { self.ground = ground }

  mutating func add(_ facility: Facility) {
    byID[facility.id, default: []].append(facility)
    if let name = KnownFacilities.name(facility) { byName[name, default: []].append(facility) }
  }

  func knows(_ one: Facility) -> Bool {
    let name = KnownFacilities.name(one)
    let isByID = (byID[one.id] ?? []).contains { other in
      name != nil && name == KnownFacilities.name(other) || isNear(one, other)
    }
    return isByID || name.map { (byName[$0] ?? []).contains { isNear(one, $0) } } ?? false
  }

  private func isNear(_ one: Facility, _ other: Facility) -> Bool {
    ground.length(from: one.position, to: other.position) <= KnownFacilities.reach
  }

  private static func name(_ facility: Facility) -> String? {
    facility.name.map { Establishment.folded($0) }.flatMap { $0.isEmpty ? nil : $0 }
  }
}
