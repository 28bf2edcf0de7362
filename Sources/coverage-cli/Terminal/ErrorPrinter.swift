import ArgumentParser
import CoverageEngine
import Foundation
import RelaisGeo
import RelaisReports

/// Turns an error into a sentence on stderr and exit status 1.
enum ErrorPrinter {
  /// Runs a command's work.
  static func run(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch let exit as ExitCode {
      throw exit
    } catch let misuse as ValidationError {
      throw misuse
    } catch {
      Console.error("relais: " + sentence(error))
      throw ExitStatus.couldNotFinish
    }
  }

  static func sentence(_ error: any Error) -> String {
    switch error {
    case let error as FormatError: words.sentence(error)
    case let error as ProjectionError: words.sentence(error)
    case let error as GeometryError: words.sentence(error)
    case let error as RegistryError: words.sentence(error)
    case let error as CategoriesError: words.sentence(error)
    case let error as TerritoryError: words.sentence(error)
    case let error as PrintError: words.sentence(error)
    case is Interrupted: words.interrupted
    case let error as AnalysisParameters.Invalid: words.sentence(error)
    default: words.unexpected("\(error)")
    }
  }
}
