import ArgumentParser
import CoverageEngine
import RelaisReports
import RelaisTown
import RelaisWording

/// Which layers to read of files that have several: `NAME`, or `KIND=NAME`.
struct LayerOption: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp(Help.words.layerHelp, valueName: "[kind=]name"))
  var layer: [String] = []

  func validate() throws {
    for text in layer where LayerOption.pair(text) == nil {
      throw ValidationError(Help.words.badLayer(text, kinds: InputKind.allCases.map(\.rawValue)))
    }
  }

  /// The layers by what they hold; a name alone is that of the layer of some kinds.
  func layers(aloneFor kinds: [InputKind]) -> [InputKind: String] {
    var layers: [InputKind: String] = [:]
    for (kind, name) in layer.compactMap(LayerOption.pair) {
      for kind in kind.map({ [$0] }) ?? kinds where layers[kind] == nil { layers[kind] = name }
    }
    return layers
  }

  /// `nil` for no name; what stands before a sign of equality and is no kind belongs to the name.
  private static func pair(_ text: String) -> (kind: InputKind?, name: String)? {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2, let kind = InputKind(rawValue: String(parts[0])) {
      return parts[1].isEmpty ? nil : (kind, String(parts[1]))
    }
    return text.isEmpty || parts[0].isEmpty ? nil : (nil, text)
  }
}
