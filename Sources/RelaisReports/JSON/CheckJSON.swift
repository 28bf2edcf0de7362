package import CoverageEngine
package import RelaisFormats
import RelaisGeo

/// `relais check --json`: schema `relais.check/1`, one entry per file that could be read.
package enum CheckJSON {
  /// An entry per file, in the order given.
  ///
  /// - Parameter calendar: The school calendar of the files' territory; `nil` without one.
  package static func bytes(_ summaries: [CheckSummary], calendar: FrenchCalendar?) -> [UInt8] {
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
    json.key("calendar")
    write(calendar, to: &json)
    json.endObject()
    return json.finish()
  }

  /// As `relais doctor` gives it.
  package static func write(_ calendar: FrenchCalendar?, to json: inout JSONWriter) {
    guard let calendar else { return json.null() }
    json.beginObject()
    json.member("zone", calendar.zone?.letter)
    json.member("department", calendar.department?.code)
    json.member("school_holidays_until", calendar.reach?.upperBound.iso)
    json.endObject()
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
