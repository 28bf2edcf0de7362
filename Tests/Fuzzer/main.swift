import Foundation
import FuzzTargets

// Gives one parser whatever bytes libFuzzer makes up: `Scripts/fuzz` builds and runs it. `RELAIS_FUZZ_TARGET` names the parser; its sound
// inputs are written to the folder `RELAIS_FUZZ_SEEDS` first.

/// libFuzzer's own loop over its arguments.
@_silgen_name("LLVMFuzzerRunDriver")
func drive(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ read: @convention(c) (UnsafePointer<UInt8>, Int) -> CInt
) -> CInt

/// What libFuzzer's own `main`, which is not run, looks for.
@_cdecl("LLVMFuzzerTestOneInput")
func read(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  do { try FuzzTarget.driven.read(Array(UnsafeBufferPointer(start: bytes, count: count))) } catch {
    fatalError("\(error)")
  }
  return 0
}

let environment = ProcessInfo.processInfo.environment
let chosen = environment["RELAIS_FUZZ_TARGET"].flatMap(FuzzTarget.init(rawValue:))
guard let target = chosen else {
  print(FuzzTarget.allCases.map(\.rawValue).joined(separator: "\n"))
  exit(64)
}
if let folder = environment["RELAIS_FUZZ_SEEDS"] {
  for (number, seed) in target.seeds.enumerated() {
    try Data(seed).write(to: URL(fileURLWithPath: "\(folder)/seed-\(number)"))
  }
}
FuzzTarget.driven = target
var count = CommandLine.argc
var arguments = CommandLine.unsafeArgv
exit(drive(&count, &arguments, read))
