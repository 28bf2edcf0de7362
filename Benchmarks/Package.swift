// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "relais-benchmarks",
  dependencies: [.package(name: "relais", path: "..")],
  targets: [
    .executableTarget(
      name: "stages",
      dependencies: [
        .product(name: "RelaisKit", package: "relais"),
        // Built beside, so that whole runs time the same code.
        .product(name: "relais", package: "relais"),
      ]),
    // How well messy addresses are found; not about time.
    .executableTarget(
      name: "address-mess", dependencies: [.product(name: "RelaisKit", package: "relais")]),
  ],
  swiftLanguageModes: [.v6]
)
