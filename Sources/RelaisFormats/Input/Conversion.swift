import Foundation

/// What GDAL's `ogr2ogr` made of a file or an address of a format Relais does not read itself.
///
/// It lies in a private folder that is gone with its owner. Programs reach no network for a file; for an
/// address they do.
final class Conversion {
  /// What it was made of.
  let format: ForeignFormat
  /// The GeoPackage, or the CSV of a table.
  let path: String
  /// What GDAL warns of, each once, in its order; at most 100.
  let warnings: [String]
  private let folder: String

  /// The longest a conversion may take: large files take minutes.
  static let seconds = 1800
  /// The most a conversion may write.
  static let maximumSize = 16 << 30

  /// The program, looked for once.
  static let program = OutsideProgram("ogr2ogr")
  private static let inspector = OutsideProgram("ogrinfo")

  /// - Parameter layer: The one layer or sheet that is wanted; all of a file if `nil`.
  /// - Throws: `FormatError.unknownFormat` without the program, `.notConverted` where it fails,
  ///   `.layerNotEvident` for an address or a workbook with several, `.notReadable`.
  init(_ original: String, _ format: ForeignFormat, layer: String? = nil) throws(FormatError) {
    if format.isAddress, ForeignFormat.holdsPassword(original) { throw .passwordInAddress }
    guard let program = Conversion.program else {
      throw .unknownFormat(file: original, looksLike: format.rawValue)
    }
    let folder = try UnpackedFile.privateFolder(for: original)
    self.folder = folder
    self.format = format
    path = folder + (format.isTable ? "/table.csv" : "/features.gpkg")
    let work = Work(
      original: original, format: format, folder: folder, made: path, program: program)
    do throws(FormatError) {
      warnings = try work.convert(layer)
    } catch {
      // No deinit of what was never whole.
      UnpackedFile.remove(folder)
      throw error
    }
  }

  deinit { UnpackedFile.remove(folder) }

  /// One run of the program for each source of the original.
  private struct Work {
    var original: String
    var format: ForeignFormat
    var folder: String
    var made: String
    var program: OutsideProgram

    func convert(_ layer: String?) throws(FormatError) -> [String] {
      var layers = layer.map { [$0] } ?? []
      let sources = try self.sources()
      if format.isAddress || format.isTable, layers.isEmpty {
        layers = try onlyLayer(of: sources[0]).map { [$0] } ?? []
      }
      var warnings: [String] = []
      for (index, source) in sources.enumerated() {
        let arguments = arguments(source, isFurther: index > 0) + layers
        guard
          let ending = program.run(
            arguments, environment: environment, seconds: Conversion.seconds,
            mayGoOn: { size(of: made) < Conversion.maximumSize })
        else { throw .notConverted(file: original, detail: "ogr2ogr") }
        let messages = messages(ending.errors)
        guard ending.status == 0, FileManager.default.fileExists(atPath: made) else {
          throw .notConverted(
            file: original,
            detail: Work.reason(messages) ?? "ogr2ogr")
        }
        for message in messages where !warnings.contains(message) && warnings.count < 100 {
          warnings.append(message)
        }
      }
      return warnings
    }

    /// What GDAL opens. The files are linked to in a folder of ours, since it writes beside what it reads;
    /// those of an archive are unpacked there.
    private func sources() throws(FormatError) -> [String] {
      if format.isAddress { return [original] }
      guard mkdir(folder + "/in", 0o700) == 0 else {  // -1 on failure
        throw .notReadable(file: original, detail: SystemError.text(errno))
      }
      var sources: [String] = []
      for source in try isPacked ? UnpackedFile.unpack(original, into: folder + "/in") : [linked()]
      {
        sources.append(try named(source))
      }
      return sources
    }

    /// A workbook is an archive too, and read as it is.
    private var isPacked: Bool { (try? InputContent(original))?.isPacked ?? false }

    private func linked() throws(FormatError) -> String {
      let here = FileManager.default.currentDirectoryPath
      for part in ForeignFormat.parts(of: original) {
        let name = ForeignFormat.split(part).name
        let full = part.hasPrefix("/") ? part : here + "/" + part
        guard symlink(full, folder + "/in/" + name) == 0 else {  // -1 on failure
          throw .notReadable(file: original, detail: SystemError.text(errno))
        }
      }
      return folder + "/in/" + ForeignFormat.split(original).name
    }

    /// A source under a name that bears the ending of its format: drivers look at it too.
    private func named(_ source: String) throws(FormatError) -> String {
      let ending = format.ending
      guard !source.lowercased().hasSuffix(ending) else { return source }
      guard rename(source, source + ending) == 0 else {  // -1 on failure
        throw .notReadable(file: original, detail: SystemError.text(errno))
      }
      return source + ending
    }

    private func arguments(_ source: String, isFurther: Bool) -> [String] {
      if format.isTable { return ["-f", "CSV", "-lco", "LINEFORMAT=LF", made, source] }
      var arguments = ["-f", "GPKG", "-nlt", "CONVERT_TO_LINEAR", "-unsetFid"]
      if isFurther { arguments += ["-update", "-append"] }
      arguments += [
        // Names no column of a source has.
        "-lco", "SPATIAL_INDEX=NO", "-lco", "FID=relais_row", "-lco", "GEOMETRY_NAME=relais_shape",
      ]
      if format == .shapefile,
        let encoding = DBFEncoding.guess(forPartsOf: ForeignFormat.parts(of: source))
      {
        arguments += ["-oo", "ENCODING=" + encoding]
      }
      return arguments + [made, source]
    }

    private var environment: [String: String] {
      var environment = [
        "GDAL_DRIVER_PATH": "disable", "CPL_TMPDIR": folder, "SHAPE_RESTORE_SHX": "YES",
        "GML_DOWNLOAD_SCHEMA": "NO", "GML_SKIP_RESOLVE_ELEMS": "ALL",
        "OGR_XLSX_HEADERS": "DISABLE", "OGR_XLSX_FIELD_TYPES": "STRING",
        "OGR_XLS_HEADERS": "DISABLE", "OGR_XLS_FIELD_TYPES": "STRING",
        "OGR_ODS_HEADERS": "DISABLE", "OGR_ODS_FIELD_TYPES": "STRING",
        "GDAL_HTTP_TIMEOUT": "60", "GDAL_HTTP_CONNECTTIMEOUT": "20",
      ]
      if format.isAddress {
        for (name, value) in ProcessInfo.processInfo.environment
        where name.hasPrefix("PG") || name == "GDAL_HTTP_USERPWD"
          || name.lowercased().hasSuffix("_proxy")
        {
          environment[name] = value
        }
      } else {
        // What reaches beyond the file.
        environment["GDAL_SKIP"] =
          "HTTP,WFS,OAPIF,OGCAPI,EEDA,CSW,Carto,Elasticsearch,NGW,PLSCENES,AmigoCloud,"
          + "PostgreSQL,MySQL,MSSQLSpatial,ODBC,PGeo,GMLAS,OGR_VRT,WCS,WMS,WMTS"
      }
      return environment
    }

    /// The only layer of an address or sheet of a workbook; `nil` for the program's own choice.
    private func onlyLayer(of source: String) throws(FormatError) -> String? {
      guard let inspector = Conversion.inspector,
        let ending = inspector.run(
          ["-ro", "-so", "-al", "-q", source], environment: environment, seconds: 120)
      else { return nil }
      let prefix = "Layer name: "
      let lines = ending.output.split(whereSeparator: \.isNewline)
      let names = lines.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
      if names.count > 1 { throw .layerNotEvident(file: original, layers: names) }
      return names.first
    }

    /// What a message says went wrong; the word FAILURE stands on a line of its own, above it.
    private static func reason(_ messages: [String]) -> String? {
      guard
        let last = messages.lastIndex(where: { $0.hasPrefix("ERROR") || $0.hasPrefix("FAILURE") })
      else { return messages.first }
      guard messages[last].hasPrefix("FAILURE"), last + 1 < messages.count else {
        return messages[last]
      }
      return messages[last + 1]
    }

    /// Its lines, where it names no file of ours.
    private func messages(_ text: String) -> [String] {
      let name = ForeignFormat.split(original).name
      return text.split(whereSeparator: \.isNewline)
        .map { line in
          String(line).replacing(folder + "/in/" + name, with: name)
            .replacing(folder + "/in/", with: "").replacing(folder + "/", with: "")
        }
        .filter { !$0.isEmpty && !$0.hasPrefix("  ->") }.map { String($0.prefix(300)) }
    }

    private func size(of path: String) -> Int {
      var status = stat()
      return stat(path, &status) == 0 ? Int(status.st_size) : 0
    }
  }
}

extension ForeignFormat {
  /// The ending its driver wants.
  fileprivate var ending: String {
    switch self {
    case .shapefile: ".shp"
    case .dbf: ".dbf"
    case .mapInfoTab: ".tab"
    case .mapInfoExchange: ".mif"
    case .flatGeobuf: ".fgb"
    case .kml, .gml, .sqlite, .xlsx, .xls, .ods: "." + rawValue
    case .postgreSQL, .wfs: ""
    }
  }
}
