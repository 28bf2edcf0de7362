import RelaisFormats
import RelaisGeo

/// `relais check --json`: schema `relais.check/1`, one entry per file that could be read.
package enum CheckJSON {
  /// An entry per file, in the order given.
  package static func bytes(_ summaries: [CheckSummary]) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("schema", "relais.check/1")
    json.key("files")
    json.beginArray()
    for summary in summaries {
      json.breakLine()
      json.beginObject()
      json.member("file", summary.file)
      json.member("kind", summary.kind.rawValue)
      json.member("format", summary.format.code)
      write(summary.understood, to: &json)
      json.member("rules", summary.kind == .streets ? summary.rules?.rawValue : nil)
      json.member("rows", summary.rows)
      json.member("taken", summary.taken)
      json.key("rejected")
      json.beginObject()
      for (reason, count) in summary.reasons {
        json.key(reason.rawValue)
        json.integer(count)
      }
      json.endObject()
      json.key("columns")
      json.beginArray()
      for use in summary.columns {
        json.beginObject()
        json.member("column", use.column)
        json.member("stands_for", use.term.rawValue)
        json.endObject()
      }
      json.endArray()
      if let health = summary.health { HealthJSON.write(health, to: &json) }
      json.endObject()
    }
    json.endArray()
    json.endObject()
    return json.finish()
  }

  /// The layers begin with the one that was read.
  private static func write(_ understood: Understood, to json: inout JSONWriter) {
    json.member("layer", understood.layer)
    json.key("layers")
    json.array { json in
      for layer in [understood.layer].compactMap({ $0 }) + understood.otherLayers {
        json.string(layer)
      }
    }
    json.member("member", understood.member)
    json.member("crs", understood.system?.name)
    json.member("crs_origin", understood.system?.origin.rawValue)
    json.member("encoding", understood.encoding?.rawValue)
  }
}
