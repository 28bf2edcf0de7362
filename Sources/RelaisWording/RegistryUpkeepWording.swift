/// What `verify`, `backup` and `restore` say, and their help.
extension Wording {
  package var verifyAbstract: String {
    say("registry.verifyAbstract")
  }
  package var repairHelp: String { say("registry.repairHelp") }

  /// What was mended stands in a line each below.
  package func repaired(_ file: String, kept: String) -> String {
    say("registry.repaired", ["file": .text(file), "kept": .text(kept)])
  }

  package var backupAbstract: String {
    say("registry.backupAbstract")
  }
  package var restoreAbstract: String {
    say("registry.restoreAbstract")
  }
  package var backupFileHelp: String { say("registry.backupFileHelp") }
  package var restoreFileHelp: String { say("registry.restoreFileHelp") }

  package func sound(_ file: String, establishments: Int, events: Int) -> String {
    say(
      "registry.sound",
      [
        "file": .text(file), "establishments": .integer(establishments),
        "events": .integer(events),
      ])
  }

  /// Said where neither boundary nor streets show what is outside.
  package var extentUnknown: String {
    say("registry.extentUnknown")
  }

  package func unsound(_ file: String) -> String {
    say("registry.unsound", ["file": .text(file)])
  }

  /// Said as long as a person may not be erased wholly.
  public var erasureUnfinished: String { say("registry.erasureUnfinished") }

  /// Said of a file whose contacts others may read.
  public func registryOpen(_ file: String) -> String {
    say("registry.open", ["file": .text(file)])
  }

  package func backedUp(_ file: String) -> String {
    say("registry.backedUp", ["file": .text(file)])
  }

  package func restored(_ file: String, kept: String?) -> String {
    let former = kept.map { say("registry.restored.theFile", ["file": .text($0)]) }
    return ([say("registry.restored.putBack", ["file": .text(file)])] + (former.map { [$0] } ?? []))
      .joined(separator: "\n")
  }
}
