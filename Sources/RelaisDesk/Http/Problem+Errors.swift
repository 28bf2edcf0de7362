import CoverageEngine
import Hummingbird
import RelaisFormats
import RelaisRegistry
import RelaisTown
import RelaisWording

extension Problem {
  /// Any error as what whoever asks is told; what they cannot mend is not explained to them.
  init(of error: any Error, _ wording: Wording) {
    switch error {
    case let problem as Problem: self = problem
    case let error as RegistryError:
      self.init(Problem.kind(of: error), wording.sentence(of: error))
    case let refusal as DeskPassword.Refusal: self.init(.notTaken, wording.sentence(refusal))
    case is FormatError, is RequestError, is ImportRefusal, is ForeignAnswers,
      is AnalysisParameters.Invalid:
      self.init(.notTaken, wording.sentence(of: error))
    case is TerritoryError: self.init(.unavailable, wording.sentence(of: error))
    case let error as HTTPError:
      switch error.status {
      case .notFound: self.init(.notFound)
      case .methodNotAllowed: self.init(.methodNotAllowed)
      case .contentTooLarge: self.init(.tooLarge)
      case .unsupportedMediaType: self.init(.unsupportedMediaType)
      case .serviceUnavailable: self.init(.unavailable)
      default: self.init(error.status.code >= 500 ? .failed : .badRequest)
      }
    case is CancellationError: self.init(.unavailable)
    default: self.init(.failed)
    }
  }

  private static func kind(of error: RegistryError) -> Kind {
    switch error {
    case .unknownCode, .guessedCode, .unknownChange, .missing, .noCopy: .notFound
    case .ambiguousCode, .probableDoubles, .sameEstablishment, .alreadyUndone, .undoBlocked,
      .nothingToUndo, .stateForbidden, .conditionUnmet, .contactNotKept:
      .conflict
    case .changedMeanwhile: .changedMeanwhile
    case .busy, .diskFull, .readOnly, .diskFailure, .damaged, .unsound, .newer, .foreignSchema,
      .notARegistry:
      .unavailable
    default: .notTaken
    }
  }
}
