import CoverageEngine
import RelaisFormats
import RelaisGeo
import RelaisReports
public import RelaisWording

extension Wording {
  /// Why files are not put into a territory, and what to do.
  private func sentence(_ refusal: ImportRefusal) -> String {
    switch refusal {
    case .sameStreets(let incoming, let older): sameStreets(incoming, asIn: older)
    case .nothingTaken(let file, let rows): nothingTaken(file, rows)
    case .filesAreNamed(let kind): filesAreNamed(kind)
    case .layersAreNamed(let kind, let layer): layersAreNamed(kind, layer)
    }
  }

  /// What went wrong, where, and what to do.
  public func sentence(of error: any Error) -> String {
    switch error {
    case let error as FormatError: sentence(error)
    case let error as ProjectionError: sentence(error)
    case let error as GeometryError: sentence(error)
    case let error as OutputError: sentence(error)
    case let error as RegistryError: sentence(error)
    case let error as CategoriesError: sentence(error)
    case let error as TerritoryError: sentence(error)
    case let error as RequestError: sentence(error)
    case let error as ForeignAnswers: foreignAnswers(named: error.named, own: error.own)
    case let error as ImportRefusal: sentence(error)
    case let error as BatchError: sentence(error)
    case let error as PrintError: sentence(error)
    case is Interrupted: interrupted
    case let error as AnalysisParameters.Invalid: sentence(error)
    default: unexpected("\(error)")
    }
  }
}
