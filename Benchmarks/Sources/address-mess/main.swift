import Foundation
import RelaisFormats
import RelaisGeo

// Measures the geocoder on clean addresses of a base and on seeded mess of them.
//
//   address-mess BAN.csv [--rows N] [--seed N] [--show KIND] [--scale N]
//
// Prints a table in Markdown: one row a kind of mess, then two kinds at a time. `--show` prints what was
// missed of a kind (a part of its name, or `two`). `--scale` times reading and matching on the base copied
// under invented communes up to N addresses.

var file = ""
var rows = 2000
var seed: UInt64 = 1
var show: String?
var scale: Int?
var rest = CommandLine.arguments.dropFirst()
while let argument = rest.popFirst() {
  switch argument {
  case "--rows": rows = rest.popFirst().flatMap { Int($0) } ?? rows
  case "--seed": seed = rest.popFirst().flatMap { UInt64($0) } ?? seed
  case "--show": show = rest.popFirst()
  case "--scale": scale = rest.popFirst().flatMap { Int($0) }
  default: file = argument
  }
}
guard !file.isEmpty else {
  FileHandle.standardError.write(
    Data("usage: address-mess BAN.csv [--rows N] [--seed N] [--show KIND] [--scale N]\n".utf8))
  exit(64)
}

let reader = try AddressReader(InputFile(path: file))
var records: [AddressRecord] = []
_ = reader.records { records.append($0) }
let numbered = records.filter { $0.number != nil }

if let scale {
  try Speed.measure(records, addresses: scale, seed: seed)
  exit(0)
}

var builder = AddressBaseBuilder()
for record in records { builder.add(record) }
var geocoder = Geocoder(builder.finish())
var random = SplitMix(seed: seed)

@MainActor func clean(_ record: AddressRecord) -> MessyAddress {
  MessyAddress(
    number: record.number ?? 0, suffix: record.suffix, street: record.street,
    postcode: record.postcode, city: record.city)
}

@MainActor func truth(_ record: AddressRecord) -> Truth {
  Truth(label: clean(record).text, position: record.position)
}

@MainActor func line(_ name: String, _ tally: Tally) {
  func share(_ part: Int) -> String {
    String(format: "%.2f %%", 100 * Double(part) / Double(max(1, tally.count)))
  }
  print(
    "| \(name) | \(tally.count) | \(share(tally.right)) | \(share(tally.wrongUnflagged)) | \(share(tally.flagged)) |"
  )
  if let show, name.contains(show) { for example in tally.examples { print("  " + example) } }
}

print("| mess | addresses | within 100 m | wrong, not flagged | flagged to check |")
print("|---|---:|---:|---:|---:|")
var whole = Tally()
var exact = 0
for record in numbered {
  let text = clean(record).text
  let match = geocoder.match(AddressInput(text))
  whole.add(match, text: text, truth: truth(record))
  if match.kind == .houseNumber, match.id == record.id, match.checks.isEmpty { exact += 1 }
}
line(
  "none: its own number \(String(format: "%.2f %%", 100 * Double(exact) / Double(numbered.count)))",
  whole)
var all = Tally()
for mess in Mess.all {
  var tally = Tally()
  var tries = 0
  while tally.count < rows, tries < 20 * rows {
    tries += 1
    let record = random.pick(numbered)
    var address = clean(record)
    guard mess.apply(&address, &random) else { continue }
    let text = address.text
    let match = geocoder.match(AddressInput(text))
    tally.add(match, text: text, truth: truth(record))
    all.add(match, text: text, truth: truth(record))
  }
  line(mess.name, tally)
}
line("**one kind, all**", all)
var two = Tally()
while two.count < 10 * rows {
  let record = random.pick(numbered)
  var address = clean(record)
  let first = random.pick(Mess.all)
  let second = random.pick(Mess.all)
  guard first.name != second.name, first.apply(&address, &random),
    second.apply(&address, &random)
  else { continue }
  let text = address.text
  two.add(geocoder.match(AddressInput(text)), text: text, truth: truth(record))
}
line("**two kinds at a time**", two)
