public import CoverageEngine
public import RelaisGeo
public import RelaisRegistry
import RelaisReports
public import RelaisWording

/// What a caller gives every piece of work: who asks and when, in which language, who watches, who may stop it.
///
/// The library reads no clock and no environment, and prints nothing: all it needs of its surroundings is here.
public struct Work: Sendable {
  /// The language of names and texts that are made on the way.
  public var wording: Wording
  /// Who writes in a registry, and what day it is.
  public var stamp: RegistryStamp
  /// What a program calls its request by, where it may send it twice: a change of the registry under it is made once.
  public var request: String?
  public var progress: RelaisGeo.Progress
  public var cancellation: Cancellation

  public init(
    in wording: Wording, by stamp: RegistryStamp, progress: RelaisGeo.Progress = .silent,
    cancellation: Cancellation = .never
  ) {
    self.wording = wording
    self.stamp = stamp
    self.progress = progress
    self.cancellation = cancellation
  }

  public var today: CalendarDay { stamp.today }
}
