/// Why a file was not written: what stands in its place is not ours to replace. Nothing was changed.
public enum OutputError: Error, Hashable, Sendable {
  /// A file that Relais did not make, or that was changed into something else since.
  case notOurs(file: String)
  /// A symbolic link, which may lead anywhere.
  case link(file: String)
  /// A file the command reads, or one of the territory's sources.
  case input(file: String)
  /// The registry, or a file that SQLite keeps beside it.
  case registry(file: String)
  /// A territory's `relais.yml`, or a table it names.
  case configuration(file: String)
  /// A folder of sources: what is written there would be read as an input.
  case sources(folder: String)
}
