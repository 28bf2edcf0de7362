import Foundation
import Testing

/// The demonstration town of the repository is what its generator makes, byte for byte.
@Suite struct DemoTownTests {
}
