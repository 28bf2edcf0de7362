import Hummingbird
import RelaisWording

/// Why a request is not answered as it was meant: RFC 9457's problem details.
struct Problem: Error {
  enum Kind: String, CaseIterable, Sendable {
    case badRequest = "bad-request"
    case notSignedIn = "not-signed-in"
    case wrongPassword = "wrong-password"
    case forbidden
    case crossOrigin = "cross-origin"
    case notFound = "not-found"
    case methodNotAllowed = "method-not-allowed"
    case conflict
    case changedMeanwhile = "changed-meanwhile"
    case tooLarge = "too-large"
    case unsupportedMediaType = "unsupported-media-type"
    case notTaken = "not-taken"
    case tooManyRequests = "too-many-requests"
    case failed
    case unavailable

    var status: HTTPResponse.Status {
      switch self {
      case .badRequest: .badRequest
      case .notSignedIn, .wrongPassword: .unauthorized
      case .forbidden, .crossOrigin: .forbidden
      case .notFound: .notFound
      case .methodNotAllowed: .methodNotAllowed
      case .conflict: .conflict
      case .changedMeanwhile: .preconditionFailed
      case .tooLarge: .contentTooLarge
      case .unsupportedMediaType: .unsupportedMediaType
      case .notTaken: .unprocessableContent
      case .tooManyRequests: .tooManyRequests
      case .failed: .internalServerError
      case .unavailable: .serviceUnavailable
      }
    }
  }

  var kind: Kind
  /// What is wrong with this request, in the reader's language; `nil` where the title says all.
  var detail: String?
  var headers: HTTPFields = [:]

  init(_ kind: Kind, _ detail: String? = nil, headers: HTTPFields = [:]) {
    self.kind = kind
    self.detail = detail
    self.headers = headers
  }
}
