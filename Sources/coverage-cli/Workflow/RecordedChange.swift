import CoverageEngine
import RelaisRegistry
import RelaisReports

/// One change of the registry, written and then said.
enum RecordedChange {
  /// - Parameter body: Makes the change and gives the identifier it is about, `nil` for none.
  static func write(
    _ options: RegistryOptions, quiet: Bool, creating: Bool = false,
    _ body: (inout RegistryWriter, RegistryStamp) throws -> String?
  ) throws {
    let store = try options.open(for: creating ? .creating : .writing)
    let stamp = options.stamp
    let (edits, one, recorded, overtaken, holder) = try store.write(stamp) { writer in
      let id = try body(&writer, stamp)
      let one = id.flatMap { writer.history(id: $0)?.establishment() }
      let holder =
        writer.recorded.contains(.sticker)
        ? one.flatMap { writer.otherHolder(ofStickerOf: $0.id) } : nil
      return (writer.edits, one, writer.recorded, writer.overtaken, holder)
    }
    store.close()
    EditPrinter.print(edits, quiet: quiet)
    if quiet { return }
    try Console.output(one.map { words.recorded($0) } ?? words.nothingToChange)
    if !overtaken.isEmpty { Console.error(words.overtaken(overtaken)) }
    if let holder, let number = one?[.sticker] {
      Console.error(words.stickerTaken(number, by: holder))
    }
    if recorded.contains(.position), let position = one?.position, store.isOutside(position) {
      Console.error(words.positionOutside)
    }
  }
}
