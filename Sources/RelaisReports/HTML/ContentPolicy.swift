/// What a page may do, said to the browser: nothing but its own style and its one script.
enum ContentPolicy {
  static func allowing(script: StaticString) -> String {
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
  }
}
