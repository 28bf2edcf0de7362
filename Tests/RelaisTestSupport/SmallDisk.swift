import Foundation

/// A disk of a few kilobytes, mounted while it is held. Only root can have one.
public final class SmallDisk {
  public let path: String
  private let folder: TemporaryFolder

  /// - Throws: `CocoaError` where no disk may be mounted.
  public init(kilobytes: Int) throws {
    folder = try TemporaryFolder()
    path = folder.path("disk")
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    let mounted = try Programs.run(
      Program.mount.path, ["-t", "tmpfs", "-o", "size=\(kilobytes)k", "tmpfs", path])
    guard mounted.status == 0 else { throw CocoaError(.fileWriteNoPermission) }
  }

  public func write(_ bytes: some Sequence<UInt8>, _ name: String) throws {
    try folder.write(bytes, "disk/" + name)
  }

  public func read(_ name: String) throws -> [UInt8] { try folder.read("disk/" + name) }

  /// What may still be written, bytes.
  public var free: Int {
    get throws {
      let space = try FileManager.default.attributesOfFileSystem(forPath: path)
      return (space[.systemFreeSize] as? NSNumber)?.intValue ?? 0
    }
  }

  deinit { _ = try? Programs.run(Program.umount.path, [path]) }
}
