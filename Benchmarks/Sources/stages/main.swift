import Foundation

guard let options = Options(Array(CommandLine.arguments.dropFirst())) else {
  print(Options.usage)
  exit(64)
}
do {
  let watch = Stopwatch(runs: options.runs)
  let network = try NetworkStages.run(options, watch)
  Report.print([
    "network": options.file, "nodes": network.nodeCount, "edges": network.edgeCount,
    "length_m": network.totalLength.metres,
  ])
  if options.groups.contains(.search) { try SearchStages.run(network, options, watch) }
  if options.groups.contains(.areas) { try AreaStages.run(network, options, watch) }
  if options.groups.contains(.routes) { try RouteStages.run(network, options, watch) }
  if options.groups.contains(.covering) { try CoveringStages.run(options, watch) }
  if options.groups.contains(.live) { try LiveStages.run(network, options, watch) }
  if options.groups.contains(.write) { try WriteStages.run(network, options, watch) }
} catch {
  FileHandle.standardError.write(Data("stages: \(error)\n".utf8))
  exit(1)
}
