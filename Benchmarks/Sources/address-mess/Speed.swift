import Foundation
import RelaisGeo

/// Times a base as large as a département's.
enum Speed {
  static func measure(_ records: [AddressRecord], addresses: Int, seed: UInt64) throws {
    let clock = ContinuousClock()
    var builder = AddressBaseBuilder()
    let building = clock.measure {
      for copy in 0..<max(1, addresses / records.count) {
        for record in records {
          var record = record
          let syllables = [
            "Bel", "Mont", "Ville", "Fon", "Char", "Roc", "Val", "Pré", "Lan", "Mer",
          ]
          record.city =
            copy == 0
            ? record.city
            : syllables[copy % 10] + syllables[copy / 10 % 10].lowercased() + "court-sur-Orle"
          record.cityCode = String(54_000 + copy)
          record.postcode = String(54_000 + 10 * copy)
          record.position.y += 0.05 * Double(copy)
          builder.add(record)
        }
      }
    }
    var base: AddressBase?
    let finishing = clock.measure { base = builder.finish() }
    guard let base else { return }
    var geocoder: Geocoder?
    let indexing = clock.measure { geocoder = Geocoder(base) }
    guard var geocoder else { return }
    var random = SplitMix(seed: seed)
    var texts: [String] = []
    while texts.count < 20_000 {
      let record = random.pick(records)
      let copy = Int(random.next() % UInt64(max(1, addresses / records.count)))
      var address = MessyAddress(
        number: record.number ?? 1, suffix: record.suffix, street: record.street,
        postcode: String(54_000 + 10 * copy), city: base.communes[copy].name)
      guard random.pick(Mess.all).apply(&address, &random) else { continue }
      texts.append(address.text)
    }
    var found = 0
    let matching = clock.measure {
      for text in texts where geocoder.match(AddressInput(text)).kind != nil { found += 1 }
    }
    print("addresses \(base.addressCount), streets \(base.streetCount)")
    print("gather \(building), sort \(finishing), index \(indexing)")
    print("match \(texts.count) in \(matching), found \(found)")
  }
}
