import RelaisFormats
import RelaisReports
public import RelaisWording

/// `relais doctor --json`: schema `relais.doctor/1`.
extension Diagnosis {
  /// - Parameter words: For what cannot be read: an error is told as a sentence.
  public func json(_ words: Wording) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("schema", "relais.doctor/1")
    json.member("version", Program.version)
    json.member("commit", commit)
    json.member("swift", swift)
    json.key("libraries")
    json.array { json in
      for library in libraries {
        json.breakLine()
        json.beginObject()
        json.member("name", library.name)
        json.member("version", library.version)
        json.endObject()
      }
    }
    json.member("french_grid", hasFrenchGrid)
    json.key("tools")
    json.array { json in
      for tool in tools {
        json.breakLine()
        json.beginObject()
        json.member("name", tool.name.word)
        json.member("path", tool.path)
        json.member("version", tool.version)
        json.endObject()
      }
    }
    json.key("territory")
    if let town { town.write(to: &json) } else { json.null() }
    json.key("failures")
    json.array { json in for failure in failures { json.string(words.sentence(of: failure)) } }
    json.key("disk")
    json.array { json in
      for room in rooms {
        json.beginObject()
        json.member("folder", room.folder)
        json.member("free_bytes", room.free)
        json.endObject()
      }
    }
    json.key("missing")
    json.array { json in
      for lack in lacks {
        json.breakLine()
        json.beginObject()
        json.member("what", lack.word)
        if case .data(let kind) = lack { json.member("kind", kind.word) }
        if case .file(let file, let kind) = lack {
          json.member("kind", kind.word)
          json.member("file", file)
        }
        if case .room(let folder) = lack { json.member("folder", folder) }
        json.member("package", lack.package)
        json.endObject()
      }
    }
    json.endObject()
    return json.finish()
  }
}

extension Diagnosis.Town {
  private func write(_ name: String, _ number: Int?, to json: inout JSONWriter) {
    json.key(name)
    if let number { json.integer(number) } else { json.null() }
  }

  fileprivate func write(to json: inout JSONWriter) {
    json.beginObject()
    json.member("name", name)
    json.member("folder", folder)
    json.key("inputs")
    json.array { json in
      for input in inputs {
        json.breakLine()
        json.beginObject()
        json.member("kind", input.kind.word)
        json.member("file", input.file)
        write("bytes", input.bytes, to: &json)
        json.member("modified", input.modified?.iso)
        write("age_days", input.age, to: &json)
        json.endObject()
      }
    }
    json.member("newest", newest?.file)
    json.member("oldest", oldest?.file)
    json.key("calendar")
    CheckJSON.write(calendar, to: &json)
    json.key("registry")
    if let registry {
      json.beginObject()
      json.member("file", registry.file)
      json.member("schema", registry.schema)
      json.member("damaged", registry.isDamaged)
      json.member("problems", registry.problems)
      json.member("pending_edits", registry.pendingEdits)
      json.member("erasure_unfinished", registry.isErasureUnfinished)
      json.member("open_to_others", registry.isOpenToOthers)
      json.member("establishments", registry.establishments)
      json.member("events", registry.events)
      json.endObject()
    } else {
      json.null()
    }
    json.endObject()
  }
}

extension Diagnosis.Tool.Name {
  /// Its name in JSON and in a command line. Stable.
  public var word: String {
    switch self {
    case .ogr2ogr: "ogr2ogr"
    case .chromium: "chromium"
    }
  }
}

extension Diagnosis.Lack {
  /// Its name in JSON. Stable.
  fileprivate var word: String {
    switch self {
    case .tool(let name): name.word
    case .frenchGrid: "french-grid"
    case .data: "data"
    case .file: "file"
    case .room: "disk"
    }
  }
}
