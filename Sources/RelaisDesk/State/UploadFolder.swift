import Foundation
import RelaisFormats
import RelaisGeo

/// Files people brought and have not yet decided on: each alone in a folder only this program's owner reads, for an hour at
/// most, and never in the territory.
actor UploadFolder {
  struct Upload: Sendable {
    let token: String
    /// Who brought it; nobody else sees it.
    let account: String
    let path: String
    let at: Int64
  }

  /// Bytes of a file at most.
  static let most = 64 << 20
  private static let mostFiles = 20
  private static let life: Int64 = 3600

  private var uploads: [String: Upload] = [:]

  /// Keeps a file under the name it has, as far as that is one.
  ///
  /// - Throws: `FormatError`; ``Problem`` where too many wait.
  func keep(_ file: Multipart.File, of account: String, at now: Int64) throws -> Upload {
    sweep(at: now)
    guard uploads.count < UploadFolder.mostFiles else { throw Problem(.unavailable) }
    let token = Secret.make()
    let folder = FileManager.default.temporaryDirectory.path + "/relais-" + token.prefix(16)
    guard mkdir(folder, 0o700) == 0 else {  // -1 on failure
      throw FormatError.notWritable(file: folder, detail: String(cString: strerror(errno)))
    }
    Leftovers.add(folder)
    let path = folder + "/" + UploadFolder.name(file.name)
    try AtomicFile.write(file.bytes, to: path, for: .owner)
    let upload = Upload(token: token, account: account, path: path, at: now)
    uploads[token] = upload
    return upload
  }

  func upload(_ token: String, of account: String) -> Upload? {
    uploads[token].flatMap { $0.account == account ? $0 : nil }
  }

  func remove(_ token: String) {
    guard let upload = uploads.removeValue(forKey: token) else { return }
    let folder = URL(fileURLWithPath: upload.path).deletingLastPathComponent()
    try? FileManager.default.removeItem(at: folder)
    Leftovers.forget(folder.path)
  }

  func removeAll() {
    for token in uploads.keys { remove(token) }
  }

  func sweep(at now: Int64) {
    for upload in uploads.values where now - upload.at > UploadFolder.life { remove(upload.token) }
  }

  /// The last part of a name, without what a file system or a terminal takes otherwise.
  private static func name(_ text: String) -> String {
    let last = text.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
    let plain = String(
      last.unicodeScalars.filter { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
        .map(Character.init)
    ).drop { $0 == "." }
    return plain.isEmpty ? "liste.csv" : String(plain.suffix(100))
  }
}
