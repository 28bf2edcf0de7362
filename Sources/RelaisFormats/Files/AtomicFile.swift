import Foundation

/// Files that appear whole or not at all: written aside, forced to the disk, renamed.
public enum AtomicFile {
  /// Writes a file, replacing the one there. Through a symbolic link, the file it points to.
  ///
  /// - Parameter readers: Who may read it at most; a file that is replaced opens to nobody more.
  /// - Throws: `FormatError.notWritable`; what was at `path` is then as it was, and no temporary
  ///   file is left.
  public static func write(
    _ bytes: [UInt8], to path: String, for readers: FileReaders = .everybody
  ) throws(FormatError) {
    let target = try resolved(path)
    let aside = sibling(of: target)
    do throws(FormatError) {
      try create(aside, with: bytes, for: readers, naming: path)
      try replace(target, with: aside, for: readers, naming: path)
    } catch {
      unlink(aside)
      Leftovers.forget(aside)
      throw error
    }
  }

  /// Makes a folder, and those above it, unless it is there.
  ///
  /// - Throws: `FormatError.notWritable`, also where a file bears its name.
  public static func createDirectory(_ path: String) throws(FormatError) {
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw .notWritable(file: path, detail: SystemError.text(ENOENT))
    }
    if mkdir(path, 0o777) == 0 { return }  // -1 on failure
    let code = errno
    if code == ENOENT {
      let above = folder(of: path)
      guard above != path else { throw .notWritable(file: path, detail: SystemError.text(code)) }
      try createDirectory(above)
      if mkdir(path, 0o777) == 0 || errno == EEXIST { return }
      throw .notWritable(file: path, detail: SystemError.text(errno))
    }
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { return }
    throw .notWritable(file: path, detail: SystemError.text(code == EEXIST ? ENOTDIR : code))
  }

  /// The file a path stands for: where a link leads, also one that leads to no file yet.
  package static func resolved(_ path: String) throws(FormatError) -> String {
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw .notWritable(file: path, detail: SystemError.text(ENOENT))
    }
    var target = path
    for _ in 0..<40 {
      var buffer = [CChar](repeating: 0, count: 4097)
      let length = readlink(target, &buffer, 4096)  // -1 when it is no link
      guard length >= 0 else {
        var status = stat()
        if stat(target, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
          throw .notWritable(file: path, detail: SystemError.text(EISDIR))
        }
        return target
      }
      let link = String(decoding: buffer[0..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
      target = link.hasPrefix("/") ? link : join(folder(of: target), link)
    }
    throw .notWritable(file: path, detail: SystemError.text(ELOOP))
  }

  /// A hidden name in the same folder that no other run uses. What runs that died left of such names is removed.
  package static func sibling(of path: String) -> String {
    let name = RawFile.name(ofPath: path)
    // Names have 255 bytes at most; the rest makes this one unique.
    let stem = String(decoding: name.utf8.prefix(180), as: UTF8.self)
    let folder = folder(of: path)
    sweep(folder, stem: stem)
    let random = String(UInt64.random(in: .min ... .max), radix: 36)
    let aside = join(folder, ".\(stem).\(getpid()).\(random).tmp")
    Leftovers.add(aside)
    return aside
  }

  /// Who makes a file aside, and of what name, as ``sibling(of:)`` makes names: `.x.120.9f.tmp`; `nil` for any other.
  package static func maker(of name: String) -> (process: Int32, stem: Substring)? {
    guard name.hasPrefix("."), let end = name.range(of: ".tmp", options: .backwards),
      ["", "-journal", "-wal", "-shm"].contains(name[end.upperBound...])
    else { return nil }
    let parts = name[..<end.lowerBound].split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count > 3, !parts[parts.count - 1].isEmpty,
      let process = Int32(parts[parts.count - 2]), process > 0
    else { return nil }
    let stem = name[name.index(after: name.startIndex)..<parts[parts.count - 2].startIndex]
    return (process, stem.dropLast())
  }

  /// Whether a process runs, this one or anybody's.
  package static func isRunning(_ process: Int32) -> Bool {
    // -1 with ESRCH where there is none.
    process == getpid() || kill(process, 0) == 0 || errno == EPERM
  }

  private static func sweep(_ folder: String, stem: String) {
    guard let stream = opendir(folder) else { return }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasPrefix("." + stem), let maker = maker(of: name), maker.stem == stem,
        !isRunning(maker.process)
      {
        unlink(join(folder, name))
      }
    }
  }

  /// Forces a file that is already written to the disk, under the mode new files have.
  package static func synchronise(_ path: String, naming named: String) throws(FormatError) {
    let descriptor = open(path, O_RDWR | O_CLOEXEC)  // -1 on failure
    guard descriptor >= 0 else { throw .notWritable(file: named, detail: SystemError.text(errno)) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else {  // -1 on failure
      throw .notWritable(file: named, detail: SystemError.text(errno))
    }
  }

  /// Renames a finished file onto its target, which keeps the permissions it had, or fewer.
  package static func replace(
    _ target: String, with aside: String, for readers: FileReaders = .everybody,
    naming named: String
  ) throws(FormatError) {
    var status = stat()
    if stat(target, &status) == 0 { chmod(aside, status.st_mode & 0o7777 & readers.mask) }
    guard rename(aside, target) == 0 else {  // -1 on failure
      throw .notWritable(file: named, detail: SystemError.text(errno))
    }
    Leftovers.forget(aside)
    synchroniseFolder(of: target)
  }

  /// Makes names that were given or taken away last; some file systems refuse, and files are whole either way.
  package static func synchroniseFolder(of path: String) {
    let directory = open(folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)  // -1 on failure
    guard directory >= 0 else { return }
    fsync(directory)
    close(directory)
  }

  /// Removes a file for good; one that is gone already is no failure.
  ///
  /// - Throws: `FormatError.notWritable`.
  package static func remove(_ path: String) throws(FormatError) {
    guard unlink(path) == 0 || errno == ENOENT else {  // -1 on failure
      throw .notWritable(file: path, detail: SystemError.text(errno))
    }
    synchroniseFolder(of: path)
  }

  package static func create(
    _ aside: String, with bytes: [UInt8], for readers: FileReaders = .everybody,
    naming named: String
  ) throws(FormatError) {
    let descriptor = open(  // -1 on failure
      aside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666 & readers.mask)
    guard descriptor >= 0 else { throw .notWritable(file: named, detail: SystemError.text(errno)) }
    defer { close(descriptor) }
    let failure: Int32? = bytes.withUnsafeBytes { source in
      var written = 0
      while written < source.count {
        let rest = source.count - written
        let count = Foundation.write(descriptor, source.baseAddress.map { $0 + written }, rest)
        if count > 0 {
          written += count
        } else if count == 0 || errno != EINTR {
          return count == 0 ? ENOSPC : errno
        }
      }
      return fsync(descriptor) == 0 ? nil : errno
    }
    if let failure { throw .notWritable(file: named, detail: SystemError.text(failure)) }
  }

  private static func folder(of path: String) -> String {
    var end = path.utf8.endIndex
    while end > path.startIndex, path.utf8[path.utf8.index(before: end)] == UInt8(ascii: "/") {
      end = path.utf8.index(before: end)
    }
    guard end > path.startIndex else { return "/" }
    guard let slash = path.utf8[..<end].lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func join(_ folder: String, _ name: String) -> String {
    folder == "." ? name : folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }
}
