import RelaisGeo

/// `relais check --json`: schema `relais.check/1`, one entry a file that could be read.
public enum CheckJSON {
  public static func bytes(_ summaries: [CheckSummary]) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("schema")
    json.string("relais.check/1")
    json.key("files")
    json.beginArray()
    for summary in summaries {
      json.breakLine()
      json.beginObject()
      json.key("file")
      json.string(summary.file)
      json.key("kind")
      json.string(summary.kind.rawValue)
      json.key("format")
      json.string(summary.format)
      json.key("rows")
      json.integer(summary.rows)
      json.key("taken")
      json.integer(summary.taken)
      json.key("rejected")
      json.beginObject()
      for (reason, count) in summary.reasons {
        json.key(reason.rawValue)
        json.integer(count)
      }
      json.endObject()
      json.endObject()
    }
    json.endArray()
    json.endObject()
    return json.finish()
  }
}
