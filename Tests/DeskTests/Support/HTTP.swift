import Foundation

/// A request over a socket of its own, byte for byte as it is given: what a browser would never send, too.
enum HTTP {
  struct Answer: Sendable {
    var status: Int
    /// Names in lower case.
    var headers: [(name: String, value: String)]
    var body: [UInt8]

    subscript(name: String) -> String? { headers.first { $0.name == name }?.value }
    var text: String { String(decoding: body, as: UTF8.self) }
  }

  struct Failure: Error { var detail: String }

  /// Sends a request and reads the answer to its end.
  static func send(
    _ method: String, _ path: String, port: Int, headers: [String: String] = [:],
    body: [UInt8] = []
  ) throws -> Answer {
    var head = "\(method) \(path) HTTP/1.1\r\n"
    var all = ["Host": "127.0.0.1:\(port)", "Connection": "close"]
    if !body.isEmpty || method != "GET" { all["Content-Length"] = String(body.count) }
    all.merge(headers) { $1 }
    for (name, value) in all.sorted(by: { $0.key < $1.key }) { head += "\(name): \(value)\r\n" }
    return try exchange(Array((head + "\r\n").utf8) + body, port: port)
  }

  /// Sends bytes and reads until the other side has done, at most some seconds.
  static func exchange(_ bytes: [UInt8], port: Int, seconds: Int = 180) throws -> Answer {
    let socket = try connect(port)
    defer { close(socket) }
    var limit = timeval(tv_sec: seconds, tv_usec: 0)
    setsockopt(
      socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count <= 0 { break }  // the other side has heard enough
      sent += count
    }
    var read: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = recv(socket, &part, part.count, 0)
      if count <= 0 { break }
      read += part[..<count]
    }
    return try answer(read)
  }

  static func connect(_ port: Int) throws -> Int32 {
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let status = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard status == 0 else {
      close(socket)
      throw Failure(detail: "connect: \(String(cString: strerror(errno)))")
    }
    return socket
  }

  private static func answer(_ bytes: [UInt8]) throws -> Answer {
    let end = Array("\r\n\r\n".utf8)
    guard
      let split = bytes.indices.first(where: {
        bytes[$0...].prefix(4).elementsEqual(end)
      })
    else {
      throw Failure(detail: "no answer: \(String(decoding: bytes.prefix(200), as: UTF8.self))")
    }
    let lines = String(decoding: bytes[..<split], as: UTF8.self).components(separatedBy: "\r\n")
    guard let status = lines[0].split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else {
      throw Failure(detail: lines[0])
    }
    let headers = lines.dropFirst().compactMap { line -> (name: String, value: String)? in
      guard let colon = line.firstIndex(of: ":") else { return nil }
      return (
        line[..<colon].lowercased(),
        line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
      )
    }
    var body = Array(bytes[(split + 4)...])
    if headers.contains(where: { $0.name == "transfer-encoding" }) { body = unchunked(body) }
    return Answer(status: status, headers: headers, body: body)
  }

  private static func unchunked(_ bytes: [UInt8]) -> [UInt8] {
    var body: [UInt8] = []
    var rest = bytes[...]
    while let end = rest.firstIndex(of: 10),
      let count = Int(
        String(decoding: rest[..<end], as: UTF8.self).trimmingCharacters(in: .whitespaces),
        radix: 16), count > 0, rest.count >= end - rest.startIndex + 1 + count
    {
      body += rest[(end + 1)...].prefix(count)
      rest = rest[(end + 1 + count)...].dropFirst(2)
    }
    return body
  }
}
