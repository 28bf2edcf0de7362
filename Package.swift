// swift-tools-version: 6.1
import PackageDescription

/// A foreign type in a public signature does not compile unless its module is imported publicly.
let swift: [SwiftSetting] = [.enableUpcomingFeature("InternalImportsByDefault")]

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")

/// What `relais --version` says the program was built from: a definition for each variable of the environment. They come from
/// the Makefile, not from `Context.gitInformation`, which is as old as the cached manifest.
let built: [CSetting] = ["RELAIS_COMMIT", "RELAIS_SWIFT"].compactMap { name in
  Context.environment[name].map { .define(name, to: "\"\($0)\"") }
}

let package = Package(
  name: "relais",
  products: [
    .executable(name: "relais", targets: ["coverage-cli"]),
    .library(
      name: "RelaisKit",
      targets: [
        "RelaisTown", "RelaisReports", "RelaisRegistry", "RelaisWording", "CoverageEngine",
        "Covering", "RelaisFormats", "RelaisGeo",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    // Alone: its TLS product would build two copies of a cryptographic library.
    .package(
      url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0", traits: []),
    .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.80.0"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.5.0"),
  ],
  targets: [
    .systemLibrary(name: "CGEOS", pkgConfig: "geos", providers: [.apt(["libgeos-dev"])]),
    .systemLibrary(name: "CPROJ", pkgConfig: "proj", providers: [.apt(["libproj-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(
      name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(
      name: "CQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
    .target(
      name: "COsmium",
      linkerSettings: [
        .linkedLibrary("z"), .linkedLibrary("bz2"), .linkedLibrary("expat"),
        .linkedLibrary("pthread"),
      ]),
    // Files of the sources whose bytes the program holds: their paths are in the C sources.
    .target(name: "CEmbedded"),
    .target(name: "CBuild", cSettings: built),
    .target(
      name: "RelaisGeo", dependencies: ["CGEOS", "CPROJ", "CCrypto", "CQREncode"],
      swiftSettings: swift),
    .target(
      name: "RelaisFormats",
      dependencies: [
        "RelaisGeo", "CZlib", "COsmium", "CEmbedded", grdb,
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      exclude: ["Columns/vocabulary.tsv"], swiftSettings: swift),
    .target(name: "Computing", swiftSettings: swift),
    .target(name: "Covering", dependencies: ["Computing"], swiftSettings: swift),
    .target(
      name: "CoverageEngine",
      dependencies: [
        "Covering", "RelaisGeo", "Computing",
        .product(name: "HeapModule", package: "swift-collections"),
      ],
      swiftSettings: swift),
    .target(
      name: "RelaisRegistry",
      dependencies: [
        "CoverageEngine", "Covering", "RelaisFormats", "RelaisGeo", "Computing", grdb,
      ],
      swiftSettings: swift),
    .target(
      name: "RelaisWording",
      dependencies: ["CoverageEngine", "Covering", "RelaisFormats", "RelaisGeo", "CEmbedded"],
      exclude: ["Catalogue"], swiftSettings: swift),
    .target(
      name: "RelaisReports",
      dependencies: [
        "RelaisWording", "CoverageEngine", "Covering", "RelaisFormats", "RelaisGeo", "Computing",
        "CEmbedded",
      ],
      exclude: ["Web"], swiftSettings: swift),
    .target(
      name: "RelaisTown",
      dependencies: [
        "RelaisReports", "RelaisRegistry", "RelaisWording", "CoverageEngine", "Covering",
        "RelaisFormats", "RelaisGeo", "Computing", "CBuild", "Yams",
      ],
      swiftSettings: swift),
    .target(
      name: "RelaisDesk",
      dependencies: [
        "RelaisTown", "RelaisReports", "RelaisRegistry", "RelaisWording", "CoverageEngine",
        "RelaisFormats", "RelaisGeo", "CEmbedded",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
      ],
      exclude: ["Web"], swiftSettings: swift),
    .executableTarget(
      name: "coverage-cli",
      dependencies: [
        "RelaisDesk", "RelaisTown", "RelaisReports", "RelaisRegistry", "RelaisWording",
        "CoverageEngine",
        "Covering", "RelaisFormats", "RelaisGeo",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: swift),
    // Programs of people who use the libraries: they see what is public, and no more.
    .executableTarget(
      name: "RunDemoTown", dependencies: ["RelaisTown", "RelaisWording", "RelaisRegistry"],
      path: "Documentation/Examples/RunDemoTown", packageAccess: false, swiftSettings: swift),
    .executableTarget(
      name: "CoverageOfTwoFiles", dependencies: ["RelaisTown", "RelaisWording", "RelaisRegistry"],
      path: "Documentation/Examples/CoverageOfTwoFiles", packageAccess: false,
      swiftSettings: swift),
    .target(
      name: "RelaisTestSupport", dependencies: ["RelaisWording", "CoverageEngine", "RelaisGeo"],
      path: "Tests/RelaisTestSupport", swiftSettings: swift),
    // What `Scripts/fuzz` gives any bytes to, and the suite thousands of broken ones.
    .target(
      name: "FuzzTargets",
      dependencies: [
        "RelaisTown", "RelaisRegistry", "RelaisWording", "RelaisFormats", "CoverageEngine",
        "RelaisGeo", "RelaisTestSupport",
      ],
      path: "Tests/FuzzTargets", swiftSettings: swift),
    .testTarget(
      name: "FuzzTests", dependencies: ["FuzzTargets", "RelaisTestSupport"], exclude: ["Found"],
      swiftSettings: swift),
    .testTarget(
      name: "ComputingTests", dependencies: ["Computing"], swiftSettings: swift),
    .testTarget(
      name: "CoveringTests", dependencies: ["Covering", "RelaisTestSupport"],
      swiftSettings: swift),
    .testTarget(
      name: "ArchitectureTests", dependencies: ["RelaisTestSupport"], swiftSettings: swift),
    .testTarget(
      name: "RelaisFormatsTests",
      dependencies: ["RelaisFormats", "RelaisGeo", "RelaisTestSupport"], swiftSettings: swift),
    .testTarget(
      name: "RelaisGeoTests", dependencies: ["RelaisGeo", "RelaisTestSupport"],
      swiftSettings: swift),
    .testTarget(
      name: "CoverageEngineTests",
      dependencies: ["CoverageEngine", "Covering", "Computing", "RelaisTestSupport"],
      swiftSettings: swift),
    .testTarget(
      name: "RelaisRegistryTests", dependencies: ["RelaisRegistry", "RelaisTestSupport", grdb],
      swiftSettings: swift),
    .testTarget(
      name: "RelaisWordingTests", dependencies: ["RelaisWording", "RelaisTestSupport"],
      swiftSettings: swift),
    .testTarget(
      name: "RelaisReportsTests", dependencies: ["RelaisReports", "RelaisTestSupport"],
      swiftSettings: swift),
    .testTarget(
      name: "RelaisTownTests",
      dependencies: ["RelaisTown", "RunDemoTown", "CoverageOfTwoFiles", "RelaisTestSupport"],
      swiftSettings: swift),
    .testTarget(
      name: "DeskTests", dependencies: ["RelaisDesk", "coverage-cli", "RelaisTestSupport"],
      swiftSettings: swift),
    .testTarget(
      name: "CommandLineTests", dependencies: ["coverage-cli", "Covering", "RelaisTestSupport"],
      swiftSettings: swift),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)

// Linked with libFuzzer, which only its own build has: `Scripts/fuzz`.
if Context.environment["RELAIS_FUZZER"] != nil {
  package.targets.append(
    .executableTarget(
      name: "Fuzzer", dependencies: ["FuzzTargets"], path: "Tests/Fuzzer", swiftSettings: swift))
}
