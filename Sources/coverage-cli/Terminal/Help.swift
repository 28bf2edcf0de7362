import RelaisReports
import RelaisWording

/// The language of what a command declares: its help, the names it takes for values, what it says of misuse.
///
/// ArgumentParser makes declarations by itself, before any option is parsed, and hands nothing to them. `main` finds the
/// language once and binds it here while arguments are parsed; what a command then says comes from its ``Speaker``.
enum Help {
  @TaskLocal static var words = Wording()
}
