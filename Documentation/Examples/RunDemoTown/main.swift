// The demonstration town, run by the library: no argument parser, nothing written.
import Foundation
import RelaisRegistry
import RelaisTown
import RelaisWording

let town = try Territory(at: CommandLine.arguments.dropFirst().first ?? "geodata/demo")
let stamp = RegistryStamp(author: "example", at: Date())
let run = try TownRun(town, RunDays(), Work(in: Wording(.english), by: stamp))

print("\(town.name): \(run.result.facilities.count) relays")
for summary in run.result.summaries {
  let share = (1000 * summary.streetsShare).rounded() / 10
  print("\(share) % of \(Int(summary.streets.metres)) m within \(summary.budget.metres) m")
}
if let prospection = run.material.prospection {
  print("To recruit first: \(prospection.list.recruits.count) shops")
}
print("\(run.findings.count) findings")
