package import CoverageEngine
package import RelaisFormats
import RelaisGeo

extension SireneReader.Pass {
  /// Says that rows were left aside for their commune.
  ///
  /// - Parameters:
  ///   - file: The register's file.
  ///   - communes: INSEE codes of those taken.
  package func findings(_ file: String, _ communes: Set<String>) -> [Finding] {
    guard elsewhere > 0 else { return [] }
    return [
      Finding(
        .establishmentsElsewhere(elsewhere, communes: Array(communes.sorted().prefix(5))),
        file: file)
    ]
  }
}
