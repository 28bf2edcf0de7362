import CoverageEngine
import Foundation
import GRDB
import RelaisFormats

/// What SQLite says, as an error of the registry.
enum RegistryFailure {
  static func error(_ error: any Error, file: String) -> RegistryError {
    if let error = error as? RegistryError { return error }
    if case .notWritable(_, let detail) = error as? FormatError {
      let isFull = [ENOSPC, EDQUOT].contains { String(cString: strerror($0)) == detail }
      return isFull ? .diskFull(file: file) : .readOnly(file: file, detail: detail)
    }
    guard let error = error as? DatabaseError else {
      return .damaged(file: file, detail: "\(error)")
    }
    let detail = error.message ?? "SQLite \(error.extendedResultCode.rawValue)"
    switch error.resultCode {
    case .SQLITE_FULL: return .diskFull(file: file)
    case .SQLITE_BUSY, .SQLITE_LOCKED: return .busy(file: file)
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
      return .readOnly(file: file, detail: detail)
    case .SQLITE_IOERR, .SQLITE_NOMEM: return .diskFailure(file: file, detail: detail)
    case .SQLITE_NOTADB: return .notARegistry(file: file, detail: detail)
    default: return .damaged(file: file, detail: detail)
    }
  }
}
