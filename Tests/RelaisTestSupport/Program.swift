/// A program that tests run, and the Debian package that installs it.
///
/// `Scripts/setup tests` installs every one of them: a test reads that script.
public enum Program: String, CaseIterable, Sendable {
  case bzip2, caddy, chromium, curl, env, git, gzip, mount, nginx, ogr2ogr, openssl, ogrinfo
  case osmium, parallel, pdftotext, python3, script, setpriv, sha256sum, sqlite3, strace, umount

  public var path: String { (self == .nginx ? "/usr/sbin/" : "/usr/bin/") + rawValue }

  public var package: String {
    switch self {
    case .bzip2, .caddy, .chromium, .curl, .git, .gzip, .mount, .openssl, .parallel, .python3,
      .sqlite3, .strace:
      rawValue
    case .env, .sha256sum: "coreutils"
    case .ogr2ogr, .ogrinfo: "gdal-bin"
    case .nginx: "nginx-light"
    case .osmium: "osmium-tool"
    case .pdftotext: "poppler-utils"
    case .script: "bsdutils"
    case .setpriv: "util-linux"
    case .umount: "mount"
    }
  }
}
