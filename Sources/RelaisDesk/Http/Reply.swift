import Hummingbird
import NIOCore
import RelaisFormats
import RelaisWording

/// Answers.
enum Reply {
  static func json(
    _ bytes: [UInt8], _ status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]
  ) -> Response {
    raw(bytes, "application/json", status, headers: headers)
  }

  /// A page; kept by no one, as it may hold contacts.
  static func page(_ bytes: [UInt8], _ status: HTTPResponse.Status = .ok) -> Response {
    raw(bytes, "text/html; charset=utf-8", status)
  }

  /// A file to keep.
  static func file(_ bytes: [UInt8], named name: String, _ type: String) -> Response {
    var headers: HTTPFields = [:]
    headers[.contentDisposition] = "attachment; filename=\"\(name)\""
    return raw(bytes, type, .ok, headers: headers)
  }

  static func raw(
    _ bytes: [UInt8], _ type: String, _ status: HTTPResponse.Status, headers: HTTPFields = [:]
  ) -> Response {
    var headers = headers
    headers[.contentType] = type
    headers[.contentLength] = String(bytes.count)
    return Response(
      status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  /// To another page, after a form.
  static func seeOther(_ path: String, cookie: String? = nil) -> Response {
    var headers: HTTPFields = [:]
    headers[.location] = path
    if let cookie { headers[.setCookie] = cookie }
    return Response(status: .seeOther, headers: headers)
  }

  static func nothing(cookie: String? = nil) -> Response {
    var headers: HTTPFields = [:]
    if let cookie { headers[.setCookie] = cookie }
    return Response(status: .noContent, headers: headers)
  }

  /// RFC 9457.
  static func problem(_ problem: Problem, _ wording: Wording) -> Response {
    var json = JSONWriter()
    json.object { json in
      json.member("type", "urn:relais:problem:" + problem.kind.rawValue)
      json.member("title", wording.title(problem.kind))
      json.member("status", Int(problem.kind.status.code))
      json.member("detail", problem.detail)
    }
    var headers = problem.headers
    headers[.contentLanguage] = wording.language.code
    return raw(
      json.finish(), "application/problem+json", problem.kind.status, headers: headers)
  }
}
