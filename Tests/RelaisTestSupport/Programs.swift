public import Foundation

/// Programs that tests run: the built tool, and others that judge what ours writes, where installed.
public enum Programs {
  /// How a program ended and what it wrote to its two streams.
  public struct Outcome: Sendable {
    public var status: Int32
    /// Whether a signal ended it.
    public var isKilled: Bool
    public var bytes: Data
    public var errors: String

    public var output: String { String(decoding: bytes, as: UTF8.self) }
  }

  /// Runs a program; its status and all it printed, both streams as one.
  public static func run(
    _ path: String, _ arguments: [String]
  ) throws -> (status: Int32, output: String) {
    let outcome = try run(path, arguments, in: nil)
    return (outcome.status, outcome.output + outcome.errors)
  }

  /// Runs a program in a folder (the current one if `nil`), its two streams apart.
  public static func run(
    _ path: String, _ arguments: [String], in folder: String?, environment: [String: String] = [:]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    // Files, not pipes: neither stream can fill up while the other is read.
    let streams = try TemporaryFolder()
    let names = ["out", "err"].map { streams.path($0) }
    let handles = try names.map { name in
      try Data().write(to: URL(fileURLWithPath: name))
      return try FileHandle(forWritingTo: URL(fileURLWithPath: name))
    }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = handles[0]
    process.standardError = handles[1]
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, isKilled: process.terminationReason == .uncaughtSignal,
      bytes: try Data(contentsOf: URL(fileURLWithPath: names[0])),
      errors: String(decoding: try streams.read("err"), as: UTF8.self))
  }

  /// Runs a program that file permissions bind: root without the capabilities that pass over them,
  /// anybody else as they are.
  public static func runBound(
    _ path: String, _ arguments: [String], in folder: String?
  ) throws -> Outcome {
    guard getuid() == 0 else { return try run(path, arguments, in: folder) }
    return try run(
      Program.setpriv.path,
      ["--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all", path] + arguments,
      in: folder)
  }

  /// The Python of the page tools, in the build folder.
  public static let pageToolsPython: String = {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    return root.path + "/.build/page-tools/bin/python"
  }()

  /// What GDAL's validator of GeoPackages says of a file; status 0 if it finds no error.
  public static func validateGeoPackage(_ path: String) throws -> (status: Int32, output: String) {
    try run(Program.python3.path, ["-m", "osgeo_utils.samples.validate_gpkg", path])
  }

  /// Whether there is a program at a path.
  public static func has(_ path: String) -> Bool {
    FileManager.default.isExecutableFile(atPath: path)
  }
}
