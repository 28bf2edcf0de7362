import CoverageEngine
import Covering

extension SearchEffort {
  /// The same, ended when work is asked to stop, too.
  func stopping(with cancellation: Cancellation) -> SearchEffort {
    var effort = self
    effort.isOver = { [isOver] in isOver() || cancellation.isAsked() }
    return effort
  }
}
