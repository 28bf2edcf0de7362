/// Where an establishment stands on its way into the network, and out of it.
///
/// Raw values are stable; the registry, files and options use them.
public enum AdherentState: String, CaseIterable, Sendable {
  case prospect
  case contacted
  case agreed
  case adherent
  case suspended
  case left
  case refused

  /// What files and options call it.
  public var word: String { rawValue }

  /// The states that may follow. One who left or refused may be asked again.
  public var successors: Set<AdherentState> {
    switch self {
    case .prospect: [.contacted, .agreed, .adherent, .refused]
    case .contacted: [.agreed, .adherent, .refused]
    case .agreed: [.contacted, .adherent, .refused]
    case .adherent: [.suspended, .left]
    case .suspended: [.adherent, .left]
    case .left, .refused: [.prospect, .contacted, .agreed, .adherent]
    }
  }
}
