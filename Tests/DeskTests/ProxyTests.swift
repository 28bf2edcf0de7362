import Foundation
import RelaisTestSupport
import Testing

/// The configurations of `Documentation/Serving`, with the servers they are for and a certificate of their own.
@Suite(.serialized) struct ProxyTests {
  @Test(.needs(.nginx), .needs(.openssl), .needs(.curl)) func nginxEndsTheEncryption() throws {
    let proxied = try ProxiedDesk()
    let configuration = try String(
      contentsOfFile: DeskServer.root + "/Documentation/Serving/nginx.conf", encoding: .utf8
    )
    .replacing("listen 443 ssl;", with: "listen 127.0.0.1:\(proxied.port) ssl;")
    .replacing("listen 80;", with: "listen 127.0.0.1:\(proxied.plainPort);")
    .replacing("127.0.0.1:8080", with: "127.0.0.1:\(proxied.server.port)")
    .replacing("/etc/ssl/relais/fullchain.pem", with: proxied.folder.path("cert.pem"))
    .replacing("/etc/ssl/relais/privkey.pem", with: proxied.folder.path("key.pem"))
    let paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map {
      "\($0)_temp_path \(proxied.folder.path($0));"
    }.joined(separator: "\n")
    try proxied.folder.write(
      Array(
        """
        daemon off;
        pid \(proxied.folder.path("pid"));
        error_log \(proxied.folder.path("error.log"));
        events {}
        http {
        access_log off;
        \(paths)
        \(configuration)
        }

        """.utf8), "nginx.conf")
    try proxied.run(
      Program.nginx.path,
      ["-p", proxied.folder.path, "-c", proxied.folder.path("nginx.conf"), "-e", "stderr"])
    try proxied.check()
  }

  @Test(.needs(.caddy), .needs(.openssl), .needs(.curl)) func caddyEndsTheEncryption() throws {
    let proxied = try ProxiedDesk()
    let configuration = try String(
      contentsOfFile: DeskServer.root + "/Documentation/Serving/Caddyfile", encoding: .utf8
    )
    .replacing("127.0.0.1:8080", with: "127.0.0.1:\(proxied.server.port)")
    // A certificate of its own, since none can be asked for here.
    .replacing(
      "relais.example.fr {",
      with: "{\n\tadmin off\n\tauto_https off\n}\nhttps://relais.example.fr:\(proxied.port) {\n\t"
        + "tls \(proxied.folder.path("cert.pem")) \(proxied.folder.path("key.pem"))")
    try proxied.folder.write(Array(configuration.utf8), "Caddyfile")
    try proxied.run(
      Program.caddy.path,
      ["run", "--config", proxied.folder.path("Caddyfile"), "--adapter", "caddyfile"])
    try proxied.check()
  }
}

/// The desk behind a server that ends TLS.
private final class ProxiedDesk {
  let server: DeskServer
  let folder: TemporaryFolder
  let port = Int.random(in: 20_000..<30_000)
  var plainPort: Int { port + 1 }
  private var process: Process?

  init() throws {
    server = try DeskServer(accounts: ["agent"])
    server.stop()
    try server.start(["--behind-proxy"])
    folder = try TemporaryFolder()
    let made = try Programs.run(
      Program.openssl.path,
      [
        "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
        "/CN=relais.example.fr", "-addext", "subjectAltName=DNS:relais.example.fr", "-keyout",
        folder.path("key.pem"), "-out", folder.path("cert.pem"),
      ], in: folder.path)
    #expect(made.status == 0, "\(made.errors)")
  }

  deinit {
    process?.terminate()
    process?.waitUntilExit()
  }

  func run(_ path: String, _ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = [
      "HOME": folder.path, "PATH": "/usr/bin:/bin", "XDG_DATA_HOME": folder.path,
    ]
    process.standardInput = FileHandle.nullDevice
    FileManager.default.createFile(atPath: folder.path("said"), contents: nil)
    let said = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.path("said")))
    process.standardOutput = said
    process.standardError = said
    try process.run()
    self.process = process
  }

  private func curl(_ arguments: String...) throws -> Programs.Outcome {
    try Programs.run(
      Program.curl.path,
      [
        "-sS", "--cacert", folder.path("cert.pem"), "--resolve",
        "relais.example.fr:\(port):127.0.0.1", "-D", "-", "--retry", "40", "--retry-connrefused",
        "--retry-delay", "1", "--max-time", "60",
      ] + arguments, in: folder.path)
  }

  /// Signs in through it, reads, and is sent changes.
  func check() throws {
    let base = "https://relais.example.fr:\(port)"
    let signedIn = try curl(
      "-c", folder.path("jar"), "-H", "Content-Type: application/json", "-H",
      "Sec-Fetch-Site: same-origin", "-d",
      "{\"name\":\"agent\",\"password\":\"\(DeskServer.password)\"}", base + "/api/v1/session")
    let said = (try? String(decoding: folder.read("said"), as: UTF8.self)) ?? ""
    #expect(
      signedIn.output.contains("__Host-relais="), "\(signedIn.output)\(signedIn.errors)\(said)")
    #expect(signedIn.output.contains("; Secure"))
    let list = try curl("-b", folder.path("jar"), base + "/api/v1/establishments")
    #expect(list.output.contains("Boulangerie Martin"), "\(list.output)")
    #expect(list.output.lowercased().contains("strict-transport-security"))
    // A page that is open hears at once, not when a buffer is full.
    let stream = try curl(
      "-b", folder.path("jar"), "-N", "--max-time", "3", "--retry", "0", base + "/api/v1/changes")
    #expect(stream.output.contains("retry: 2000"), "\(stream.output)\(stream.errors)")
  }
}
