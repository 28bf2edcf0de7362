/// What is said of doors to knock on and of the rounds to them.
extension Wording {
  var prospectsLayer: String { say("Portes où frapper", "Doors to knock on") }
}
