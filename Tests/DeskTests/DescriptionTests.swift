import RelaisTestSupport
import Testing

@testable import RelaisDesk

/// The description of the interface says what there is.
@Suite struct DescriptionTests {
  @Test func everyAddressOfTheInterfaceIsDescribedAndNoOther() throws {
    let paths = try JSON(DeskFile.description.bytes)["paths"]
    var described = Set<String>()
    for path in paths.keys {
      for method in paths[path].keys { described.insert(method.uppercased() + " " + path) }
    }
    let there = Set(
      try DeskFixture.routes().filter(\.isInterface).map { route in
        route.method.rawValue + " "
          + route.path.replacing(/:(\w+)/, with: { "{\($0.output.1)}" })
      })
    #expect(described == there)
  }
}
