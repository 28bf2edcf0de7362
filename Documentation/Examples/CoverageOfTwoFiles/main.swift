// Streets and relays in two files: how much of the streets lies within 300 m of a relay, on foot.
import Foundation
import RelaisRegistry
import RelaisTown
import RelaisWording

let files = PlainFiles(streets: [CommandLine.arguments[1]], relays: [CommandLine.arguments[2]])
var question = CoverageQuestion(of: .files(files))
question.measure.budgets = [300]
let stamp = RegistryStamp(author: "example", at: Date())
let answer = try question.answer(Work(in: Wording(.english), by: stamp))
for summary in answer.result.summaries {
  print(Int(summary.streetsCovered.metres), "m of", Int(summary.streets.metres), "m")
}
for gap in answer.result.gaps.prefix(3) { print("uncovered:", Int(gap.length.metres), "m") }
