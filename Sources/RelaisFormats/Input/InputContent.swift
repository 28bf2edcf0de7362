/// A file's content, to be read piece by piece: as it is, or what it inflates to where it is gzip, or a
/// zip archive whose data is one file. Told by the bytes, not by the name.
///
/// A file inside an archive may be gzip itself. Of an archive with several layers it is the first.
struct InputContent {
  /// What the content was taken out of, the outermost first.
  enum Wrapping: Hashable {
    case zip, gzip
  }

  let source: any ByteSource
  let wrappings: [Wrapping]
  /// The name in the archive of what is read.
  let member: String?
  /// Bytes of the file where nothing wraps it.
  let plainSize: Int?

  var isPacked: Bool { !wrappings.isEmpty }

  /// - Parameter maximumSize: Bytes past which it is refused, before and after inflating.
  /// - Throws: what opening a file throws; `FormatError.notReadable` for what is too large;
  ///   `.unknownFormat` for what an office program packed, `.archive` for other zip archives that are
  ///   not one file. Damage shows when it is read.
  init(_ path: String, maximumSize: Int = .max) throws(FormatError) {
    let file = try RawFile(path: path)
    guard file.size <= maximumSize else {
      throw .notReadable(file: path, detail: "larger than \(maximumSize) bytes")
    }
    if let archive = try InputArchive(file) {
      let main = archive.members[0].main
      let inside = try ZipMember(
        archive.directory.entry(main), of: file, maximumSize: maximumSize)
      let size = try archive.directory.entry(main).size
      let head = try inside.read(atMost: 2)
      let whole = BytesAgain(head, inside)
      member = archive.directory.names[main]
      plainSize = nil
      if GzipInflater.isGzip(head) {
        let limit = min(maximumSize, InflationLimit.size(of: size))
        source = GzipInflater(whole, file: path, limit: limit)
        wrappings = [.zip, .gzip]
      } else {
        source = whole
        wrappings = [.zip]
      }
      return
    }
    member = nil
    guard GzipInflater.isGzip(try file.bytes(at: 0, count: 2)) else {
      (source, wrappings, plainSize) = (file, [], file.size)
      return
    }
    let limit = min(maximumSize, InflationLimit.size(of: file.size))
    source = GzipInflater(file, file: path, limit: limit)
    (wrappings, plainSize) = ([.gzip], nil)
  }
}

/// A zip archive of data: no workbook, and no archive of which the file is not evident.
struct InputArchive {
  let directory: ZipDirectory
  /// At least one; several are layers.
  let members: [ArchiveChoice.Member]

  /// `nil` where a file is no zip archive.
  ///
  /// - Throws: as ``InputContent``.
  init?(_ file: RawFile) throws(FormatError) {
    guard try ZipDirectory.isZip(file) else { return nil }
    let directory = try ZipDirectory(of: file)
    if let name = try InputArchive.office(directory.names, file) {
      throw .unknownFormat(file: file.path, looksLike: name)
    }
    switch ArchiveChoice(of: directory.names) {
    case .data(let members):
      self.directory = directory
      self.members = members
    case .notEvident(let names):
      throw .archive(file: file.path, problem: names.isEmpty ? .noFile : .severalFiles(names))
    }
  }

  /// What an office program packed; `nil` for other archives.
  private static func office(_ names: [String], _ file: RawFile) throws(FormatError) -> String? {
    guard names.contains("[Content_Types].xml") || names.contains("mimetype") else { return nil }
    if names.contains(where: { $0.hasPrefix("xl/") }) { return "xlsx" }
    let head = try file.bytes(at: 0, count: FormatSignature.headSize)
    return FormatSignature.name(of: head).flatMap { $0 == "zip" ? nil : $0 }
  }
}
