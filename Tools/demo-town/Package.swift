// swift-tools-version: 6.1
import PackageDescription

// Apart from the product, which neither needs it nor is needed by it.
let package = Package(
  name: "demo-town",
  targets: [
    .executableTarget(
      name: "demo-town", swiftSettings: [.enableUpcomingFeature("InternalImportsByDefault")])
  ],
  swiftLanguageModes: [.v6]
)
