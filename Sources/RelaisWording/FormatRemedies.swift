/// What makes a file readable that is not: the one command or menu that does it.
extension Wording {
  /// The remedy for a kind of content Relais does not read, as ``FormatError/unknownFormat(file:looksLike:)``
  /// names it; `nil` where there is none to give.
  func remedy(forFormat kind: String) -> String? {
    switch kind {
    case "shapefile", "mapinfo-tab", "mapinfo-mif", "flatgeobuf", "kml", "gml", "sqlite":
      say("errors.remedy.gdal")
    case "xlsx", "xls", "ods", "dbf", "excel-xml": say("errors.remedy.sheet")
    case "postgresql", "wfs": say("errors.remedy.address")
    case "document": say("errors.remedy.document")
    case "pdf": say("errors.remedy.pdf")
    case "image", "svg": say("errors.remedy.image")
    case "7z", "rar", "xz", "lz4", "zip": say("errors.remedy.archive")
    case "tar", "gzip": say("errors.remedy.tar")
    case "zstd": say("errors.remedy.zstd")
    case "parquet": say("errors.remedy.parquet")
    case "dwg", "dxf": say("errors.remedy.drawing")
    case "opl": say("errors.remedy.osmium")
    case "osm-pbf-lz4", "osm-pbf-zstd", "osm-pbf-lzma": say("errors.remedy.pbfCompression")
    case "o5m": say("errors.remedy.o5m")
    case "osm-change": say("errors.remedy.change")
    case "overpass-json": say("errors.remedy.overpass")
    case "topojson": say("errors.remedy.topojson")
    case "gpx": say("errors.remedy.gpx")
    case "html-table": say("errors.remedy.sheetOfPage")
    case "html": say("errors.remedy.web")
    default: nil
    }
  }
}
