import Foundation
import RelaisRegistry
import RelaisTestSupport
import Testing

/// A territory with nothing but a registry to come.
struct RegistryTown {
  let folder: TemporaryFolder
  var registry: String { folder.path("registry.gpkg") }

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("name: Ville\n".utf8, "relais.yml")
  }

  @discardableResult
  func relais(_ arguments: String..., expecting status: Int32 = 0) throws -> Programs.Outcome {
    let outcome = try Tool.run(arguments, in: folder)
    #expect(outcome.status == status, "\(arguments): \(outcome.output)\(outcome.errors)")
    return outcome
  }

  /// A spreadsheet of so many shops, under a name of its own.
  func spreadsheet(_ count: Int, prefix: String = "Shop") throws -> String {
    let rows = (1...count).map { "\(prefix) \($0);commerce;\($0) rue A;6,18;48,69" }
    let text = "nom;type;adresse;lon;lat\n" + rows.joined(separator: "\n") + "\n"
    return try folder.write(text.utf8, "\(prefix).csv")
  }

  /// No problem at all, by our own check in this process.
  func expectSound(_ location: SourceLocation = #_sourceLocation) throws {
    let store = try RegistryStore(path: registry, for: .reading)
    defer { store.close() }
    #expect(try RegistryVerification.problems(of: store) == [], sourceLocation: location)
  }

  /// No error by GDAL's validator: the test needs `.gdalForPython`.
  func expectValid(_ location: SourceLocation = #_sourceLocation) throws {
    let (status, output) = try Programs.validateGeoPackage(registry)
    #expect(status == 0, "\(output)", sourceLocation: location)
  }
}
