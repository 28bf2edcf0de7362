import CZlib

/// The zlib this program runs with.
package enum ZlibLibrary {
  /// Never NULL.
  package static var version: String { String(cString: zlibVersion()) }
}
