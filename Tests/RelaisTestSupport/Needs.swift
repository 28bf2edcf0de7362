import Foundation

extension Need {
  /// A program of Debian, at its own path unless another is given.
  public static func program(_ program: Program, at path: String? = nil) -> Need {
    Need("the program \(program.rawValue)", remedy: "apt install \(program.package)") {
      Programs.has(path ?? program.path)
    }
  }

  /// Real data kept beside the clone, by their paths in `../shared/data`.
  public static func data(_ names: [String]) -> Need {
    let list = names.map { "../shared/data/" + $0 }.joined(separator: ", ")
    return Need(list, remedy: "put the shared data beside the clone") {
      names.allSatisfy { FileManager.default.fileExists(atPath: SharedData.path($0)) }
    }
  }

  public static func data(_ name: String) -> Need { data([name]) }

  /// The small cases that once failed, kept in `../shared/cases`.
  public static let cases = Need("../shared/cases", remedy: "put the shared cases beside the clone")
  {
    FileManager.default.fileExists(atPath: SharedData.casePath("street-02/README"))
  }

  /// A file of the system or of the build.
  public static func file(_ path: String, remedy: String) -> Need {
    Need(path, remedy: remedy) { FileManager.default.fileExists(atPath: path) }
  }

  /// What `Scripts/setup tests` installs from PyPI for the pages: an accessibility engine, a validator
  /// and linters, by the Python that has them.
  public static let pageTools = Need(
    "Python with the page tools", remedy: "run Scripts/setup tests"
  ) { Programs.has(Programs.pageToolsPython) }

  /// GDAL for Debian's Python, with its validator of GeoPackages.
  public static let gdalForPython = Need(
    "GDAL for Python", remedy: "apt install python3-gdal"
  ) { hasGDALForPython }

  /// Asked once: Python takes a while to answer.
  private static let hasGDALForPython: Bool = {
    let script = "from osgeo import ogr; import osgeo_utils.samples.validate_gpkg"
    return (try? Programs.run(Program.python3.path, ["-c", script]).status) == 0
  }()

  /// QGIS for Debian's Python, which opens projects without a screen.
  public static let qgis = Need("QGIS for Python", remedy: "apt install python3-qgis") { hasQGIS }

  private static let hasQGIS: Bool = {
    (try? Programs.run(Program.python3.path, ["-c", "import qgis.core"]).status) == 0
  }()

  /// The right to mount a small disk, which root has outside most containers.
  public static let smallDisk = Need(
    "the right to mount a disk", remedy: "run the tests as root, apt install mount"
  ) {
    _ = try SmallDisk(kilobytes: 64)
    return true
  }

  /// The right to run a program that file permissions bind.
  public static let boundByPermissions = Need(
    "a user bound by file permissions",
    remedy: "apt install util-linux, or run the tests as an ordinary user"
  ) {
    let folder = try TemporaryFolder()
    chmod(folder.path, 0o555)
    defer { chmod(folder.path, 0o755) }
    return try Programs.runBound("/bin/sh", ["-c", "! touch file"], in: folder.path).status == 0
  }
}
